import { useState } from 'react'
import type { Ref } from 'react'
import { TextArea, TextField } from './field.tsx'

type CommitFieldProps = {
  readonly label: string
  readonly hint?: string | undefined
  readonly value: string
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly multiline?: boolean
  readonly className?: string
  /** Of a field of one line. */
  readonly fieldRef?: Ref<HTMLInputElement>
  /** Called when the field is left with other words than it had. */
  readonly onCommit: (value: string) => void
}

/** A field that stores what was typed when it is left; until then the words are only here. */
export function CommitField({
  value,
  onCommit,
  multiline,
  hint,
  className,
  fieldRef,
  ...rest
}: CommitFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const shared = {
    ...rest,
    ...(hint !== undefined && { hint }),
    ...(className !== undefined && { className }),
    value: draft ?? value,
    onBlur: () => {
      if (draft !== null && draft !== value) onCommit(draft)
      setDraft(null)
    },
  }
  if (multiline === true) {
    return <TextArea {...shared} rows={2} onChange={(event) => setDraft(event.target.value)} />
  }
  return <TextField {...shared} ref={fieldRef} onChange={(event) => setDraft(event.target.value)} />
}
