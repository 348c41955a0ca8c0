import type { ClaimDetails, ClaimFlag } from '../../../shared/model/claim.ts'
import type { ClaimView, ReviewState } from '../../../shared/model/review.ts'
import type { AnchorPlace } from '../../editor/api.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { CommitField } from '../../ui/commit-field.tsx'
import { CheckField, SelectField } from '../../ui/field.tsx'
import text from '../../ui/text.module.css'
import { dayAndClock } from '../../ui/time.ts'
import { usePersonOf } from '../review/people.ts'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import { choices } from '../words.ts'
import { quotedWords, wordOf } from './claim-standing.ts'
import { usePlaces } from './claim-places.tsx'
import type { Said } from './claim-writes.ts'
import styles from './claims.module.css'
import { FLAG_NAMES } from './detail-names.ts'

/** What the rules ask beside the kind: who is spoken against, common knowledge, the claim it repeats, harm. */

type DetailsProps = {
  readonly state: ReviewState
  readonly claim: ClaimView
  /** True when it is stored. */
  readonly onChange: (details: Said<ClaimDetails>) => Promise<boolean>
}

function hasRule(claim: ClaimView, rule: string): boolean {
  return claim.results.some((result) => result.rule === rule)
}

/** R8, R16: every party spoken against; each is to be asked. */
function Parties({ state, claim, onChange }: DetailsProps) {
  const { parties } = claim.details
  if (claim.kind !== 'allegation' && parties.length === 0 && !hasRule(claim, 'R16')) return null
  return (
    <CommitField
      className={styles['across'] ?? ''}
      label="Parties it speaks against, one on a line"
      multiline
      value={parties.join('\n')}
      disabled={state.article.locked}
      onCommit={(lines) => {
        const named = lines.split('\n').map((line) => line.trim())
        return onChange({ parties: [...new Set(named.filter((line) => line !== ''))] })
      }}
    />
  )
}

/** R12: a checker says by name that it is common knowledge. */
function CommonKnowledge({ state, claim }: DetailsProps) {
  const role = useSession((store) => store.session?.actor.role ?? null)
  const personOf = usePersonOf()
  const act = useReview((review) => review.act)
  const { commonKnowledge } = claim
  if (claim.kind !== 'background' && commonKnowledge === null) return null
  const say = async (isCommon: boolean): Promise<void> => {
    const { articleId } = useReview.getState()
    if (articleId === null) return
    const outcome = await act('claims.commonKnowledge', { articleId, claimId: claim.id, isCommon })
    if (outcome.ok) announce(isCommon ? 'Taken for common knowledge.' : 'No longer common knowledge.')
  }
  return (
    <p className={styles['common']}>
      {commonKnowledge === null
        ? 'A checker may take it for common knowledge, by name.'
        : `Common knowledge, says ${personOf(commonKnowledge.by)?.name ?? 'somebody'}, ${dayAndClock(commonKnowledge.at)}.`}{' '}
      {!state.article.locked && (
        <Button
          look="line"
          aria-disabled={role !== 'checker'}
          title={role === 'checker' ? undefined : 'Only in the role of a checker'}
          onClick={() => void say(commonKnowledge === null)}
        >
          {commonKnowledge === null ? 'Take for common knowledge' : 'Take that back'}
        </Button>
      )}
    </p>
  )
}

const HEAD_STYLES: readonly AnchorPlace['style'][] = ['headline', 'standfirst', 'caption', 'quote']

/** R13: words of a headline, a caption or a pull quote repeat a claim of the body, and stand or fall with it. */
function BodyClaim({ state, claim, onChange }: DetailsProps) {
  const places = usePlaces(claim.id)
  const { bodyClaimId } = claim.details
  const isHead = places.some(({ style }) => HEAD_STYLES.includes(style))
  if (!isHead && bodyClaimId === null && !hasRule(claim, 'R13')) return null
  const others = state.claims.filter((other) => other.id !== claim.id && other.status !== 'cut')
  const options = [
    { value: '', label: 'none' },
    ...others.map((other) => ({
      value: String(other.id),
      label: `${other.number}, ${wordOf(other)}: ${shortened(quotedWords(other))}`,
    })),
  ]
  return (
    <SelectField
      className={styles['across'] ?? ''}
      label="The claim of the body that it repeats"
      value={bodyClaimId ?? ''}
      options={options}
      disabled={state.article.locked}
      onChange={(id) => void onChange({ bodyClaimId: others.find((other) => other.id === id)?.id ?? null })}
    />
  )
}

function shortened(words: string): string {
  return words.length <= 70 ? words : `${words.slice(0, 69)}…`
}

/** R17: what asks for advice before it is published. */
function Flags({ state, claim, onChange }: DetailsProps) {
  const { flags } = claim.details
  const toggle = (flag: ClaimFlag, on: boolean): void => {
    void onChange((now) => {
      const others = now.flags.filter((each) => each !== flag)
      return { flags: on ? [...others, flag] : others }
    })
  }
  return (
    <fieldset className={styles['ticks']}>
      <legend className={text['hiddenText']}>Harm</legend>
      <span aria-hidden="true" className={text['soft']}>
        It
      </span>
      {choices(FLAG_NAMES).map(({ value, label }) => (
        <CheckField
          key={value}
          label={label}
          checked={flags.includes(value)}
          disabled={state.article.locked}
          onChange={(event) => toggle(value, event.target.checked)}
        />
      ))}
    </fieldset>
  )
}

export function OtherDetails(props: DetailsProps) {
  return (
    <div className={styles['details']}>
      <Parties {...props} />
      <BodyClaim {...props} />
      <CommonKnowledge {...props} />
      <Flags {...props} />
    </div>
  )
}
