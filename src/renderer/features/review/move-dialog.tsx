import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Status } from '../../../shared/model/article.ts'
import { announce } from '../../ui/announcer.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useShell } from '../shell-store.ts'
import { STATUS_NAMES } from '../words.ts'
import { useReview } from './store.ts'
import { needsReason } from './workflow.ts'

const ACT_NAMES: Readonly<Partial<Record<Status, string>>> = {
  returned: 'Return the article',
  held: 'Hold the article',
  killed: 'Kill the article',
}

/** Moves the article to another step; main refuses what the gates do not allow. */
export function MoveDialog({ to }: { readonly to: Status }) {
  const hide = useShell((shell) => shell.hide)
  const { act, articleId, state, editor } = useReview(
    useShallow(({ act, articleId, state, editor }) => ({ act, articleId, state, editor })),
  )
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState('')
  const asks = state !== null && needsReason(state.article.status, to)
  const name = ACT_NAMES[to] ?? `Move to ${STATUS_NAMES[to]}`
  const move = async (): Promise<void> => {
    if (articleId === null) return
    await editor?.flush()
    const outcome = await act('articles.move', { articleId, status: to, reason })
    if (!outcome.ok) {
      setRefusal(outcome.error.message)
      return
    }
    announce(`The article stands at ${STATUS_NAMES[to]}.`)
    hide()
  }
  return (
    <FormDialog
      title={`${name}?`}
      submit={name}
      waits={asks && reason.trim() === ''}
      refusal={refusal}
      onSubmit={() => {
        void move()
      }}
      onClose={hide}
    >
      <TextArea
        label={asks ? 'Reason' : 'Word to the next desk, if any'}
        hint="It is logged with your name."
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  )
}
