import { MessageSquarePlus } from 'lucide-react'
import { useMemo } from 'react'
import type { ReviewState, ThreadView } from '../../../shared/model/review.ts'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/counted.ts'
import { Icon } from '../../ui/icon.tsx'
import { useCalmSnapshot } from '../review/calm-snapshot.ts'
import { EmptyList, PanelHeader } from '../review/panel-header.tsx'
import { personName } from '../review/people.ts'
import { needsCheck } from '../review/placing.ts'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import { aboutThread } from './about.ts'
import { commentOn } from './comment-on.ts'
import { CommentList } from './comment-list.tsx'
import styles from './comments.module.css'
import { ComposerAt } from './composer-at.tsx'
import { Filters } from './filters.tsx'
import { matchesFilter, OPEN_THREADS } from './filter-threads.ts'
import type { Sought, ThreadFilter } from './filter-threads.ts'
import { useThreadList } from './list-store.ts'
import { ordered, targetOf } from './text-order.ts'
import { Unsent } from './unsent.tsx'

function noteOf(threads: readonly ThreadView[]): string {
  const open = threads.filter((thread) => thread.resolvedAt === null)
  const musts = open.filter((thread) => thread.level === 'must').length
  const orphans = open.filter((thread) => thread.orphaned).length
  return [
    `${open.length} open`,
    musts > 0 && counted(musts, 'must', 'must'),
    orphans > 0 && `${orphans} orphaned`,
  ]
    .filter((part) => part !== false)
    .join(', ')
}

function sought(thread: ThreadView, words: string, state: ReviewState): Sought {
  const unsure = thread.target.kind === 'range' && needsCheck(state, { mark: 'comment', id: thread.id })
  return { thread, words, unsure }
}

/** Every thread, in the order that was chosen, with what it is about; made anew only when the text rests. */
function useSought(state: ReviewState) {
  const order = useThreadList((store) => store.order)
  const editor = useReview((review) => review.editor)
  // Only the caret has moved when these two are the same.
  const index = useCalmSnapshot()?.index ?? null
  const aboutOf = useMemo(
    () => (thread: ThreadView) => aboutThread(thread, { state, index, nameOf: personName }),
    [state, index],
  )
  const all = useMemo(() => {
    const targets = state.threads.flatMap((thread) => targetOf(thread) ?? [])
    const places = index === null ? [] : (editor?.orderOf(targets).targets ?? [])
    return ordered(state.threads, order, places).map((thread) => sought(thread, aboutOf(thread).words, state))
  }, [state, index, editor, order, aboutOf])
  return { all, aboutOf, order }
}

/** Every remark, with its replies. */
export function CommentsPanel({ state }: { readonly state: ReviewState }) {
  const current = useReview((review) => (review.current?.kind === 'comment' ? review.current.id : null))
  const me = useSession((store) => store.session?.actor.personId ?? '')
  const { all, aboutOf, order } = useSought(state)
  const list = useThreadList()
  const isHere = list.articleId === state.article.id
  const filter = isHere ? list.filter : OPEN_THREADS
  const leftOut = isHere ? list.leftOut : null
  const shown = useMemo(
    () =>
      all
        .filter((one) => matchesFilter(one, filter, me) || isKept(one, current, leftOut))
        .map(({ thread }) => thread),
    [all, filter, me, current, leftOut],
  )
  const setFilter = (next: ThreadFilter) => {
    const one = all.find(({ thread }) => thread.id === current)
    const isLeftOut = one !== undefined && !matchesFilter(one, next, me)
    list.setFilter(state.article.id, next, isLeftOut ? current : null)
  }
  return (
    <>
      <PanelHeader title="Comments" note={noteOf(state.threads)}>
        <Button
          only
          aria-label="Comment on the article"
          title="Comment on the article"
          onClick={() => commentOn({ kind: 'article' })}
        >
          <Icon of={MessageSquarePlus} />
        </Button>
      </PanelHeader>
      {all.length > 0 && (
        <Filters
          all={all}
          me={me}
          filter={filter}
          order={order}
          onChange={setFilter}
          onOrder={list.setOrder}
          onEnterList={() => list.ask(shown[0]?.id ?? null)}
        />
      )}
      <ComposerAt place="tab" />
      <Unsent />
      {shown.length > 0 && <CommentList threads={shown} aboutOf={aboutOf} currentId={current} />}
      {shown.length === 0 && <Empty none={all.length === 0} filter={filter} onShowAll={setFilter} />}
    </>
  )
}

/** What is current stays in the list while it changes, unless a filter was set so as to leave it out. */
function isKept({ thread }: Sought, current: string | null, leftOut: string | null): boolean {
  return thread.id === current && thread.id !== leftOut
}

function Empty(props: {
  readonly none: boolean
  readonly filter: ThreadFilter
  readonly onShowAll: (filter: ThreadFilter) => void
}) {
  const isPlain = JSON.stringify(props.filter) === JSON.stringify(OPEN_THREADS)
  if (props.none || isPlain) {
    return (
      <EmptyList title={props.none ? 'No comment yet' : 'No open comment'}>
        Select words and choose Comment. A must-comment blocks the approval until it is resolved.
      </EmptyList>
    )
  }
  return (
    <>
      <EmptyList title="Nothing under these filters">Widen one of them to see more.</EmptyList>
      <p className={styles['widen']}>
        <Button onClick={() => props.onShowAll({ ...OPEN_THREADS, state: '' })}>Show every comment</Button>
      </p>
    </>
  )
}
