import type { ReactNode } from 'react'
import type { ThreadView } from '../../../shared/model/review.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/now.ts'
import { when } from '../../ui/time.ts'
import panel from '../review/panel.module.css'
import { usePersonOf } from '../review/people.ts'
import styles from './comments.module.css'
import { DraftField, openField, useIsFieldOpen } from './draft-field.tsx'
import type { Place } from './open-fields.ts'
import { focusThread, Said } from './said.tsx'
import { assign, sendReply, setAudience, setLevel, setResolved } from './thread-acts.ts'
import { Weight } from './weight.tsx'

type ThreadBodyProps = {
  readonly thread: ThreadView
  readonly place: Place
  /** Shows what may be done with it besides answering: level, assignee, privacy. */
  readonly whole: boolean
  readonly tabIndex?: number
  /** Beside the name of who began it. */
  readonly tags?: ReactNode
  /** Before what may be done. */
  readonly children?: ReactNode
}

/** What was said, and what may be done: reply, resolve, level, assignee, privacy. */
export function ThreadBody({ thread, place, whole, tabIndex = 0, tags, children }: ThreadBodyProps) {
  const personOf = usePersonOf()
  const now = useNow()
  const resolved = thread.resolvedAt !== null
  const writing = { kind: 'reply', threadId: thread.id } as const
  // A card that is open has its field ready.
  const isCard = place === 'card'
  const replying = useIsFieldOpen(writing, place)
  return (
    <>
      {thread.messages.map((message, at) => (
        <Said key={message.id} message={message} thread={thread} place={place} tabIndex={tabIndex}>
          {at === 0 && tags}
        </Said>
      ))}
      {resolved && (
        <p className={panel['remedy']}>
          Resolved by {personOf(thread.resolvedBy)?.name ?? 'somebody'}, {when(thread.resolvedAt ?? 0, now)}.
        </p>
      )}
      <DraftField
        writing={writing}
        place={place}
        label="Reply"
        verb="Send"
        slim={isCard && !resolved}
        onSend={(words) => sendReply(thread.id, words)}
        onClosed={() => focusThread(thread.id, place)}
      />
      <p className={styles['acts']}>
        {!resolved && !replying && !isCard && (
          <Button tabIndex={tabIndex} title="Reply (R)" onClick={() => openField(writing, place)}>
            Reply
          </Button>
        )}
        {children}
        <Button
          tabIndex={tabIndex}
          title={resolved ? 'Open it again (E)' : 'Resolve (E)'}
          onClick={() => void setResolved(thread.id, !resolved)}
        >
          {resolved ? 'Reopen' : 'Resolve'}
        </Button>
      </p>
      {whole && !resolved && <ThreadWeight thread={thread} />}
    </>
  )
}

/** Changing how much a thread weighs, who is to act on it, who may read it. */
export function ThreadWeight({ thread }: { readonly thread: ThreadView }) {
  return (
    <Weight
      value={thread}
      onChange={(fields, name) => {
        if (fields.level !== undefined) void setLevel(thread.id, fields.level)
        else if (fields.audience !== undefined) void setAudience(thread.id, fields.audience)
        else if (fields.assigneeId !== undefined) void assign(thread.id, fields.assigneeId, name)
      }}
    />
  )
}
