import { useMemo, useState } from 'react'
import type { ReviewState, ThreadView } from '../../../shared/model/review.ts'
import type { Level } from '../../../shared/model/thread.ts'
import { classes } from '../../ui/classes.ts'
import { counted } from '../../ui/counted.ts'
import { RowList } from '../../ui/row-list.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useCalmSnapshot } from '../review/calm-snapshot.ts'
import { EmptyList, PanelHeader } from '../review/panel-header.tsx'
import panel from '../review/panel.module.css'
import { useReview } from '../review/store.ts'
import { ThreadRow } from './thread-row.tsx'

type Shown = 'open' | 'resolved' | 'all'

const RANK: Readonly<Record<Level, number>> = { must: 0, should: 1, fyi: 2 }

function isShown(thread: ThreadView, shown: Shown): boolean {
  return shown === 'all' || (thread.resolvedAt === null) === (shown === 'open')
}

/** In the order of the text, those on the article and the orphaned first; resolved ones last. */
function inOrder(threads: readonly ThreadView[], placed: Iterable<string>): readonly ThreadView[] {
  const places = new Map([...placed].map((id, at) => [id, at]))
  const place = (thread: ThreadView): number => places.get(thread.id) ?? -1
  return [...threads].sort(
    (a, b) =>
      Number(a.resolvedAt !== null) - Number(b.resolvedAt !== null) ||
      place(a) - place(b) ||
      RANK[a.level] - RANK[b.level],
  )
}

/** Height of a row with one message, in CSS pixels; the others are measured. */
const GUESSED_HEIGHT = 140

/** Every remark, with its replies. */
export function CommentsPanel({ state }: { readonly state: ReviewState }) {
  const current = useReview((review) => (review.current?.kind === 'comment' ? review.current.id : null))
  const comments = useCalmSnapshot()?.index.comments
  const [shown, setShown] = useState<Shown>('open')
  const { threads: all } = state
  const ordered = useMemo(() => inOrder(all, comments?.keys() ?? []), [all, comments])
  const open = all.filter((thread) => thread.resolvedAt === null)
  const musts = open.filter((thread) => thread.level === 'must').length
  const threads = useMemo(
    () => ordered.filter((thread) => isShown(thread, shown) || thread.id === current),
    [ordered, shown, current],
  )
  const keys = useMemo(() => threads.map(({ id }) => String(id)), [threads])
  return (
    <>
      <PanelHeader
        title="Comments"
        note={`${open.length} open${musts > 0 ? `, ${counted(musts, 'must', 'must')}` : ''}`}
      />
      <div className={panel['filters']}>
        <Segmented
          label="Which comments"
          value={shown}
          options={[
            { value: 'open', label: 'Open' },
            { value: 'resolved', label: 'Resolved' },
            { value: 'all', label: 'All' },
          ]}
          onChange={setShown}
        />
      </div>
      {threads.length === 0 ? (
        <EmptyList title={shown === 'resolved' ? 'Nothing resolved yet' : 'No open comment'}>
          Select words and choose Comment. A must-comment blocks the approval until it is resolved.
        </EmptyList>
      ) : (
        <RowList
          label="Comments"
          className={classes(panel['scroll'], panel['windowed'])}
          keys={keys}
          guess={GUESSED_HEIGHT}
          shown={current}
        >
          {(index) => {
            const thread = threads[index]
            return thread && <ThreadRow key={thread.id} thread={thread} articleId={state.article.id} />
          }}
        </RowList>
      )}
    </>
  )
}
