import { Pencil } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ThreadView } from '../../../shared/model/review.ts'
import type { Message } from '../../../shared/model/thread.ts'
import { Initials } from '../../ui/author.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useNow } from '../../ui/now.ts'
import { when } from '../../ui/time.ts'
import { usePersonOf } from '../review/people.ts'
import { useSession } from '../session-store.ts'
import styles from './comments.module.css'
import { DraftField, openField, useIsFieldOpen } from './draft-field.tsx'
import type { Place } from './open-fields.ts'
import { reword } from './thread-acts.ts'
import { shortened } from './thread-words.ts'
import { Wordings } from './wordings.tsx'

type SaidProps = {
  readonly message: Message
  readonly thread: ThreadView
  readonly place: Place
  /** 0 in the row that Tab reaches; -1 in the others. */
  readonly tabIndex?: number
  /** Beside the name: the level, whom it is for. */
  readonly children?: ReactNode
}

/** One message; whoever wrote it may put it in other words, and the words before stay readable. */
export function Said({ message, thread, place, tabIndex = 0, children }: SaidProps) {
  const person = usePersonOf()(message.authorId)
  const me = useSession((store) => store.session?.actor.personId)
  const now = useNow()
  const [unfolded, setUnfolded] = useState(false)
  const writing = { kind: 'edit', messageId: message.id } as const
  const isMine = message.authorId === me && thread.resolvedAt === null
  // The field may still be open from before somebody else sat down, or before the thread was resolved.
  const editing = useIsFieldOpen(writing, place) && isMine
  return (
    <div className={styles['message']}>
      <p className={styles['head']}>
        <Initials person={person} />
        <span className={styles['name']}>{person?.name ?? 'Unknown author'}</span>
        {children}
        <time dateTime={new Date(message.at).toISOString()}>{when(message.at, now)}</time>
        {message.editedAt !== null && message.earlier.length === 0 && (
          <span>edited {when(message.editedAt, now)}</span>
        )}
        {message.editedAt !== null && message.earlier.length > 0 && (
          <Button
            className={styles['edited']}
            tabIndex={tabIndex}
            aria-expanded={unfolded}
            title="Shows the words before"
            onClick={() => setUnfolded(!unfolded)}
          >
            edited {when(message.editedAt, now)}
          </Button>
        )}
        {isMine && !editing && (
          <Button
            only
            className={styles['edit']}
            tabIndex={tabIndex}
            aria-label={`Edit what you wrote: ${shortened(message.text, 40)}`}
            title="Edit (W)"
            onClick={() => openField(writing, place)}
          >
            <Icon of={Pencil} size={13} />
          </Button>
        )}
      </p>
      {!editing && (
        <p className={styles['text']} dir="auto">
          {message.text}
        </p>
      )}
      {isMine && (
        <DraftField
          writing={writing}
          place={place}
          label="Your words"
          first={message.text}
          verb="Save"
          onSend={(words) => reword(thread.id, message, words)}
          onClosed={() => focusThread(thread.id, place)}
        />
      )}
      {unfolded && <Wordings message={message} />}
    </div>
  )
}

/** The focus goes back to the thread whose field was closed, where that is shown. */
export function focusThread(threadId: string, place: Place): void {
  const row = document.querySelector(`[data-thread="${CSS.escape(`${place} ${threadId}`)}"]`)
  requestAnimationFrame(() => row?.querySelector('button')?.focus({ preventScroll: true }))
}
