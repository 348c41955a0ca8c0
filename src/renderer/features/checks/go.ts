import { firstFrom, near } from '../../../shared/checks/near.ts'
import type { Standing } from '../../../shared/checks/near.ts'
import type { Range } from '../../../shared/document/range.ts'
import { rangeOf } from '../../checks/checks.ts'
import { announce } from '../../ui/announcer.tsx'
import { isNarrow } from '../review/narrow.ts'
import { useReview } from '../review/store.ts'
import { filterRows } from './check-rows.ts'
import type { CheckRow } from './check-rows.ts'
import { proposalInWords } from './check-words.ts'
import { useCheckList } from './store.ts'

export const WORDS_GONE = 'Its words were changed just now. The check looks at them again.'
const NOTHING = 'There is nothing to look at.'

/** Makes the row current and brings its words into sight; focus and caret stay where they are. */
export function pointTo(row: CheckRow): void {
  useCheckList.getState().setCurrent(row.id)
  const range = rangeOf(row.proposal)
  if (range !== null) useReview.getState().editor?.spots.reveal(range)
}

/** Selects its words in the text. */
export function goToRow(row: CheckRow): void {
  useCheckList.getState().setCurrent(row.id)
  const range = rangeOf(row.proposal)
  if (range === null) return announce(WORDS_GONE)
  const { panelOpen, togglePanel, editor } = useReview.getState()
  if (!isNarrow() || !panelOpen) return editor?.spots.goTo(range)
  // The panel gives the text its place; only then can the text take the focus.
  togglePanel()
  requestAnimationFrame(() => editor?.spots.goTo(range))
}

/** Of what is listed, in the order of the text. */
function listedRows(): readonly CheckRow[] {
  const { rows, filter } = useCheckList.getState()
  return filterRows(rows, filter)
}

function lengthOf({ range }: Pick<Standing<unknown>, 'range'>): number {
  return range.to - range.from
}

/** The proposal that caret or selection stand in: the current one if it is among them, else the shortest. */
export function rowAtSelection(): CheckRow | null {
  const at = useReview.getState().editor?.spots.selected() ?? null
  if (at === null) return null
  const rows = listedRows()
  const { current } = useCheckList.getState()
  const proposals = rows.map(({ proposal }) => proposal)
  const here = near(proposals, at, rangeOf)
    .filter(({ range }) => range.from <= at.from && range.to >= at.to)
    .toSorted((a, b) => lengthOf(a) - lengthOf(b))
  const found = here.map(({ proposal }) => rows[proposals.indexOf(proposal)])
  return found.find((row) => row?.id === current) ?? found[0] ?? null
}

/** Whoever is at work in the tab means its current row, not what the caret was left in. */
export function isInTab(): boolean {
  const { tab } = useReview.getState()
  const panel = document.activeElement?.closest('[data-region="panel"]') ?? null
  return tab === 'checks' && panel !== null
}

/** The proposal that a command works on; null where there is none. */
export function chosenRow(): CheckRow | null {
  const { rows, current } = useCheckList.getState()
  return isInTab() ? (rows.find(({ id }) => id === current) ?? null) : rowAtSelection()
}

/** Shows the tab: there it is said what is proposed and why. On a narrow window it would hide the text. */
function showTab(): void {
  const { tab, setTab } = useReview.getState()
  if (isNarrow()) useReview.setState({ tab: 'checks' })
  else if (tab !== 'checks') setTab('checks')
  useCheckList.getState().setView('proposals')
}

function isSelected({ proposal }: CheckRow, at: Range): boolean {
  const range = rangeOf(proposal)
  return range !== null && range.from === at.from && range.to === at.to
}

/** Where to go from the selection, as an index that may lie outside of the list. */
function indexFrom(rows: readonly CheckRow[], step: 1 | -1): number {
  const { current } = useCheckList.getState()
  const at = useReview.getState().editor?.spots.selected() ?? { from: 0, to: 0 }
  const here = rows.findIndex((row) => row.id === current)
  if (rows[here] !== undefined && isSelected(rows[here], at)) return here + step
  const proposals = rows.map(({ proposal }) => proposal)
  const next = firstFrom(proposals, step === 1 ? at.to : at.from, rangeOf)
  return step === 1 ? next : next - 1
}

/** Where the last key leads, while the text has not got there: the next key goes on from it. */
let onTheWay: CheckRow | null = null

/** Goes to the proposal after or before the caret, going round at the ends, and says what it is. */
export function goToProposal(step: 1 | -1): void {
  if (useReview.getState().state === null) return
  const rows = listedRows()
  const waiting = onTheWay === null ? -1 : rows.indexOf(onTheWay)
  const index = waiting < 0 ? indexFrom(rows, step) : waiting + step
  // Behind the last comes the first, and -1 is the last before the first.
  const next = rows[index] ?? rows.at(step === 1 ? 0 : -1)
  if (next === undefined) return announce(NOTHING)
  showTab()
  announce(`Proposal ${rows.indexOf(next) + 1} of ${rows.length}: ${proposalInWords(next.proposal)}`)
  // The text is drawn again only after a sheet that stood in its place has gone.
  onTheWay = next
  requestAnimationFrame(() => {
    if (onTheWay !== next) return
    onTheWay = null
    goToRow(next)
  })
}
