import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import text from '../../ui/text.module.css'
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
    <Dialog
      title="Re-open the article?"
      onClose={hide}
      footer={
        <>
          <Button
            look="fill"
            aria-disabled={reason.trim() === ''}
            onClick={() => {
              void reopen()
            }}
          >
            Re-open
          </Button>
          <Button onClick={hide}>Cancel</Button>
          <span className={text['stop']} role="alert">
            {refusal}
          </span>
        </>
      }
    >
      <TextArea
        label="Why it is re-opened"
        hint="The approval stays in the record and is void from then on. The other signatures hold until a word or the evidence changes."
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  )
}
