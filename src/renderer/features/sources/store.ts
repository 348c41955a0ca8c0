import { create } from 'zustand'
import type { ArticleId } from '../../../shared/model/ids.ts'
import { announce } from '../../ui/announcer.tsx'
import { refuse } from '../review/refusals.ts'
import { useReview } from '../review/store.ts'
import { ALL_SOURCES } from './source-list.ts'
import type { Order, SourceFilter } from './source-list.ts'

/** What the Sources tab shows. */
export type SourceView =
  | { readonly kind: 'list' }
  | { readonly kind: 'new' }
  | { readonly kind: 'edit'; readonly id: string }
  | { readonly kind: 'find' }

/** The tab as it was left; what was written in its forms is kept in source-drafts.ts. */
type SourcesStore = {
  /** The article that it speaks of; for another one it is as new. */
  readonly articleId: ArticleId | null
  readonly view: SourceView
  readonly filter: SourceFilter
  readonly order: Order
  /** The row that was worked with last. */
  readonly current: string | null
}

const FRESH = {
  view: { kind: 'list' },
  filter: ALL_SOURCES,
  order: 'grade',
  current: null,
} as const satisfies Omit<SourcesStore, 'articleId'>

const useStore = create<SourcesStore>()(() => ({ articleId: null, ...FRESH }))

/** Everything of the article that is open now. */
function ofNow(store: SourcesStore): SourcesStore {
  const { articleId } = useReview.getState()
  return store.articleId === articleId ? store : { articleId, ...FRESH }
}

function put(fields: Partial<SourcesStore>): void {
  useStore.setState((store) => ({ ...ofNow(store), ...fields }))
}

export function useSources<T>(select: (store: SourcesStore) => T): T {
  const articleId = useReview((review) => review.articleId)
  const fresh: SourcesStore = { articleId, ...FRESH }
  return useStore((store) => select(store.articleId === articleId ? store : fresh))
}

export function setView(view: SourceView): void {
  put(view.kind === 'edit' ? { view, current: view.id } : { view })
}

export function setFilter(filter: SourceFilter): void {
  put({ filter })
}

export function setOrder(order: Order): void {
  put({ order })
}

/** The source comes into sight in the list, and is marked there. */
export function showSource(id: string): void {
  put({ view: { kind: 'list' }, current: id, filter: ALL_SOURCES })
}

function open(view: SourceView, words: string): void {
  const review = useReview.getState()
  if (review.state?.article.locked === true) return refuse('locked')
  review.setTab('sources')
  setView(view)
  announce(words)
}

/** As a command: the form of a new source. */
export function newSource(): void {
  open({ kind: 'new' }, 'A new source.')
}

/** As a command: the search over the sources of other articles. */
export function findUsedSource(): void {
  open({ kind: 'find' }, 'Find a source used before.')
}
