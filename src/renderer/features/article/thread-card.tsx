import type { ThreadView } from '../../../shared/model/review.ts'
import type { Message } from '../../../shared/model/thread.ts'
import { Initials } from '../../ui/author.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { counted } from '../../ui/counted.ts'
import text from '../../ui/text.module.css'
import type { About } from '../comments/about.ts'
import { goToThread } from '../comments/go-to-thread.ts'
import { PrivateMark } from '../comments/private-mark.tsx'
import { ThreadBody } from '../comments/thread-body.tsx'
import { capital, threadInWords } from '../comments/thread-words.ts'
import { PlaceNotice } from '../review/place-notice.tsx'
import { personName } from '../review/people.ts'
import { useReview } from '../review/store.ts'
import { LEVEL_NAMES } from '../words.ts'
import { placeAgain } from './actions.ts'
import styles from './cards.module.css'
import { Moment } from './moment.tsx'
import { usePerson } from './use-person.ts'

type ThreadCardProps = {
  readonly thread: ThreadView
  readonly about: About
  /** Its words are gone from the text. */
  readonly lost: boolean
  readonly active: boolean
}

/** A comment in the margin: two lines until it is active, then everything, with what may be done with it. */
export function ThreadCard({ thread, about, lost, active }: ThreadCardProps) {
  const [first, ...replies] = thread.messages
  const author = usePerson(first?.authorId ?? '')
  if (first === undefined) return null
  const level = thread.level === 'must' ? ', must' : ''
  const label = `${lost ? 'Orphaned comment' : 'Comment'} by ${author?.name ?? 'an unknown author'}${level}`
  const whole = threadInWords(thread, about, (id) => personName(id ?? ''))
  const choose = () =>
    active ? goToThread(thread) : useReview.getState().setCurrent({ kind: 'comment', id: thread.id })
  return (
    <article
      data-thread={`card ${thread.id}`}
      className={classes(styles['card'], active ? styles['active'] : styles['quiet'], lost && styles['lost'])}
      aria-label={label}
    >
      {/* Lies over the whole card until it is active, then over its first line: a second press goes to the words. */}
      <button
        type="button"
        className={styles['cover']}
        aria-expanded={active}
        aria-label={active ? `Go to its words. ${whole}` : whole}
        onClick={choose}
      />
      {!active && <QuietHead message={first} thread={thread} />}
      {about.label !== '' && <p className={classes(text['small'], text['soft'])}>{capital(about.label)}</p>}
      {lost && (
        <p className={classes(text['small'], text['soft'])}>
          Orphaned: <q className={styles['quote']}>{thread.quote}</q> is no longer in the text.
        </p>
      )}
      {!active && (
        <p className={styles['text']} dir="auto">
          {first.text}
        </p>
      )}
      {!active && replies.length > 0 && (
        <p className={classes(styles['more'], styles['soft'])}>
          {counted(replies.length, 'reply', 'replies')}
        </p>
      )}
      {active && <Opened thread={thread} lost={lost} />}
    </article>
  )
}

/** Level, privacy and assignee, in words. */
function Tags({ thread }: { readonly thread: ThreadView }) {
  const assignee = usePerson(thread.assigneeId ?? '')
  const { level, audience } = thread
  return (
    <>
      <span className={level === 'must' ? styles['must'] : styles['soft']}>{LEVEL_NAMES[level]}</span>
      {audience === 'legal' && <PrivateMark />}
      {assignee !== null && (
        <span className={styles['soft']} title={`Assigned to ${assignee.name}`}>
          to {assignee.initials}
        </span>
      )}
    </>
  )
}

function QuietHead({ message, thread }: { readonly message: Message; readonly thread: ThreadView }) {
  const author = usePerson(message.authorId)
  return (
    <p className={styles['top']}>
      <Initials person={author} />
      <span className={styles['name']}>{author?.name ?? 'Unknown author'}</span>
      <Tags thread={thread} />
      <Moment at={message.at} />
    </p>
  )
}

function Opened({ thread, lost }: { readonly thread: ThreadView; readonly lost: boolean }) {
  const locked = useReview((store) => store.state?.article.locked ?? true)
  return (
    <>
      <ThreadBody thread={thread} place="card" whole tags={<Tags thread={thread} />} />
      {thread.target.kind === 'range' && thread.resolvedAt === null && (
        <PlaceNotice mark="comment" id={thread.id} orphaned={lost} />
      )}
      {lost && !locked && (
        <div className={styles['acts']}>
          <Button
            title="Select the words it speaks of first"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => void placeAgain(thread.id)}
          >
            Place again
          </Button>
        </div>
      )}
    </>
  )
}
