import { useState } from 'react'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useReview } from '../review/store.ts'
import { useShell } from '../shell-store.ts'

type DecideProps = {
  readonly verdict: 'accepted' | 'rejected'
  readonly changeIds: readonly string[]
  readonly what: string
}

/** Many changes at once: the count is said first. */
export function DecideDialog({ verdict, changeIds, what }: DecideProps) {
  const hide = useShell((shell) => shell.hide)
  const [reason, setReason] = useState('')
  const verb = verdict === 'accepted' ? 'Accept' : 'Reject'
  const decide = (): void => {
    hide()
    useReview.getState().editor?.decide(changeIds, verdict, reason)
    announce(`${what} ${verdict}.`)
  }
  return (
    <Dialog
      title={`${verb} ${what}?`}
      onClose={hide}
      footer={
        <>
          <Button look="fill" onClick={decide}>
            {verb}
          </Button>
          <Button onClick={hide}>Cancel</Button>
        </>
      }
    >
      <TextArea
        label="Reason, if you want one kept"
        hint="The decisions are listed with your name and can be undone."
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  )
}
