import { create } from 'zustand'
import type { Difference } from '../../../shared/document/compare/redline.ts'
import type { ArticleId } from '../../../shared/model/ids.ts'
import { announce } from '../../ui/announcer.tsx'
import { counted } from '../../ui/counted.ts'
import { useReview } from '../review/store.ts'
import { compareInThread } from './compare-in-thread.ts'
import { readSide } from './sides.ts'
import type { Side } from './sides.ts'

export type Reading = 'redline' | 'original' | 'final'

export type Standing =
  | { readonly kind: 'comparing' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'ready'; readonly doc: unknown; readonly differences: readonly Difference[] }

export type Comparison = {
  readonly articleId: ArticleId
  readonly from: Side
  readonly to: Side
  readonly standing: Standing
}

/** Two texts beside each other; it stands in the place of the manuscript while History is open. */
type CompareStore = {
  readonly comparison: Comparison | null
  readonly reading: Reading
  /** Id of the difference that was gone to last. */
  readonly current: string | null
  readonly compare: (from: Side, to: Side, reading?: Reading) => Promise<void>
  readonly setReading: (reading: Reading) => void
  /** Goes to a difference: the redline is shown, and its words come into sight. */
  readonly goTo: (id: string) => void
  readonly close: () => void
}

let underWay: AbortController | null = null

export const useCompare = create<CompareStore>()((set, get) => ({
  comparison: null,
  reading: 'redline',
  current: null,

  compare: async (from, to, reading = 'redline') => {
    const { articleId } = useReview.getState()
    if (articleId === null) return
    underWay?.abort()
    const own = new AbortController()
    underWay = own
    const settle = (standing: Standing) => {
      if (own.signal.aborted) return
      set({ comparison: { articleId, from, to, standing } })
      announce(wordsOf(standing))
    }
    set({ comparison: { articleId, from, to, standing: { kind: 'comparing' } }, reading, current: null })
    useReview.getState().setTab('history')
    const [one, other] = await Promise.all([readSide(articleId, from), readSide(articleId, to)])
    if (!one.ok) return settle({ kind: 'failed', message: one.error.message })
    if (!other.ok) return settle({ kind: 'failed', message: other.error.message })
    if (own.signal.aborted) return
    const compared = await compareInThread({ one: one.value, other: other.value }, own.signal)
    settle(compared.ok ? { ...compared, kind: 'ready' } : { kind: 'failed', message: compared.message })
  },
  setReading: (reading) => set({ reading }),
  goTo: (id) => set({ current: id, reading: 'redline' }),
  close: () => {
    underWay?.abort()
    if (get().comparison !== null) set({ comparison: null, current: null })
  },
}))

/** What is said aloud of it. */
export function wordsOf(standing: Standing): string {
  switch (standing.kind) {
    case 'comparing':
      return 'Comparing…'
    case 'failed':
      return standing.message
    case 'ready':
      return standing.differences.length === 0
        ? 'The two texts are the same.'
        : counted(standing.differences.length, 'difference')
  }
}

/** The comparison that is on screen; null while the manuscript is. */
export function comparisonShown(): Comparison | null {
  const { articleId, tab } = useReview.getState()
  const { comparison } = useCompare.getState()
  return tab === 'history' && comparison?.articleId === articleId ? comparison : null
}

export function useComparison(): Comparison | null {
  const isHistory = useReview((review) => review.tab === 'history')
  const articleId = useReview((review) => review.articleId)
  const comparison = useCompare((store) => store.comparison)
  return isHistory && comparison?.articleId === articleId ? comparison : null
}
