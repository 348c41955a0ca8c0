import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { announce } from '../../ui/announcer.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useReview } from '../review/store.ts'
import { useShell } from '../shell-store.ts'

/** The right to edit back to this desk, when what was handed over never arrived. */
export function TakeBackDialog() {
  const hide = useShell((shell) => shell.hide)
  const { act, articleId, rightWith } = useReview(
    useShallow(({ act, articleId, state }) => ({
      act,
      articleId,
      rightWith: state?.article.rightWith ?? '',
    })),
  )
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState('')
  const takeBack = async (): Promise<void> => {
    if (articleId === null) return
    const outcome = await act('packages.takeBack', { articleId, reason })
    if (!outcome.ok) return setRefusal(outcome.error.message)
    announce('The right to edit is here again.')
    hide()
  }
  const other = rightWith === '' ? 'the other desk' : rightWith
  return (
    <FormDialog
      title="Take the right to edit back?"
      submit="Take it back"
      waits={reason.trim() === ''}
      refusal={refusal}
      onSubmit={takeBack}
      onClose={hide}
    >
      <TextArea
        label="Why it is taken back"
        hint={`Tell ${other}, too. If they have taken it meanwhile, both desks will find a conflict (B7) when they next exchange it.`}
        value={reason}
        maxLength={2000}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  )
}
