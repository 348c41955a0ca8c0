import { useState } from 'react'
import type { Decision, Slot } from '../../../shared/model/approval.ts'
import type { Status } from '../../../shared/model/article.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { SLOT_NAMES } from '../../../shared/names.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { SelectField, TextArea, TextField } from '../../ui/field.tsx'
import { usePressedOnce } from '../../ui/pressed-once.ts'
import text from '../../ui/text.module.css'
import { fromTimeField, toTimeField } from '../../ui/time-field.ts'
import { utcOffset, utcOffsetName } from '../../ui/time.ts'
import { backToText } from '../review/back-to-text.ts'
import { loadStoredText } from '../review/reload.ts'
import { useReview } from '../review/store.ts'
import { storedFirst } from '../review/stored-first.ts'
import { moveOf } from '../review/workflow.ts'
import { personOf, useSession } from '../session-store.ts'
import { DECISION_NAMES, ROLE_NAMES, STATUS_NAMES } from '../words.ts'
import { DecisionChoices } from './decision-choices.tsx'
import styles from './sheet.module.css'
import { actLabel, consequence, WORDS_LABEL } from './sign-words.ts'

type Draft = {
  readonly decision: Decision
  readonly conditions: string
  readonly typedName: string
  readonly until: number | null
  readonly returnTo: Status | null
}

const EMPTY: Draft = { decision: 'approve', conditions: '', typedName: '', until: null, returnTo: null }

const CHANGED_ELSEWHERE =
  'Nothing was signed: the text was changed in another window since this one showed it. It stands here now as it is stored; read it, then sign.'

/** Nobody signs words that their window does not show. False where it had to load them first. */
async function showsWhatIsSigned({ seq }: ReviewState): Promise<boolean> {
  const { editor, setError } = useReview.getState()
  if (editor === null || editor.storedSeq() >= seq) return true
  await loadStoredText()
  setError(CHANGED_ELSEWHERE)
  return false
}

async function sign(state: ReviewState, slot: Slot, draft: Draft): Promise<void> {
  if (!(await storedFirst()) || !(await showsWhatIsSigned(state))) return
  const { decision, typedName } = draft
  const { textHash, evidenceHash } = state
  const outcome = await useReview.getState().act('approval.sign', {
    articleId: state.article.id,
    slot,
    decision,
    conditions: decision === 'approve' ? '' : draft.conditions,
    until: decision === 'hold' ? draft.until : null,
    returnTo: decision === 'return' ? draft.returnTo : null,
    typedName,
    textHash,
    evidenceHash,
    utcOffset: utcOffset(),
  })
  if (outcome.ok) announce(`${SLOT_NAMES[slot]}: ${DECISION_NAMES[decision]}, signed.`)
}

type PartProps = { readonly draft: Draft; readonly onChange: (part: Partial<Draft>) => void }

/** The step that a return names, or the time that a hold ends. */
function Bounds({ draft, onChange, steps }: PartProps & { readonly steps: readonly Status[] }) {
  const [first] = steps
  if (draft.decision === 'return' && first !== undefined) {
    return (
      <SelectField
        label="Return to"
        value={draft.returnTo ?? first}
        options={steps.map((value) => ({ value, label: STATUS_NAMES[value] }))}
        onChange={(returnTo) => onChange({ returnTo })}
      />
    )
  }
  if (draft.decision !== 'hold') return null
  return (
    <TextField
      type="datetime-local"
      label="Held until, if it is known"
      value={toTimeField(draft.until)}
      onChange={(event) => onChange({ until: fromTimeField(event.target.value) })}
    />
  )
}

function Name({ draft, onChange }: PartProps) {
  const session = useSession((store) => store.session)
  const me = personOf(session, session?.actor.personId ?? null)
  return (
    <TextField
      label="Your name, typed"
      hint={`${session === null ? '' : ROLE_NAMES[session.actor.role]}, ${utcOffsetName(utcOffset())}`}
      placeholder={me?.name ?? ''}
      value={draft.typedName}
      onChange={(event) => onChange({ typedName: event.target.value })}
    />
  )
}

type SignFormProps = {
  readonly state: ReviewState
  readonly slot: Slot
  readonly refused: readonly Decision[]
}

/** Decision, conditions or reason, typed name, and the act. */
export function SignForm({ state, slot, refused }: SignFormProps) {
  const [draft, setDraft] = useState<Draft>(EMPTY)
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }))
  const { decision, conditions, typedName } = draft
  const steps = moveOf(state.moves, 'return')?.resume ?? []
  const off = refused.includes(decision)
  const words = decision !== 'approve'
  const wordless = words && conditions.trim() === ''
  const incomplete = typedName.trim() === '' || wordless
  const returnTo = draft.returnTo ?? steps[0] ?? null
  const send = usePressedOnce(() => sign(state, slot, { ...draft, returnTo }))
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (!off && !incomplete) void send()
      }}
    >
      {slot === 'approval' && (
        <DecisionChoices
          refused={refused}
          decision={decision}
          onChoose={(one) => change({ decision: one })}
        />
      )}
      <div className={classes(styles['fields'], !words && styles['single'])}>
        {words && (
          <TextArea
            label={WORDS_LABEL[decision]}
            value={conditions}
            rows={2}
            onChange={(event) => change({ conditions: event.target.value })}
          />
        )}
        <div className={styles['stack']}>
          <Bounds draft={draft} steps={steps} onChange={change} />
          <Name draft={draft} onChange={change} />
        </div>
      </div>
      <div className={styles['acts']}>
        <Button look="fill" tall type="submit" aria-disabled={off || incomplete}>
          {actLabel(slot, decision, returnTo)}
        </Button>
        <Button tall onClick={backToText}>
          Cancel
        </Button>
        <span className={classes(text['soft'], text['small'])}>
          {off || !incomplete
            ? consequence(slot, decision)
            : wordless
              ? 'Give the words it is signed with, and type your name.'
              : 'Type your name to sign.'}
        </span>
      </div>
    </form>
  )
}
