import type { Status } from '../../../shared/model/article.ts'
import type { Move, MoveKind } from '../../../shared/model/workflow.ts'
import { SelectField, TextArea, TextField } from '../../ui/field.tsx'
import { fromTimeField, toTimeField } from '../../ui/time-field.ts'
import { STATUS_NAMES } from '../words.ts'

/** What is asked of whoever makes a move. `resume` null: the step that the move names first. */
export type MoveDraft = {
  readonly reason: string
  readonly until: number | null
  readonly resume: Status | null
}
export const NO_DRAFT: MoveDraft = { reason: '', until: null, resume: null }

const REASON: Readonly<Partial<Record<MoveKind, string>>> = {
  back: 'Why it goes back',
  return: 'Reason for the return',
  hold: 'Reason for the hold',
  kill: 'Reason for the kill',
  reopen: 'Why it is re-opened',
  correct: 'What is corrected, and why',
}

export const CONSEQUENCE: Readonly<Record<MoveKind, string>> = {
  on: 'The text is kept as a version.',
  back: 'Signatures hold until a word or the evidence that they cover changes.',
  return: 'It lies aside until somebody takes it up again at the step you name.',
  hold: 'It lies aside until somebody takes it up again. The time reminds; nothing happens by itself.',
  kill: 'It is kept with all that was said of it, and never filed. It can be taken up again.',
  resume: 'It goes on where it was.',
  approve: '',
  file: 'What was approved has gone out. The text stays locked; what changes later is a correction.',
  reopen:
    'The approval stays in the record, for that edition alone. The article becomes the next edition, at Desk edit.',
  correct:
    'What was published stays in the record as it is. The correction becomes the next edition and is signed anew.',
}

type MoveFieldsProps = {
  readonly move: Move
  readonly draft: MoveDraft
  readonly onChange: (part: Partial<MoveDraft>) => void
}

export function MoveFields({ move, draft, onChange }: MoveFieldsProps) {
  const [first] = move.resume
  return (
    <>
      {first !== undefined && (
        <SelectField
          label={move.kind === 'return' ? 'Return to' : 'Comes back to'}
          value={draft.resume ?? first}
          options={move.resume.map((value) => ({ value, label: STATUS_NAMES[value] }))}
          onChange={(resume) => onChange({ resume })}
        />
      )}
      {move.until && (
        <TextField
          type="datetime-local"
          label="Held until, if it is known"
          value={toTimeField(draft.until)}
          onChange={(event) => onChange({ until: fromTimeField(event.target.value) })}
        />
      )}
      {move.kind !== 'file' && (
        <TextArea
          label={move.reason ? (REASON[move.kind] ?? 'Reason') : 'Word to the next desk, if any'}
          hint={`It is logged with your name. ${CONSEQUENCE[move.kind]}`}
          value={draft.reason}
          maxLength={2000}
          onChange={(event) => onChange({ reason: event.target.value })}
        />
      )}
    </>
  )
}
