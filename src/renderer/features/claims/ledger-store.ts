import { create } from 'zustand'
import { EVERY_CLAIM } from './ledger.ts'
import type { LedgerFilter, LedgerOrder } from './ledger.ts'

/** How the ledger is looked at: kept while a claim is open in its place, so that it is found again as it was left. */
type LedgerStore = {
  readonly order: LedgerOrder
  readonly filter: LedgerFilter
  readonly setOrder: (order: LedgerOrder) => void
  readonly setFilter: (filter: LedgerFilter) => void
}

export const useLedger = create<LedgerStore>()((set) => ({
  order: 'urgency',
  filter: EVERY_CLAIM,
  setOrder: (order) => set({ order }),
  setFilter: (filter) => set({ filter }),
}))
