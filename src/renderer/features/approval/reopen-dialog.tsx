import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { announce } from '../../ui/announcer.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useReview } from '../review/store.ts'
import { useShell } from '../shell-store.ts'

/** An approved article is worked on again only with a reason. */
export function ReopenDialog() {
  const hide = useShell((shell) => shell.hide)
  const { act, articleId } = useReview(useShallow(({ act, articleId }) => ({ act, articleId })))
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState('')
  const reopen = async (): Promise<void> => {
    if (articleId === null) return
    const outcome = await act('approval.reopen', { articleId, reason })
    if (!outcome.ok) {
      setRefusal(outcome.error.message)
      return
    }
    announce('The article is open again.')
    hide()
  }
  return (
    <FormDialog
      title="Re-open the article?"
      submit="Re-open"
      waits={reason.trim() === ''}
      refusal={refusal}
      onSubmit={() => {
        void reopen()
      }}
      onClose={hide}
    >
      <TextArea
        label="Why it is re-opened"
        hint="The approval stays in the record and is void from then on. The other signatures hold until a word or the evidence changes."
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  )
}
