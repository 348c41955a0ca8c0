import { useState } from 'react'
import type { ThreadView } from '../../../shared/model/review.ts'
import type { Level, Message } from '../../../shared/model/thread.ts'
import { announce } from '../../ui/announcer.tsx'
import { Initials } from '../../ui/author.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import text from '../../ui/text.module.css'
import { goToText } from '../review/go-to.ts'
import { PlaceNotice } from '../review/place-notice.tsx'
import { useReview } from '../review/store.ts'
import { placeAgain } from './actions.ts'
import styles from './cards.module.css'
import { LevelSelect } from './level-select.tsx'
import { Moment } from './moment.tsx'
import { usePerson } from './use-person.ts'
import { WritingField } from './writing-field.tsx'

type ThreadCardProps = {
  readonly thread: ThreadView
  /** Its words are gone from the text. */
  readonly lost: boolean
  readonly active: boolean
}

/** A comment in the margin: two lines until it is active, then everything, with its reply field. */
export function ThreadCard({ thread, lost, active }: ThreadCardProps) {
  const [first, ...replies] = thread.messages
  const author = usePerson(first?.authorId ?? '')
  if (first === undefined) return null
  const level = thread.level === 'must' ? ', must' : ''
  const label = `${lost ? 'Orphaned comment' : 'Comment'} by ${author?.name ?? 'an unknown author'}${level}`
  const target = { kind: 'comment', id: thread.id } as const
  const choose = () => (active ? goToText(target) : useReview.getState().setCurrent(target))
  return (
    <article
      className={classes(styles['card'], active ? styles['active'] : styles['quiet'], lost && styles['lost'])}
      aria-label={label}
    >
      {/* Lies over the whole card until it is active, then over its first line: a second press goes to the words. */}
      <button
        type="button"
        className={styles['cover']}
        aria-expanded={active}
        aria-label={active ? `${label}: go to its words` : label}
        onClick={choose}
      />
      <MessageHead message={first} level={thread.level} assigneeId={thread.assigneeId} />
      {lost && (
        <p className={classes(text['small'], text['soft'])}>
          Orphaned: <q className={styles['quote']}>{thread.quote}</q> is no longer in the text.
        </p>
      )}
      <p className={styles['text']} dir="auto">
        {first.text}
      </p>
      {active &&
        replies.map((message) => (
          <div key={message.id} className={styles['message']}>
            <MessageHead message={message} level={null} assigneeId={null} />
            <p className={styles['text']} dir="auto">
              {message.text}
            </p>
          </div>
        ))}
      {!active && replies.length > 0 && (
        <p className={classes(styles['more'], styles['soft'])}>
          {replies.length === 1 ? '1 reply' : `${replies.length} replies`}
        </p>
      )}
      {active && thread.target.kind === 'range' && (
        <PlaceNotice mark="comment" id={thread.id} orphaned={lost} />
      )}
      {active && <ThreadActs thread={thread} lost={lost} />}
    </article>
  )
}

type HeadProps = {
  readonly message: Message
  readonly level: Level | null
  readonly assigneeId: string | null
}

function MessageHead({ message, level, assigneeId }: HeadProps) {
  const assignee = usePerson(assigneeId ?? '')
  const author = usePerson(message.authorId)
  return (
    <p className={styles['top']}>
      <Initials person={author} />
      <span className={styles['name']}>{author?.name ?? 'Unknown author'}</span>
      {level !== null && <span className={level === 'must' ? styles['must'] : styles['soft']}>{level}</span>}
      {assignee !== null && (
        <span className={styles['soft']} title={`Assigned to ${assignee.name}`}>
          to {assignee.initials}
        </span>
      )}
      <Moment at={message.at} />
    </p>
  )
}

function ThreadActs({ thread, lost }: { readonly thread: ThreadView; readonly lost: boolean }) {
  const articleId = useReview((store) => store.articleId)
  const locked = useReview((store) => store.state?.article.locked ?? true)
  const [reply, setReply] = useState('')
  if (articleId === null || locked) return null
  const ofThread = { articleId, threadId: thread.id }
  const resolved = thread.resolvedAt !== null

  const sendReply = async () => {
    if (reply.trim() === '') return
    const outcome = await useReview.getState().act('threads.reply', { ...ofThread, text: reply })
    if (!outcome.ok) return
    setReply('')
    announce('Reply added')
  }
  const resolve = async () => {
    const outcome = await useReview.getState().act('threads.resolve', { ...ofThread, resolved: !resolved })
    if (outcome.ok) announce(resolved ? 'Comment re-opened' : 'Comment resolved')
  }
  const setLevel = (level: Level) =>
    void useReview.getState().act('threads.set', { ...ofThread, level, assigneeId: thread.assigneeId })

  return (
    <>
      <WritingField label="Reply" value={reply} onChange={setReply} onSend={() => void sendReply()} />
      <div className={styles['acts']}>
        {reply.trim() !== '' && <Button onClick={() => void sendReply()}>Send</Button>}
        <Button onClick={() => void resolve()}>{resolved ? 'Reopen' : 'Resolve'}</Button>
        {lost && (
          <Button title="Select the words it speaks of first" onClick={() => void placeAgain(thread.id)}>
            Place again
          </Button>
        )}
        <LevelSelect value={thread.level} onChange={setLevel} />
      </div>
    </>
  )
}
