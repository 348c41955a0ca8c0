import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { ReviewState, ThreadView } from '../../../shared/model/review.ts'
import type { Level } from '../../../shared/model/thread.ts'
import { counted } from '../../ui/counted.ts'
import { Segmented } from '../../ui/segmented.tsx'
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
function inOrder(threads: readonly ThreadView[], places: readonly string[]): readonly ThreadView[] {
  const place = (thread: ThreadView): number => places.indexOf(thread.id)
  return [...threads].sort(
    (a, b) =>
      Number(a.resolvedAt !== null) - Number(b.resolvedAt !== null) ||
      place(a) - place(b) ||
      RANK[a.level] - RANK[b.level],
  )
}

/** Every remark, with its replies. */
export function CommentsPanel({ state }: { readonly state: ReviewState }) {
  const { current, snapshot } = useReview(useShallow(({ current, snapshot }) => ({ current, snapshot })))
  const [shown, setShown] = useState<Shown>('open')
  const open = state.threads.filter((thread) => thread.resolvedAt === null)
  const musts = open.filter((thread) => thread.level === 'must').length
  const places = [...(snapshot?.index.comments.keys() ?? [])]
  const threads = inOrder(state.threads, places).filter(
    (thread) => isShown(thread, shown) || (current?.kind === 'comment' && current.id === thread.id),
  )
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
      <ol className={panel['scroll']}>
        {threads.map((thread) => (
          <ThreadRow key={thread.id} thread={thread} articleId={state.article.id} />
        ))}
        {threads.length === 0 && (
          <li>
            <EmptyList title={shown === 'resolved' ? 'Nothing resolved yet' : 'No open comment'}>
              Select words and choose Comment. A must-comment blocks the approval until it is resolved.
            </EmptyList>
          </li>
        )}
      </ol>
    </>
  )
}
