import { useState } from 'react'
import type { Source } from '../../../shared/model/source.ts'
import { isUnnamed } from '../../../shared/rules/personal-details.ts'
import { listed } from '../../../shared/rules/words.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { focusOnOpen } from '../../ui/focus-on-open.ts'
import text from '../../ui/text.module.css'
import { usePersonOf } from '../review/people.ts'
import { choices, ON_RECORD_NAMES, SOURCE_KIND_NAMES } from '../words.ts'
import { GradeField } from './grade-field.tsx'
import { NamedFields } from './named-fields.tsx'
import { NoName } from './no-name.tsx'
import { personalWords } from './personal-words.ts'
import { OriginFields } from './origin-fields.tsx'
import {
  draftOf,
  EMPTY_DRAFT,
  endsAttestation,
  fieldsOf,
  hasFile,
  lostUnnamed,
  sourceRefusal,
  suggestionFor,
} from './source-draft.ts'
import type { SourceDraft, SourceFields } from './source-draft.ts'
import { sourceDrafts } from './source-drafts.ts'
import styles from './sources.module.css'

type FormProps = {
  readonly source?: Source
  readonly submitLabel: string
  /** What was begun under this name and not kept is there again when the form comes back. */
  readonly keepAs: string
  readonly onSubmit: (fields: SourceFields, confirmedNoName: boolean) => Promise<void>
  readonly onCancel: () => void
}

/** A grade that was as suggested goes along with what suggests it; one that somebody chose stays. */
function withGrade(before: SourceDraft, after: SourceDraft, hasFile: boolean): SourceDraft {
  if (before.grade !== suggestionFor(before, hasFile).grade || after.grade !== before.grade) return after
  return { ...after, grade: suggestionFor(after, hasFile).grade }
}

/** What goes when this is kept, told before. */
function Ends({ source, draft }: { readonly source: Source; readonly draft: SourceDraft }) {
  const by = usePersonOf()(source.attestation?.by ?? null)?.name ?? 'an editor'
  const lost = lostUnnamed(source, draft)
  return (
    <output className={text['stop']}>
      {endsAttestation(source, draft) &&
        `The attestation by ${by} ends when you keep this: it was given for the description as it was. `}
      {lost.length > 0 && `Becoming unnamed it loses ${listed(lost)}: they may tell who this is.`}
    </output>
  )
}

/** Kind, record and title. For an unnamed source the title is the description agreed on; no field takes the name. */
function What({ draft, set }: { draft: SourceDraft; set: (fields: Partial<SourceDraft>) => void }) {
  const unnamed = isUnnamed(draft.onRecord)
  return (
    <>
      <div className={styles['pair']}>
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
      <TextField
        label={unnamed ? 'Description agreed on for the public' : 'Title'}
        hint={
          unnamed
            ? 'The name is stored nowhere. Of an unnamed source no address, place or file is kept either.'
            : undefined
        }
        placeholder={unnamed ? 'an investigator with direct knowledge of the raids' : 'Charge sheet 26-1184'}
        value={draft.title}
        required
        maxLength={500}
        ref={focusOnOpen}
        onChange={(event) => set({ title: event.target.value })}
      />
    </>
  )
}

/** Every field of a source, with what kind and record ask for. */
export function SourceForm({ source, submitLabel, keepAs, onSubmit, onCancel }: FormProps) {
  const withFile = hasFile(source ?? null)
  const draft = sourceDrafts.use(keepAs) ?? (source ? draftOf(source) : EMPTY_DRAFT)
  const [refusal, setRefusal] = useState('')
  const set = (fields: Partial<SourceDraft>): void => {
    sourceDrafts.keep(keepAs, withGrade(draft, { ...draft, ...fields }, withFile))
    setRefusal('')
  }
  const submit = async (): Promise<void> => {
    const why = sourceRefusal(draft, source ?? null)
    if (why !== null) return setRefusal(why)
    await onSubmit(fieldsOf(draft, suggestionFor(draft, withFile).grade), draft.confirmedNoName)
  }
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <What draft={draft} set={set} />
      <GradeField draft={draft} hasFile={withFile} set={set} />
      <OriginFields draft={draft} source={source ?? null} set={set} />
      {!isUnnamed(draft.onRecord) && <NamedFields draft={draft} set={set} />}
      <NoName
        found={isUnnamed(draft.onRecord) ? personalWords(draft) : null}
        confirmed={draft.confirmedNoName}
        onConfirm={(confirmedNoName) => set({ confirmedNoName })}
      />
      {source !== undefined && <Ends source={source} draft={draft} />}
      <div className={styles['decide']}>
        <p className={text['stop']} role="alert">
          {refusal}
        </p>
        <Button look="line" type="submit">
          {submitLabel}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  )
}
