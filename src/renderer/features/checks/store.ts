import { create } from 'zustand'
import { readChecksInText, setChecksInText } from '../settings/checks-in-text.ts'
import { EVERY_CHECK, filterRows, orderRows } from './check-rows.ts'
import type { CheckFilter, CheckOrder, CheckRow } from './check-rows.ts'

/** The list of proposals and how it is looked at. */
type CheckList = {
  /** In the order of the text, without those that were taken or put aside. */
  readonly rows: readonly CheckRow[]
  readonly filter: CheckFilter
  readonly order: CheckOrder
  readonly view: 'proposals' | 'aside'
  /** The row that is looked at; its words are tinted while the tab is open. */
  readonly current: string | null
  /** Slips are underlined in the text. */
  readonly inText: boolean
  /** The last act on a proposal put it aside, and was no edit of the text: what undo takes back. */
  readonly wasAside: boolean
  /** Another one begins the check anew. */
  readonly turn: number
  readonly setFilter: (filter: CheckFilter) => void
  readonly setOrder: (order: CheckOrder) => void
  readonly setView: (view: CheckList['view']) => void
  readonly setCurrent: (current: string | null) => void
  readonly setInText: (inText: boolean) => void
}

export const useCheckList = create<CheckList>()((set) => ({
  rows: [],
  filter: EVERY_CHECK,
  order: 'place',
  view: 'proposals',
  current: null,
  inText: readChecksInText(),
  wasAside: false,
  turn: 0,
  setFilter: (filter) => set({ filter }),
  setOrder: (order) => set({ order }),
  setView: (view) => set({ view }),
  setCurrent: (current) => set({ current }),
  setInText: (inText) => {
    setChecksInText(inText)
    set({ inText })
  },
}))

type Looked = Pick<CheckList, 'rows' | 'filter' | 'order'>

let last: { readonly of: Looked; readonly shown: readonly CheckRow[] } | null = null

/** The rows as they are listed; the same array while nothing of it has changed. */
export function shownRows({ rows, filter, order }: Looked): readonly CheckRow[] {
  if (last?.of.rows !== rows || last.of.filter !== filter || last.of.order !== order) {
    last = { of: { rows, filter, order }, shown: orderRows(filterRows(rows, filter), order) }
  }
  return last.shown
}

/** Answers whether slips are underlined from now on. */
export function toggleInText(): boolean {
  const { inText, setInText } = useCheckList.getState()
  setInText(!inText)
  return !inText
}

/** Begins the check of the open article anew: after a failure. */
export function checkAgain(): void {
  useCheckList.setState(({ turn }) => ({ turn: turn + 1 }))
}
