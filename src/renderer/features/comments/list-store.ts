import { create } from 'zustand'
import { OPEN_THREADS } from './filter-threads.ts'
import type { ThreadFilter } from './filter-threads.ts'

export type Order = 'text' | 'newest'

type ListStore = {
  readonly articleId: string | null
  readonly filter: ThreadFilter
  readonly order: Order
  /** The current thread where the filter was set so as to leave it out. */
  readonly leftOut: string | null
  /** The row that takes the focus as soon as it is there. */
  readonly asked: string | null
  readonly setFilter: (articleId: string, filter: ThreadFilter, leftOut: string | null) => void
  readonly setOrder: (order: Order) => void
  readonly ask: (threadId: string | null) => void
}

/** How the tab lists the threads: kept while another tab is open, and begun anew with another article. */
export const useThreadList = create<ListStore>()((set) => ({
  articleId: null,
  filter: OPEN_THREADS,
  order: 'text',
  leftOut: null,
  asked: null,
  setFilter: (articleId, filter, leftOut) => set({ articleId, filter, leftOut }),
  setOrder: (order) => set({ order }),
  // Whoever asks for a thread wants to see it, whatever is left out.
  ask: (asked) => set(asked === null ? { asked } : { asked, leftOut: null }),
}))
