import { SelectField, TextField } from '../../ui/field.tsx'
import { GRADE_MEANINGS } from '../words.ts'
import { choices } from '../words.ts'
import { suggestionFor } from './source-draft.ts'
import type { SourceDraft } from './source-draft.ts'

type GradeProps = {
  readonly draft: SourceDraft
  readonly hasFile: boolean
  readonly set: (fields: Partial<SourceDraft>) => void
}

/** The grade that kind and record suggest, with why; another one wants a reason. */
export function GradeField({ draft, hasFile, set }: GradeProps) {
  const suggested = suggestionFor(draft, hasFile)
  const options = choices(GRADE_MEANINGS).map(({ value, label }) => ({
    value,
    label: `${value}${value === suggested.grade ? ', suggested' : ''}: ${label}`,
  }))
  return (
    <>
      <SelectField
        label="Grade"
        hint={`Suggested ${suggested.grade}: ${suggested.why}.`}
        value={draft.grade}
        options={options}
        onChange={(grade) => set({ grade })}
      />
      {draft.grade !== suggested.grade && (
        <TextField
          label={`Why ${draft.grade} and not ${suggested.grade}`}
          hint="It is kept with the source and told wherever the grade counts."
          value={draft.gradeReason}
          required
          maxLength={500}
          onChange={(event) => set({ gradeReason: event.target.value })}
        />
      )}
    </>
  )
}
