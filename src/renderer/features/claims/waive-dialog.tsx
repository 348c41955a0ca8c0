import { useId, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { ClaimView, ReviewState } from '../../../shared/model/review.ts'
import type { RuleResult } from '../../../shared/model/rule.ts'
import type { WaiverCategory } from '../../../shared/model/waiver.ts'
import { newId } from '../../host/new-id.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CheckField, SelectField, TextArea, TextField } from '../../ui/field.tsx'
import text from '../../ui/text.module.css'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import { useShell } from '../shell-store.ts'
import { choices } from '../words.ts'
import { quotedWords } from './claim-standing.ts'
import styles from './claims.module.css'
import { WAIVER_CATEGORY_NAMES } from './detail-names.ts'
import { draftRefusal, LEAST_REASON, mayWaive } from './waive-draft.ts'
import { EndedWaivers } from './waiver-line.tsx'
import { rolesInWords } from './verify-refusal.ts'

/** The rules that stand against the claim: those that the role may waive can be ticked, the others say who may. */
function Rules(props: {
  readonly mine: readonly RuleResult[]
  readonly others: readonly RuleResult[]
  readonly chosen: ReadonlySet<string>
  readonly onToggle: (rule: string) => void
}) {
  const { mine, others, chosen, onToggle } = props
  return (
    <fieldset className={styles['waive']}>
      <legend className={text['strong']}>Rules to waive</legend>
      {mine.map(({ rule, title, why }) => (
        <div key={rule}>
          <CheckField label={`${rule} ${title}`} checked={chosen.has(rule)} onChange={() => onToggle(rule)} />
          <p className={text['soft']}>{why}</p>
        </div>
      ))}
      {others.map(({ rule, title, why, waivedBy }) => (
        <div key={rule}>
          <p>
            {rule} {title}:{' '}
            <span className={text['stop']}>
              {waivedBy.length === 0
                ? 'nobody may waive it.'
                : `only ${rolesInWords(waivedBy)} may waive it.`}
            </span>
          </p>
          <p className={text['soft']}>{why}</p>
        </div>
      ))}
    </fieldset>
  )
}

type Asked = { readonly state: ReviewState; readonly claim: ClaimView }

function WaiveForm({ state, claim }: Asked) {
  const hide = useShell((shell) => shell.hide)
  const act = useReview((review) => review.act)
  const { people, actor } = useSession(
    useShallow(({ session }) => ({ people: session?.people ?? [], actor: session?.actor ?? null })),
  )
  const { mine, others } = mayWaive(claim, { state, actor })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(mine.map(({ rule }) => rule)))
  const [category, setCategory] = useState<WaiverCategory>('public-interest')
  const [reason, setReason] = useState('')
  const [askedBy, setAskedBy] = useState<string>(actor?.personId ?? '')
  const [through, setThrough] = useState(state.article.version)
  const [refusal, setRefusal] = useState('')
  const whyId = useId()
  const rules = mine.map(({ rule }) => rule).filter((rule) => chosen.has(rule))
  const why = draftRefusal({ rules, reason, through }, state.article.version, mine.length)
  const toggle = (rule: string): void => {
    const next = new Set(chosen)
    if (!next.delete(rule)) next.add(rule)
    setChosen(next)
  }
  const grant = async (): Promise<void> => {
    const asker = people.find(({ id }) => id === askedBy)
    if (asker === undefined) return setRefusal('Say who asked for it.')
    const outcome = await act('waivers.grant', {
      articleId: state.article.id,
      id: newId(),
      claimId: claim.id,
      rules,
      category,
      reason,
      askedBy: asker.id,
      throughVersion: through,
    })
    if (!outcome.ok) return setRefusal(outcome.error.message)
    announce(`Waived for claim ${claim.number}: ${rules.join(', ')}.`)
    hide()
  }
  const count = reason.trim().length
  return (
    <Dialog
      title={`Waive rules for claim ${claim.number}`}
      onClose={hide}
      footer={
        <>
          <Button
            look="fill"
            aria-disabled={why !== ''}
            aria-describedby={whyId}
            onClick={() => void grant()}
          >
            {rules.length === 0 ? 'Waive' : `Waive ${rules.join(', ')}`}
          </Button>
          <Button onClick={hide}>Cancel</Button>
          <span id={whyId} className={text['soft']}>
            {why === '' ? 'Your name and role go with it, and it prints on the sign-off.' : why}
          </span>
          <span className={text['stop']} role="alert">
            {refusal}
          </span>
        </>
      }
    >
      <div className={styles['form']}>
        <p className={text['quote']} dir="auto">
          {quotedWords(claim)}
        </p>
        <Rules mine={mine} others={others} chosen={chosen} onToggle={toggle} />
        <TextArea
          label="Reason"
          hint={`${count} of at least ${LEAST_REASON} characters`}
          rows={3}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className={styles['pair']}>
          <SelectField
            label="Category"
            value={category}
            options={choices(WAIVER_CATEGORY_NAMES)}
            onChange={setCategory}
          />
          <SelectField
            label="Asked by"
            value={askedBy}
            options={people.map(({ id, name }) => ({ value: String(id), label: name }))}
            onChange={setAskedBy}
          />
          <TextField
            label="Through version"
            hint={`The article stands at v${state.article.version}. The waiver ends with the version you name.`}
            type="number"
            min={state.article.version}
            step={1}
            value={Number.isNaN(through) ? '' : through}
            onChange={(event) => setThrough(event.target.valueAsNumber)}
          />
        </div>
        <EndedWaivers
          waivers={state.waivers.filter(
            ({ claimId, endedAt, throughVersion }) =>
              claimId === claim.id && (endedAt !== null || throughVersion < state.article.version),
          )}
          version={state.article.version}
        />
      </div>
    </Dialog>
  )
}

/** Lets a claim run without rules that are unmet: by name, with a reason, until a version. Main decides again. */
export function WaiveDialog({ claimId }: { readonly claimId: string }) {
  const state = useReview((review) => review.state)
  const claim = state?.claims.find((each) => each.id === claimId)
  return state === null || claim === undefined ? null : <WaiveForm state={state} claim={claim} />
}
