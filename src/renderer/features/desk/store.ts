import { create } from 'zustand'
import type { ArticleRow } from '../../../shared/model/article.ts'
import type { Facet, Sort } from '../../../shared/model/desk-list.ts'
import { host } from '../../host/host.ts'
import { onceAtATime } from '../once-at-a-time.ts'
import { holdsAll, sameLook, shownFrom } from './shown.ts'
import type { Look, Places, Shown } from './shown.ts'

/** The list of articles and how it is looked at. */
type DeskStore = Look & {
  readonly shown: Shown | null
  readonly error: string | null
  /** The article that the arrow keys stand on. */
  readonly selected: ArticleRow['id'] | null
  /** Where the list was scrolled to when it was left, in CSS pixels. */
  readonly scrolledTo: number
  /** Fetches what is looked at anew: something may have changed. */
  readonly load: () => Promise<void>
  /** As `load`, for a desk that is shown again: with the rows around the selected one. */
  readonly comeBack: () => Promise<void>
  /** Resolves when what is looked at was fetched. */
  readonly settled: () => Promise<void>
  /** Rows near the window; fetched where they are not here yet. */
  readonly see: (places: Places) => void
  readonly search: (query: string) => void
  readonly setFacet: (facet: Facet) => void
  readonly setSort: (sort: Sort) => void
  readonly select: (articleId: ArticleRow['id']) => void
  readonly leave: (scrolledTo: number) => void
}

/** Rows fetched at once: some screens, so that scrolling seldom waits. */
const WINDOW = 150
/** A search takes no more. */
const LONGEST_QUERY = 200

/** Typing, scrolling and many changes ask often: one window is fetched at a time, and the last asking is answered. */
const loading = onceAtATime()

export const useDesk = create<DeskStore>()((set, get) => {
  let seen: Places = { from: 0, to: 0 }
  let stale = true
  let around: ArticleRow['id'] | null = null

  async function fetchSeen(): Promise<void> {
    const { shown, facet, sort, query } = get()
    const look = { facet, sort, query: query.slice(0, LONGEST_QUERY) }
    const isOther = shown === null || !sameLook(shown.look, look)
    if (!isOther && !stale && holdsAll(shown, seen)) return
    const middle = isOther ? 0 : Math.floor((seen.from + seen.to) / 2)
    const at =
      around === null
        ? { kind: 'from' as const, from: Math.max(0, middle - WINDOW / 2) }
        : { kind: 'around' as const, articleId: around }
    const before = isOther || stale || around !== null ? null : shown
    stale = false
    around = null
    const outcome = await host.call('articles.list', { ...look, at, count: WINDOW })
    if (outcome.ok) set({ shown: shownFrom(outcome.value, look, before), error: null })
    else set({ error: outcome.error.message })
  }

  const settled = () => loading(fetchSeen)

  return {
    shown: null,
    error: null,
    query: '',
    facet: { kind: 'all' },
    sort: { key: 'due', descending: false },
    selected: null,
    scrolledTo: 0,

    load: () => {
      stale = true
      return settled()
    },
    comeBack: () => {
      stale = true
      around = get().selected
      return settled()
    },
    settled,
    see: (places) => {
      seen = places
      const { shown } = get()
      if (shown !== null && !holdsAll(shown, places)) void settled()
    },
    search: (query) => {
      set({ query })
      void settled()
    },
    setFacet: (facet) => {
      set({ facet })
      void settled()
    },
    setSort: (sort) => {
      set({ sort })
      void settled()
    },
    select: (selected) => set({ selected }),
    leave: (scrolledTo) => set({ scrolledTo }),
  }
})
