import { useState } from 'react'
import type { Args } from '../../../shared/contract.ts'
import type { Source } from '../../../shared/model/source.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField, SelectField, TextField } from '../../ui/field.tsx'
import { focusOnOpen } from '../../ui/focus-on-open.ts'
import panel from '../review/panel.module.css'
import { useSession } from '../session-store.ts'
import { choices, GRADE_MEANINGS, ON_RECORD_NAMES, SOURCE_KIND_NAMES } from '../words.ts'
import styles from './sources.module.css'

export type SourceDraft = Args<'sources.create'>['fields']

const EMPTY: SourceDraft = {
  kind: 'document',
  title: '',
  grade: 'A',
  origin: '',
  locator: '',
  url: '',
  accessedAt: null,
  medium: '',
  period: '',
  directKnowledge: false,
  onRecord: 'on-record',
  suppliedBy: null,
}

function draftOf(source: Source): SourceDraft {
  const { kind, title, grade, origin, locator, url, accessedAt } = source
  const { medium, period, directKnowledge, onRecord, suppliedBy } = source
  return {
    kind,
    title,
    grade,
    origin,
    locator,
    url,
    accessedAt,
    medium,
    period,
    directKnowledge,
    onRecord,
    suppliedBy,
  }
}

/** A date field speaks in local days; the record keeps the instant at which that day began. */
function toField(at: number | null): string {
  if (at === null) return ''
  const date = new Date(at)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

function fromField(value: string): number | null {
  const [year, month, date] = value.split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined || Number.isNaN(date)) return null
  return new Date(year, month - 1, date).getTime()
}

const GRADES = choices(GRADE_MEANINGS).map(({ value, label }) => ({ value, label: `${value}: ${label}` }))

type FormProps = {
  readonly source?: Source
  readonly submitLabel: string
  readonly onSubmit: (fields: SourceDraft) => Promise<void>
  readonly onCancel: () => void
}

/** Every field of a source. For an unnamed one the title is the description agreed on; no field takes the name. */
export function SourceForm({ source, submitLabel, onSubmit, onCancel }: FormProps) {
  const [draft, setDraft] = useState<SourceDraft>(source === undefined ? EMPTY : draftOf(source))
  const people = useSession((store) => store.session?.people ?? [])
  const set = (fields: Partial<SourceDraft>): void => setDraft({ ...draft, ...fields })
  const unnamed = draft.onRecord === 'unnamed' || draft.onRecord === 'off-record'
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        void onSubmit(draft)
      }}
    >
      <TextField
        label={unnamed ? 'Description agreed on for the public' : 'Title'}
        hint={
          unnamed ? 'The name of this person is stored nowhere. Do not write it in any field.' : undefined
        }
        placeholder={unnamed ? 'an investigator with direct knowledge of the raids' : 'Charge sheet 26-1184'}
        value={draft.title}
        required
        ref={focusOnOpen}
        onChange={(event) => set({ title: event.target.value })}
      />
      <div className={panel['pair']}>
        <SelectField
          label="Kind"
          value={draft.kind}
          options={choices(SOURCE_KIND_NAMES)}
          onChange={(kind) => set({ kind })}
        />
        <SelectField
          label="On the record?"
          value={draft.onRecord}
          options={choices(ON_RECORD_NAMES)}
          onChange={(onRecord) => set({ onRecord })}
        />
      </div>
      <SelectField label="Grade" value={draft.grade} options={GRADES} onChange={(grade) => set({ grade })} />
      <div className={panel['pair']}>
        <TextField
          label="Origin"
          hint="Where it comes from in the end. Two sources with one origin count once."
          value={draft.origin}
          onChange={(event) => set({ origin: event.target.value })}
        />
        <TextField
          label="Where in it"
          hint="Page, paragraph or timecode."
          value={draft.locator}
          onChange={(event) => set({ locator: event.target.value })}
        />
        <TextField
          label="Medium"
          placeholder="recording, transcript, notes"
          value={draft.medium}
          onChange={(event) => set({ medium: event.target.value })}
        />
        <TextField
          label="Period or place it covers"
          value={draft.period}
          onChange={(event) => set({ period: event.target.value })}
        />
        <TextField
          label="Address"
          type="url"
          placeholder="https://"
          value={draft.url}
          onChange={(event) => set({ url: event.target.value })}
        />
        <TextField
          label="Seen on"
          type="date"
          value={toField(draft.accessedAt)}
          onChange={(event) => set({ accessedAt: fromField(event.target.value) })}
        />
        <SelectField
          label="Supplied by"
          value={draft.suppliedBy ?? ''}
          options={[
            { value: '', label: 'not said' },
            ...people.map((person) => ({ value: String(person.id), label: person.name })),
          ]}
          onChange={(suppliedBy) => set({ suppliedBy: suppliedBy === '' ? null : suppliedBy })}
        />
        <p className={styles['check']}>
          <CheckField
            label="Has direct knowledge"
            checked={draft.directKnowledge}
            onChange={(event) => set({ directKnowledge: event.target.checked })}
          />
        </p>
      </div>
      <p className={styles['acts']}>
        <Button look="line" type="submit">
          {submitLabel}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </p>
    </form>
  )
}
