import { useLayoutEffect, useRef, useState } from 'react'
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
  /** Called when the field is left with other words than it had; true when they are stored. */
  readonly onCommit: (value: string) => Promise<boolean>
}

const REFUSED = 'Not stored. Your words stay here; leave the field once more to try again.'

/** What is typed, and its storing: once for the same words, and also when the field goes away under whoever types. */
function useCommit(value: string, onCommit: CommitFieldProps['onCommit']) {
  const [draft, setDraft] = useState<string | null>(null)
  const [refused, setRefused] = useState(false)
  const underWay = useRef<string | null>(null)
  const commit = async (): Promise<void> => {
    if (draft === null || draft === underWay.current) return
    if (draft === value) return setDraft(null)
    underWay.current = draft
    const isStored = await onCommit(draft)
    underWay.current = null
    setRefused(!isStored)
    // What was typed meanwhile is stored when the field is left again.
    if (isStored) setDraft((now) => (now === draft ? null : now))
  }
  const latest = useRef(commit)
  useLayoutEffect(() => {
    latest.current = commit
  })
  // A field that a key takes away, with its tab or its form, is not told that it was left.
  useLayoutEffect(() => () => void latest.current(), [])
  return { draft, setDraft, commit, refused: refused && draft !== null }
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
  const { draft, setDraft, commit, refused } = useCommit(value, onCommit)
  const told = refused ? REFUSED : hint
  const shared = {
    ...rest,
    ...(told !== undefined && { hint: told }),
    ...(className !== undefined && { className }),
    value: draft ?? value,
    onBlur: () => void commit(),
  }
  if (multiline === true) {
    return <TextArea {...shared} rows={2} onChange={(event) => setDraft(event.target.value)} />
  }
  return <TextField {...shared} ref={fieldRef} onChange={(event) => setDraft(event.target.value)} />
}
