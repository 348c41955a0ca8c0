import { create } from 'zustand'
import type { ArticleRow } from '../../../shared/model/article.ts'
import { host } from '../../host/host.ts'
import { onceAtATime } from '../once-at-a-time.ts'
import type { Facet, Sort } from './rows.ts'

/** The list of articles and how it is looked at. */
type DeskStore = {
  readonly rows: readonly ArticleRow[] | null
  readonly error: string | null
  readonly query: string
  /** Ids that main found for the query in the texts; null while it has not answered. */
  readonly found: ReadonlySet<string> | null
  readonly facet: Facet
  readonly sort: Sort
  /** The row that the arrow keys stand on. */
  readonly selected: string | null
  readonly load: () => Promise<void>
  readonly search: (query: string) => Promise<void>
  readonly setFacet: (facet: Facet) => void
  readonly setSort: (sort: Sort) => void
  readonly select: (articleId: string | null) => void
}

/** Many files opened at once announce many changes: the list is fetched once, and once more after that. */
const loading = onceAtATime()

export const useDesk = create<DeskStore>()((set, get) => ({
  rows: null,
  error: null,
  query: '',
  found: null,
  facet: { kind: 'all' },
  sort: { key: 'due', descending: false },
  selected: null,

  load: () =>
    loading(async () => {
      const outcome = await host.call('articles.list', {})
      if (outcome.ok) set({ rows: outcome.value, error: null })
      else set({ error: outcome.error.message })
    }),
  search: async (query) => {
    set({ query, found: null })
    if (query.trim() === '') return
    const outcome = await host.call('articles.search', { query: query.slice(0, 200) })
    // An answer that comes after further typing speaks of other words.
    if (outcome.ok && get().query === query) set({ found: new Set(outcome.value) })
  },
  setFacet: (facet) => set({ facet }),
  setSort: (sort) => set({ sort }),
  select: (selected) => set({ selected }),
}))
