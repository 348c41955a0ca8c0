import { create } from 'zustand'
import { EVERY_LINE } from './log-filter.ts'
import type { LogFilter } from './log-filter.ts'

export type Part = 'versions' | 'log' | 'decisions' | 'record'

/** Which part of History is shown, and what of the log. */
type HistoryStore = {
  readonly part: Part
  readonly filter: LogFilter
  readonly setPart: (part: Part) => void
  readonly setFilter: (filter: LogFilter) => void
}

export const useHistory = create<HistoryStore>()((set) => ({
  part: 'versions',
  filter: EVERY_LINE,
  setPart: (part) => set({ part }),
  setFilter: (filter) => set({ filter }),
}))
