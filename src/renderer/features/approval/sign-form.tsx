import { useId, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Decision, Slot } from '../../../shared/model/approval.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { SLOT_NAMES } from '../../../shared/names.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { TextArea, TextField } from '../../ui/field.tsx'
import text from '../../ui/text.module.css'
import { utcOffset, utcOffsetName } from '../../ui/time.ts'
import { backToText } from '../review/back-to-text.ts'
import { useReview } from '../review/store.ts'
import { personOf, useSession } from '../session-store.ts'
import { choices, DECISION_NAMES, ROLE_NAMES } from '../words.ts'
import styles from './sheet.module.css'

const MEANINGS: Readonly<Record<Decision, string>> = {
  approve: 'Locks the text',
  'approve-with-conditions': 'Locks the text; the conditions print on the packet',
  return: 'Back to the reporter, with a reason',
  hold: 'Stays where it is, with a reason',
  kill: 'Kept on the desk, never filed',
}

const WORDS_LABEL: Readonly<Record<Decision, string>> = {
  approve: 'Conditions',
  'approve-with-conditions': 'Conditions',
  return: 'Reason for the return',
  hold: 'Reason for the hold',
  kill: 'Reason for the kill',
}

function actLabel(slot: Slot, decision: Decision): string {
  switch (decision) {
    case 'approve':
      return slot === 'approval' ? 'Sign and lock' : `Sign ${SLOT_NAMES[slot]}`
    case 'approve-with-conditions':
      return 'Sign and lock, with conditions'
    case 'return':
      return 'Return the article'
    case 'hold':
      return 'Hold the article'
    case 'kill':
      return 'Kill the article'
  }
}

function consequence(slot: Slot, decision: Decision): string {
  if (decision === 'return' || decision === 'hold' || decision === 'kill') {
    return `The ${decision} is signed and logged like an approval.`
  }
  return slot === 'approval'
    ? 'Nobody can undo this. It can be re-opened, with a reason.'
    : 'Holds for this text and this evidence; a change voids it.'
}

type ChoicesProps = {
  readonly refused: readonly Decision[]
  readonly decision: Decision
  readonly onChoose: (decision: Decision) => void
}

/** Refused choices stay visible and can be focused, so that their reason can be read. */
function Choices({ refused, decision, onChoose }: ChoicesProps) {
  const name = useId()
  return (
    <div className={styles['choices']} role="radiogroup" aria-label="Decision">
      {choices(DECISION_NAMES).map(({ value, label }) => {
        const off = refused.includes(value)
        return (
          <label key={value} className={off ? styles['off'] : undefined}>
            <input
              type="radio"
              name={name}
              checked={decision === value && !off}
              aria-disabled={off}
              onChange={() => {
                if (!off) onChoose(value)
              }}
            />
            <span className={text['strong']}>{label}</span>
            <span className={text['soft']}>{MEANINGS[value]}</span>
          </label>
        )
      })}
    </div>
  )
}

type SignFormProps = {
  readonly state: ReviewState
  readonly slot: Slot
  readonly refused: readonly Decision[]
}

/** Decision, conditions or reason, typed name, and the act. */
export function SignForm({ state, slot, refused }: SignFormProps) {
  const { act, editor } = useReview(useShallow(({ act, editor }) => ({ act, editor })))
  const session = useSession((store) => store.session)
  const [decision, setDecision] = useState<Decision>('approve')
  const [conditions, setConditions] = useState('')
  const [typedName, setTypedName] = useState('')
  const me = personOf(session, session?.actor.personId ?? null)
  const asksDecision = slot === 'approval'
  const off = refused.includes(decision)
  const words = decision !== 'approve'
  const incomplete = typedName.trim() === '' || (words && conditions.trim() === '')

  const sign = async (): Promise<void> => {
    await editor?.flush()
    const { textHash, evidenceHash } = state
    const outcome = await act('approval.sign', {
      articleId: state.article.id,
      slot,
      decision,
      conditions: words ? conditions : '',
      typedName,
      textHash,
      evidenceHash,
      utcOffset: utcOffset(),
    })
    if (outcome.ok) announce(`${SLOT_NAMES[slot]}: ${DECISION_NAMES[decision]}, signed.`)
  }
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (!off && !incomplete) void sign()
      }}
    >
      {asksDecision && <Choices refused={refused} decision={decision} onChoose={setDecision} />}
      <div className={classes(styles['fields'], !words && styles['single'])}>
        {words && (
          <TextArea
            label={WORDS_LABEL[decision]}
            value={conditions}
            rows={2}
            onChange={(event) => setConditions(event.target.value)}
          />
        )}
        <TextField
          label="Your name, typed"
          hint={`${session === null ? '' : ROLE_NAMES[session.actor.role]}, ${utcOffsetName(utcOffset())}`}
          placeholder={me?.name ?? ''}
          value={typedName}
          onChange={(event) => setTypedName(event.target.value)}
        />
      </div>
      <div className={styles['acts']}>
        <Button look="fill" tall type="submit" aria-disabled={off || incomplete}>
          {actLabel(slot, decision)}
        </Button>
        <Button tall onClick={backToText}>
          Cancel
        </Button>
        <span className={classes(text['soft'], text['small'])}>
          {!off && incomplete
            ? words && conditions.trim() === ''
              ? 'Give the words it is signed with, and type your name.'
              : 'Type your name to sign.'
            : consequence(slot, decision)}
        </span>
      </div>
    </form>
  )
}
