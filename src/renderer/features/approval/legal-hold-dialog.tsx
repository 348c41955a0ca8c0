import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { announce } from '../../ui/announcer.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { dayAndClock } from '../../ui/time.ts'
import { usePersonOf } from '../review/people.ts'
import { useReview } from '../review/store.ts'
import { useShell } from '../shell-store.ts'

/** Sets a legal hold with its reason, or lifts the one that is in force. */
export function LegalHoldDialog() {
  const hide = useShell((shell) => shell.hide)
  const { act, articleId, hold } = useReview(
    useShallow(({ act, articleId, state }) => ({
      act,
      articleId,
      hold: state?.article.legalHold ?? null,
    })),
  )
  const personOf = usePersonOf()
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState('')
  const lifts = hold !== null
  const send = async (): Promise<void> => {
    if (articleId === null) return
    const outcome = await act('workflow.legalHold', { articleId, reason: lifts ? null : reason })
    if (!outcome.ok) return setRefusal(outcome.error.message)
    announce(lifts ? 'The legal hold is lifted.' : 'The article is on legal hold.')
    hide()
  }
  return (
    <FormDialog
      title={lifts ? 'Lift the legal hold?' : 'Set a legal hold?'}
      submit={lifts ? 'Lift the hold' : 'Set the hold'}
      waits={!lifts && reason.trim() === ''}
      refusal={refusal}
      onSubmit={send}
      onClose={hide}
    >
      {lifts ? (
        <p>
          Set by {personOf(hold.by)?.name ?? 'somebody'}, {dayAndClock(hold.at)}: “{hold.reason}” Lifting it
          is logged with your name; the article can then be approved and filed.
        </p>
      ) : (
        <TextArea
          label="Why legal holds the article"
          hint="It can be worked on; it cannot be approved or filed until legal lifts the hold (B12)."
          value={reason}
          maxLength={2000}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
    </FormDialog>
  )
}
