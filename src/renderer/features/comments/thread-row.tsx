import { memo, useState } from 'react'
import type { ThreadView } from '../../../shared/model/review.ts'
import type { Level } from '../../../shared/model/thread.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { CompactSelect } from '../../ui/field.tsx'
import { useNow } from '../../ui/now.ts'
import text from '../../ui/text.module.css'
import { when } from '../../ui/time.ts'
import { goToText } from '../review/go-to.ts'
import { PlaceNotice } from '../review/place-notice.tsx'
import panel from '../review/panel.module.css'
import { usePersonOf } from '../review/people.ts'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import { choices, LEVEL_NAMES } from '../words.ts'
import styles from './comments.module.css'
import { Said } from './said.tsx'
import { WriteMessage } from './write-message.tsx'

function whatAbout(thread: ThreadView): string {
  switch (thread.target.kind) {
    case 'range':
      return thread.quote
    case 'change':
      return thread.quote === '' ? 'On a change' : thread.quote
    case 'claim':
      return thread.quote === '' ? 'On a claim' : thread.quote
    case 'article':
      return 'On the whole article'
  }
}

function goToThread(thread: ThreadView): void {
  const { target } = thread
  if (target.kind === 'change') goToText({ kind: 'change', id: target.changeId })
  else if (target.kind === 'claim') goToText({ kind: 'claim', id: target.claimId })
  else goToText({ kind: 'comment', id: thread.id })
}

/** Who it is for, and how much it weighs. */
function Weight({ thread, articleId }: { readonly thread: ThreadView; readonly articleId: string }) {
  const act = useReview((review) => review.act)
  const people = useSession((store) => store.session?.people ?? [])
  const set = (level: Level, assigneeId: string | null): void => {
    void act('threads.set', { articleId, threadId: thread.id, level, assigneeId })
  }
  return (
    <p className={classes(panel['acts'], styles['weight'])}>
      <CompactSelect
        label="Level"
        value={thread.level}
        options={choices(LEVEL_NAMES)}
        onChange={(level) => set(level, thread.assigneeId)}
      />
      <CompactSelect
        label="Assigned to"
        value={thread.assigneeId ?? ''}
        options={[
          { value: '', label: 'to nobody' },
          ...people
            .filter((person) => !person.outside)
            .map((person) => ({ value: String(person.id), label: `to ${person.name}` })),
        ]}
        onChange={(assigneeId) => set(thread.level, assigneeId === '' ? null : assigneeId)}
      />
    </p>
  )
}

/** One thread; its words lead to the text. */
export const ThreadRow = memo(function ThreadRow({
  thread,
  articleId,
}: {
  readonly thread: ThreadView
  readonly articleId: string
}) {
  const act = useReview((review) => review.act)
  const on = useReview(({ current }) => current?.kind === 'comment' && current.id === thread.id)
  const personOf = usePersonOf()
  const now = useNow()
  const [replying, setReplying] = useState(false)
  const resolved = thread.resolvedAt !== null
  const resolve = async (): Promise<void> => {
    const outcome = await act('threads.resolve', { articleId, threadId: thread.id, resolved: !resolved })
    if (outcome.ok) announce(resolved ? 'Comment reopened.' : 'Comment resolved.')
  }
  const reply = async (words: string): Promise<boolean> => {
    const outcome = await act('threads.reply', { articleId, threadId: thread.id, text: words })
    if (outcome.ok) announce('Reply sent.')
    return outcome.ok
  }
  return (
    <li data-row={thread.id} className={classes(panel['row'], panel['plain'], on && panel['on'])}>
      <div className={resolved ? styles['resolved'] : undefined}>
        <p className={panel['meta']}>
          <b className={thread.level === 'must' && !resolved ? text['stop'] : undefined}>
            {resolved ? 'resolved' : LEVEL_NAMES[thread.level]}
          </b>
          {thread.orphaned && <b>orphaned</b>}
          {thread.assigneeId !== null && <span>to {personOf(thread.assigneeId)?.name}</span>}
        </p>
        <button
          type="button"
          className={panel['words']}
          dir="auto"
          aria-current={on ? 'true' : undefined}
          onClick={() => goToThread(thread)}
        >
          {thread.orphaned ? <i>“{whatAbout(thread)}”</i> : whatAbout(thread)}
        </button>
        {thread.orphaned && (
          <p className={panel['remedy']}>
            Its words were deleted. Resolve it, find them again, or bring them back with undo.
          </p>
        )}
        {thread.target.kind === 'range' && !resolved && (
          <PlaceNotice mark="comment" id={thread.id} orphaned={thread.orphaned} />
        )}
        {thread.messages.map((message) => (
          <Said key={message.id} message={message} thread={thread} articleId={articleId} />
        ))}
        {resolved && (
          <p className={panel['remedy']}>
            Resolved by {personOf(thread.resolvedBy)?.name ?? 'somebody'}, {when(thread.resolvedAt ?? 0, now)}
            .
          </p>
        )}
        {on && !resolved && <Weight thread={thread} articleId={articleId} />}
        {replying ? (
          <WriteMessage label="Reply" verb="Send" onSend={reply} onDone={() => setReplying(false)} />
        ) : (
          <p className={panel['acts']}>
            {!resolved && <Button onClick={() => setReplying(true)}>Reply</Button>}
            <Button
              onClick={() => {
                void resolve()
              }}
            >
              {resolved ? 'Reopen' : 'Resolve'}
            </Button>
          </p>
        )}
      </div>
    </li>
  )
})
