import type { ThreadView } from '../../../shared/model/review.ts'
import type { ThreadTarget } from '../../../shared/model/thread.ts'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/counted.ts'
import { startComment } from '../article/actions.ts'
import { useReview } from '../review/store.ts'
import { commentOn } from './comment-on.ts'
import styles from './comments.module.css'
import { useComposing } from './composing.ts'
import { openField } from './draft-field.tsx'
import { useDraftOwner, useDrafts, writingName } from './drafts.ts'
import type { Writing } from './drafts.ts'
import { useThreadList } from './list-store.ts'
import { discard } from './thread-acts.ts'
import { shortened } from './thread-words.ts'
import { writingOf } from './writing-of.ts'

const PLACES: Readonly<Record<ThreadTarget['kind'], string>> = {
  range: 'on words of the text',
  change: 'on a change',
  claim: 'on a claim',
  article: 'on the article',
}

const NONE: readonly ThreadView[] = []

/** The thread that a reply or other words belong to; undefined where it is not told to whoever looks. */
function threadOf(writing: Writing, threads: readonly ThreadView[]): ThreadView | undefined {
  if (writing.kind === 'new') return undefined
  return threads.find((thread) =>
    writing.kind === 'reply'
      ? thread.id === writing.threadId
      : thread.messages.some((message) => message.id === writing.messageId),
  )
}

function placeOf(writing: Writing): string {
  if (writing.kind === 'new') return PLACES[writing.target.kind]
  return writing.kind === 'reply' ? 'a reply' : 'other words for your own'
}

function goOn(writing: Writing, thread: ThreadView | undefined): void {
  if (writing.kind === 'new') {
    if (writing.target.kind === 'range') startComment()
    else commentOn(writing.target)
    return
  }
  if (thread === undefined) return
  useReview.getState().setCurrent({ kind: 'comment', id: thread.id })
  useThreadList.getState().ask(thread.id)
  openField(writing, 'list')
}

/** The drafts of whoever looks, but for the one being written and those of the current thread, which shows them. */
function useUnsent() {
  const owner = useDraftOwner()
  const drafts = useDrafts((store) => store.drafts)
  // The editor of a claim, with the field in it, is not in sight beside this list.
  const target = useComposing((store) => (store.place === 'claim' ? null : store.target))
  const threads = useReview((review) => review.state?.threads ?? NONE)
  const current = useReview((review) => review.current?.id)
  const composed = target === null ? null : writingName({ kind: 'new', target })
  return Object.entries(drafts).flatMap(([key, draft]) => {
    const name = key.startsWith(owner) ? key.slice(owner.length) : ''
    const writing = writingOf(name)
    if (writing === null || name === composed || draft.text.trim() === '') return []
    const thread = threadOf(writing, threads)
    if (writing.kind !== 'new' && (thread === undefined || thread.id === current)) return []
    return [{ key, draft, writing, thread }]
  })
}

/** What was begun and not sent, so that none of it is forgotten. */
export function Unsent() {
  const unsent = useUnsent()
  if (unsent.length === 0) return null
  return (
    <section className={styles['unsent']} aria-label="Not sent yet">
      <h3>{counted(unsent.length, 'comment')} not sent yet</h3>
      {unsent.map(({ key, draft, writing, thread }) => (
        <p key={key} className={styles['kept']}>
          <span>
            {placeOf(writing)}: <q dir="auto">{shortened(draft.text, 60)}</q>
          </span>
          <Button
            aria-label={`Go on writing ${placeOf(writing)}`}
            title={
              placeOf(writing) === PLACES.range ? 'On the words that are selected in the text' : undefined
            }
            onClick={() => goOn(writing, thread)}
          >
            Go on writing
          </Button>
          <Button onClick={() => discard(writing)}>Throw away</Button>
        </p>
      ))}
    </section>
  )
}
