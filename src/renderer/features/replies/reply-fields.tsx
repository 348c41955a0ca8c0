import { useId } from 'react'
import { foldWords } from '../../../shared/fold-words.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { SelectField, TextArea, TextField } from '../../ui/field.tsx'
import { fromTimeField, toTimeField } from '../../ui/time-field.ts'
import { ClaimPicker } from '../review/claim-picker.tsx'
import { useSession } from '../session-store.ts'
import { choices } from '../words.ts'
import { claimsAgainst, unaskedParties } from './parties.ts'
import { replyRefusal, withOutcome } from './reply-draft.ts'
import type { ReplyDraft } from './reply-draft.ts'
import { CHANNEL_NAMES, OUTCOME_NAMES } from './reply-words.ts'
import styles from './replies.module.css'

type FieldsProps = {
  readonly state: ReviewState
  readonly draft: ReplyDraft
  readonly now: number
  readonly onChange: (draft: ReplyDraft) => void
}

/** Naming a party ticks the claims against it, until somebody has ticked others. */
function named({ claims }: ReviewState, draft: ReplyDraft, party: string): ReplyDraft {
  const before = claimsAgainst(claims, draft.party)
  const untouched = draft.claimIds.every((id) => before.some((each) => each === id))
  if (!untouched || foldWords(party) === foldWords(draft.party)) return { ...draft, party }
  return { ...draft, party, claimIds: [...claimsAgainst(claims, party)] }
}

function PartyField({ state, draft, onChange }: Omit<FieldsProps, 'now'>) {
  const listId = useId()
  const unasked = unaskedParties(state.claims, state.replies).map(({ party }) => party)
  const all = new Set([...unasked, ...state.claims.flatMap(({ details }) => details.parties)])
  return (
    <>
      <TextField
        label="Party"
        hint="As the claims name who is spoken against."
        className={styles['whole']}
        value={draft.party}
        list={listId}
        required
        maxLength={200}
        onChange={(event) => onChange(named(state, draft, event.target.value))}
      />
      <datalist id={listId}>
        {[...all].map((party) => (
          <option key={party}>{party}</option>
        ))}
      </datalist>
    </>
  )
}

function AnswerFields({ draft, now, onChange }: Omit<FieldsProps, 'state'>) {
  const tooSoon = draft.outcome === 'no-answer' ? replyRefusal(draft, now) : null
  const hasAnswer = draft.outcome === 'answered' || draft.outcome === 'declined'
  return (
    <>
      <SelectField
        label="What came of it"
        hint={tooSoon ?? undefined}
        className={styles['whole']}
        value={draft.outcome}
        options={choices(OUTCOME_NAMES)}
        onChange={(outcome) => onChange(withOutcome(draft, outcome, now))}
      />
      {hasAnswer && (
        <>
          <TextArea
            label={draft.outcome === 'answered' ? 'The answer, in their words' : 'How they declined'}
            className={styles['whole']}
            rows={3}
            maxLength={10_000}
            value={draft.answer}
            onChange={(event) => onChange({ ...draft, answer: event.target.value })}
          />
          <TextField
            label="Answered at"
            type="datetime-local"
            value={toTimeField(draft.answeredAt)}
            onChange={(event) => onChange({ ...draft, answeredAt: fromTimeField(event.target.value) })}
          />
        </>
      )}
    </>
  )
}

/** What a record says, in the order in which it happens. */
export function ReplyFields({ state, draft, now, onChange }: FieldsProps) {
  const people = useSession((store) => store.session?.people ?? [])
  const set = (fields: Partial<ReplyDraft>): void => onChange({ ...draft, ...fields })
  return (
    <>
      <PartyField state={state} draft={draft} onChange={onChange} />
      <SelectField
        label="Asked by"
        value={draft.askedBy}
        options={people.map((person) => ({ value: String(person.id), label: person.name }))}
        onChange={(askedBy) => set({ askedBy })}
      />
      <SelectField
        label="How"
        value={draft.channel}
        options={choices(CHANNEL_NAMES)}
        onChange={(channel) => set({ channel })}
      />
      <TextField
        label="Asked at"
        type="datetime-local"
        value={toTimeField(draft.askedAt)}
        onChange={(event) => set({ askedAt: fromTimeField(event.target.value) ?? draft.askedAt })}
      />
      <TextField
        label="Answer wanted until"
        type="datetime-local"
        value={toTimeField(draft.deadline)}
        onChange={(event) => set({ deadline: fromTimeField(event.target.value) })}
      />
      <TextArea
        label="What was put to them"
        className={styles['whole']}
        rows={3}
        required
        maxLength={10_000}
        value={draft.put}
        onChange={(event) => set({ put: event.target.value })}
      />
      <div className={styles['whole']}>
        <ClaimPicker
          label="Claims that were put to them"
          hint="A claim that was not put to the party still waits for its right of reply."
          claims={state.claims}
          chosen={draft.claimIds.map(String)}
          onChange={(claimIds) => set({ claimIds: [...claimIds] })}
        />
      </div>
      <AnswerFields draft={draft} now={now} onChange={onChange} />
    </>
  )
}
