import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Status } from '../../../shared/model/article.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import text from '../../ui/text.module.css'
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
    <Dialog
      title={`${name}?`}
      onClose={hide}
      footer={
        <>
          <Button
            look="fill"
            aria-disabled={asks && reason.trim() === ''}
            onClick={() => {
              void move()
            }}
          >
            {name}
          </Button>
          <Button onClick={hide}>Cancel</Button>
          <span className={text['stop']} role="alert">
            {refusal}
          </span>
        </>
      }
    >
      <TextArea
        label={asks ? 'Reason' : 'Word to the next desk, if any'}
        hint="It is logged with your name."
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  )
}
