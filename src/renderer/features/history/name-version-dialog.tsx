import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { announce } from '../../ui/announcer.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useReview } from '../review/store.ts'
import { storedFirst } from '../review/stored-first.ts'
import { useShell } from '../shell-store.ts'

const NOT_STORED = 'Your last edits are not stored yet, so no version was kept. Try again in a moment.'

/** Keeps the text as it stands, under a name. */
export function NameVersionDialog() {
  const hide = useShell((shell) => shell.hide)
  const { act, articleId } = useReview(useShallow(({ act, articleId }) => ({ act, articleId })))
  const [name, setName] = useState('')
  const [refusal, setRefusal] = useState('')
  const keep = async (): Promise<void> => {
    if (articleId === null) return
    if (!(await storedFirst())) return setRefusal(NOT_STORED)
    const outcome = await act('versions.name', { articleId, name })
    if (!outcome.ok) return setRefusal(outcome.error.message)
    announce(`Kept as “${name.trim()}”.`)
    hide()
  }
  return (
    <FormDialog
      title="Name this version"
      submit="Keep it"
      waits={name.trim() === ''}
      refusal={refusal}
      onSubmit={keep}
      onClose={hide}
    >
      <TextField
        label="Name"
        hint="The text as it stands now is kept under it, and can be read, compared and brought back."
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
    </FormDialog>
  )
}
