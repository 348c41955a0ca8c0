import { memo } from 'react'
import type { ThreadView } from '../../../shared/model/review.ts'
import { classes } from '../../ui/classes.ts'
import text from '../../ui/text.module.css'
import { Button } from '../../ui/button.tsx'
import { placeAgain } from '../article/actions.ts'
import { PlaceNotice } from '../review/place-notice.tsx'
import panel from '../review/panel.module.css'
import { usePersonOf } from '../review/people.ts'
import { useReview } from '../review/store.ts'
import { LEVEL_NAMES } from '../words.ts'
import styles from './comments.module.css'
import { goToThread } from './go-to-thread.ts'
import { PrivateMark } from './private-mark.tsx'
import { ThreadBody } from './thread-body.tsx'
import { capital, threadInWords } from './thread-words.ts'

type ThreadRowProps = {
  readonly thread: ThreadView
  /** What it is about, as in `About`; plain words, so that a row that says the same is not drawn anew. */
  readonly label: string
  readonly words: string
  readonly fate: string
  readonly position: number
  readonly of: number
  /** The one row that Tab reaches; arrow keys go on from it. */
  readonly active: boolean
  readonly on: boolean
}

function Meta({ thread }: { readonly thread: ThreadView }) {
  const personOf = usePersonOf()
  const resolved = thread.resolvedAt !== null
  return (
    <p className={panel['meta']}>
      {resolved && <b>resolved</b>}
      <b className={thread.level === 'must' && !resolved ? text['stop'] : undefined}>
        {LEVEL_NAMES[thread.level]}
      </b>
      {thread.orphaned && <b>orphaned</b>}
      {thread.audience === 'legal' && <PrivateMark />}
      {thread.assigneeId !== null && <span>to {personOf(thread.assigneeId)?.name ?? 'somebody'}</span>}
    </p>
  )
}

/** Words that are gone, or were found by likeness: what can be done about it. */
function Placing({ thread, tabIndex }: { readonly thread: ThreadView; readonly tabIndex: number }) {
  const locked = useReview((review) => review.state?.article.locked ?? true)
  return (
    <>
      {thread.orphaned && (
        <p className={panel['remedy']}>
          Its words were deleted. Resolve it, find them again, or bring them back with undo.
        </p>
      )}
      <PlaceNotice mark="comment" id={thread.id} orphaned={thread.orphaned} />
      {thread.orphaned && !locked && (
        <p className={styles['acts']}>
          <Button
            tabIndex={tabIndex}
            title="Select the words it speaks of first"
            // The selection in the text must survive the press.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => void placeAgain(thread.id)}
          >
            Place on the selection
          </Button>
        </p>
      )}
    </>
  )
}

/** One thread; its words lead to the text. */
export const ThreadRow = memo(function ThreadRow(props: ThreadRowProps) {
  const { thread, label, words, fate, active, on } = props
  const personOf = usePersonOf()
  const setOpenClaim = useReview((review) => review.setOpenClaim)
  const tabIndex = active ? 0 : -1
  const about = { label, words, fate }
  const resolved = thread.resolvedAt !== null
  const { target } = thread
  return (
    <li
      data-row={thread.id}
      data-thread={`list ${thread.id}`}
      aria-posinset={props.position}
      aria-setsize={props.of}
      className={classes(panel['row'], panel['plain'], styles['row'], on && panel['on'])}
    >
      <div className={resolved ? styles['resolved'] : undefined}>
        <Meta thread={thread} />
        <button
          type="button"
          className={classes(panel['words'], styles['words'])}
          dir="auto"
          tabIndex={tabIndex}
          aria-current={on ? 'true' : undefined}
          aria-keyshortcuts="R E W A 1 2 3"
          aria-label={threadInWords(thread, about, (id) => personOf(id)?.name ?? 'an unknown author')}
          onClick={() => goToThread(thread)}
        >
          {label !== '' && <span className={styles['label']}>{capital(label)}</span>}
          {thread.orphaned ? <i>“{words}”</i> : words}
        </button>
        {fate !== '' && <p className={panel['remedy']}>{fate}</p>}
        {target.kind === 'range' && !resolved && <Placing thread={thread} tabIndex={tabIndex} />}
        <ThreadBody thread={thread} place="list" whole={on} tabIndex={tabIndex}>
          {target.kind === 'claim' && (
            <Button tabIndex={tabIndex} onClick={() => setOpenClaim(target.claimId)}>
              Open the claim
            </Button>
          )}
        </ThreadBody>
      </div>
    </li>
  )
})
