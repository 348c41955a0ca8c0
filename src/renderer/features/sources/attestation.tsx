import { useState } from 'react'
import type { ReviewState } from '../../../shared/model/review.ts'
import type { Source } from '../../../shared/model/source.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { TextArea } from '../../ui/field.tsx'
import { focusOnOpen } from '../../ui/focus-on-open.ts'
import text from '../../ui/text.module.css'
import { dayAndClock } from '../../ui/time.ts'
import panel from '../review/panel.module.css'
import { usePersonOf } from '../review/people.ts'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import { NoName } from './no-name.tsx'
import { personalRefusal, personalWordsIn } from './personal-words.ts'
import { attestationDrafts } from './source-drafts.ts'
import styles from './sources.module.css'

/** Why whoever is at the desk may not attest; null where they may. */
function useRefusal({ suppliedBy }: Source, authorId: string | null): string | null {
  const actor = useSession((store) => store.session?.actor)
  if (actor === undefined) return 'Nobody is at the desk.'
  if (actor.role === 'reporter') return 'A reporter does not attest: an editor who is not the reporter does.'
  if (actor.personId === authorId) return 'This is your own story: an editor who is not its reporter attests.'
  return actor.personId === suppliedBy ? 'You brought this source: another editor attests it.' : null
}

type FormProps = { readonly state: ReviewState; readonly source: Source; readonly onDone: () => void }

/**
 * An editor says by name that they know who an unnamed source is. There is no field for who that is. What was written is
 * there again after another tab was looked at; Cancel drops it.
 */
export function AttestForm({ state, source, onDone }: FormProps) {
  const act = useReview((review) => review.act)
  const refused = useRefusal(source, state.article.authorId)
  const draft = attestationDrafts.use(source.id) ?? { reason: '', confirmed: false }
  const { reason, confirmed } = draft
  const change = (part: Partial<typeof draft>): void =>
    attestationDrafts.keep(source.id, { ...draft, ...part })
  const [refusal, setRefusal] = useState('')
  const found = personalWordsIn(reason)
  const leave = (): void => {
    attestationDrafts.keep(source.id, null)
    onDone()
  }
  const attest = async (): Promise<void> => {
    if (refused !== null) return setRefusal(refused)
    if (reason.trim() === '') return setRefusal('Write why this source stays unnamed.')
    const why = personalRefusal(found, confirmed)
    if (why !== null) return setRefusal(why)
    const about = { articleId: state.article.id, sourceId: source.id }
    const outcome = await act('sources.attest', { ...about, reason, confirmedNoName: confirmed })
    if (!outcome.ok) return setRefusal(outcome.error.message)
    announce('Attested.')
    leave()
  }
  return (
    <form
      className={styles['attest']}
      aria-label={`Attest ${source.title}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void attest()
      }}
    >
      <p>
        “I know who this is. I have satisfied myself that they{' '}
        {source.directKnowledge ? 'know it at first hand' : 'can know it'}, and that they may stay unnamed.”
        It is kept under your name. There is no field for theirs: it is stored nowhere.
      </p>
      <TextArea
        label="Why they stay unnamed"
        hint="What they risk, without saying who they are."
        value={reason}
        required
        maxLength={2000}
        ref={focusOnOpen}
        onChange={(event) => change({ reason: event.target.value })}
      />
      <NoName found={found} confirmed={confirmed} onConfirm={(isNone) => change({ confirmed: isNone })} />
      <p className={styles['acts']}>
        <Button look="line" type="submit" aria-disabled={refused !== null}>
          I know who this is
        </Button>
        <Button onClick={leave}>Cancel</Button>
      </p>
      <p className={text['stop']} role="alert">
        {refusal || refused}
      </p>
    </form>
  )
}

/** Who attested and when, or that nobody did. A source off the record is guidance, and wants no attestation. */
export function Attestation({ source }: { readonly source: Source }) {
  const personOf = usePersonOf()
  if (source.onRecord !== 'unnamed') return null
  if (source.attestation === null) {
    return (
      <p className={classes(panel['missing'], text['stop'])}>
        Not attested: no editor has said that they know who this is.
      </p>
    )
  }
  const { by, at, reason } = source.attestation
  return (
    <p className={panel['missing']}>
      Attested: {personOf(by)?.name ?? 'an editor'} knows who this is, {dayAndClock(at)}.{' '}
      <span className={text['soft']}>{reason}</span>
    </p>
  )
}
