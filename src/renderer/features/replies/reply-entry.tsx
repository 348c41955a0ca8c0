import type { Reply } from '../../../shared/model/reply.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { useNow } from '../../ui/now.ts'
import text from '../../ui/text.module.css'
import { dayAndClock } from '../../ui/time.ts'
import { ClaimLinks } from '../review/claim-links.tsx'
import { usePersonOf } from '../review/people.ts'
import { useShell } from '../shell-store.ts'
import styles from './replies.module.css'
import { CHANNEL_NAMES, deadlineWords, OUTCOME_NAMES } from './reply-words.ts'

function Deadline({ reply }: { readonly reply: Reply }) {
  const { words, isOver } = deadlineWords(reply, useNow())
  if (words === '') return null
  return <span className={isOver ? classes(text['stop'], text['strong']) : text['soft']}>{words}</span>
}

/** One record of the log: who was asked, by whom, about what, until when, and what came of it. */
export function ReplyEntry({ state, reply }: { readonly state: ReviewState; readonly reply: Reply }) {
  const show = useShell((shell) => shell.show)
  const asker = usePersonOf()(reply.askedBy)?.name ?? 'somebody who is not in the library'
  const claims = state.claims.filter(({ id }) => reply.claimIds.includes(id))
  const edit = (): void => show({ kind: 'reply', replyId: reply.id, party: reply.party, claimIds: [] })
  return (
    <li className={styles['entry']}>
      <div className={styles['head']}>
        <p className={text['grow']}>
          <b className={text['strong']}>{reply.party}</b>{' '}
          <span className={reply.outcome === 'waiting' ? undefined : text['soft']}>
            {OUTCOME_NAMES[reply.outcome]}
          </span>
        </p>
        {!state.article.locked && (
          <Button aria-label={`Edit the record of ${reply.party}`} onClick={edit}>
            Edit
          </Button>
        )}
      </div>
      <p className={styles['line']}>
        Asked by {asker}, {dayAndClock(reply.askedAt)}, {CHANNEL_NAMES[reply.channel]}.{' '}
        {claims.length > 0 ? (
          <>
            Put: <ClaimLinks claims={claims} />.
          </>
        ) : (
          <span className={text['stop']}>No claim is ticked as put to them.</span>
        )}
      </p>
      <p className={styles['line']}>
        <Deadline reply={reply} />
      </p>
      <p className={styles['words']} dir="auto">
        {reply.put}
      </p>
      {reply.answer !== '' && (
        <blockquote className={styles['answer']} dir="auto">
          “{reply.answer}”{reply.answeredAt !== null && <footer>{dayAndClock(reply.answeredAt)}</footer>}
        </blockquote>
      )}
    </li>
  )
}
