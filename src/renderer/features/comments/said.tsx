import { Pencil } from 'lucide-react'
import { useState } from 'react'
import type { ThreadView } from '../../../shared/model/review.ts'
import type { Message } from '../../../shared/model/thread.ts'
import { announce } from '../../ui/announcer.tsx'
import { Initials } from '../../ui/author.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/icon.tsx'
import { useNow } from '../../ui/now.ts'
import text from '../../ui/text.module.css'
import { when } from '../../ui/time.ts'
import panel from '../review/panel.module.css'
import { usePersonOf } from '../review/people.ts'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import styles from './comments.module.css'
import { WriteMessage } from './write-message.tsx'

type SaidProps = { readonly message: Message; readonly thread: ThreadView; readonly articleId: string }

/** One message; whoever wrote it may put it in other words. */
export function Said({ message, thread, articleId }: SaidProps) {
  const act = useReview((review) => review.act)
  const person = usePersonOf()(message.authorId)
  const me = useSession((store) => store.session?.actor.personId)
  const now = useNow()
  const [editing, setEditing] = useState(false)
  const store = async (words: string): Promise<boolean> => {
    const of = { articleId, threadId: thread.id, messageId: message.id }
    const outcome = await act('threads.editMessage', { ...of, text: words })
    if (outcome.ok) announce('Comment changed.')
    return outcome.ok
  }
  return (
    <div className={styles['message']}>
      <p className={panel['meta']}>
        <Initials person={person} />
        <span className={classes(text['strong'], styles['name'])}>{person?.name ?? 'Unknown'}</span>
        <time>
          {message.editedAt === null ? '' : 'edited '}
          {when(message.editedAt ?? message.at, now)}
        </time>
        {message.authorId === me && thread.resolvedAt === null && !editing && (
          <Button
            only
            className={styles['edit']}
            aria-label={`Edit what you wrote: ${message.text.slice(0, 40)}`}
            title="Edit"
            onClick={() => setEditing(true)}
          >
            <Icon of={Pencil} size={13} />
          </Button>
        )}
      </p>
      {editing ? (
        <WriteMessage
          label="Comment"
          first={message.text}
          verb="Save"
          onSend={store}
          onDone={() => setEditing(false)}
        />
      ) : (
        <p className={styles['text']} dir="auto">
          {message.text}
        </p>
      )}
    </div>
  )
}
