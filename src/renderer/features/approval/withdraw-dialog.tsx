import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Slot } from '../../../shared/model/approval.ts'
import { SLOT_NAMES } from '../../../shared/names.ts'
import { announce } from '../../ui/announcer.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { utcOffset } from '../../ui/time.ts'
import { useReview } from '../review/store.ts'
import { useShell } from '../shell-store.ts'

/** Takes the last signature of a slot back; it stays in the record, struck. */
export function WithdrawDialog({ slot }: { readonly slot: Slot }) {
  const hide = useShell((shell) => shell.hide)
  const { act, articleId } = useReview(useShallow(({ act, articleId }) => ({ act, articleId })))
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState('')
  const withdraw = async (): Promise<void> => {
    if (articleId === null) return
    const outcome = await act('approval.withdraw', { articleId, slot, reason, utcOffset: utcOffset() })
    if (!outcome.ok) return setRefusal(outcome.error.message)
    announce(`${SLOT_NAMES[slot]}: the signature is withdrawn.`)
    hide()
  }
  return (
    <FormDialog
      title={`Withdraw the ${SLOT_NAMES[slot].toLowerCase()} signature?`}
      submit="Withdraw"
      waits={reason.trim() === ''}
      refusal={refusal}
      onSubmit={withdraw}
      onClose={hide}
    >
      <TextArea
        label="Why it is withdrawn"
        hint="A record of its own, with your name. The signature stays in the record, struck, and the slot waits again."
        value={reason}
        maxLength={2000}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  )
}
