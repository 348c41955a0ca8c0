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

type Standing = { readonly row: CheckRow; readonly range: Range }

function standingRows(): readonly Standing[] {
  const { rows, filter } = useCheckList.getState()
  return filterRows(rows, filter).flatMap((row) => {
    const range = rangeOf(row.proposal)
    return range === null ? [] : [{ row, range }]
  })
}

function lengthOf({ range }: Standing): number {
  return range.to - range.from
}

/** The proposal that caret or selection stand in: the current one if it is among them, else the shortest. */
export function rowAtSelection(): CheckRow | null {
  const at = useReview.getState().editor?.spots.selected() ?? null
  if (at === null) return null
  const { current } = useCheckList.getState()
  const here = standingRows().filter(({ range }) => range.from <= at.from && range.to >= at.to)
  const chosen = here.find(({ row }) => row.id === current)
  return (chosen ?? here.toSorted((a, b) => lengthOf(a) - lengthOf(b))[0])?.row ?? null
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

function indexFrom(standing: readonly Standing[], step: 1 | -1): number {
  const { current } = useCheckList.getState()
  const at = useReview.getState().editor?.spots.selected() ?? { from: 0, to: 0 }
  const here = standing.findIndex(
    ({ row, range }) => row.id === current && range.from === at.from && range.to === at.to,
  )
  if (here >= 0) return here + step
  return step === 1
    ? standing.findIndex(({ range }) => range.from >= at.to)
    : standing.findLastIndex(({ range }) => range.to <= at.from)
}

/** Goes to the proposal after or before the caret, going round at the ends, and says what it is. */
export function goToProposal(step: 1 | -1): void {
  if (useReview.getState().state === null) return
  const standing = standingRows()
  const index = indexFrom(standing, step)
  // Behind the last comes the first, and -1 is the last before the first.
  const next = standing[index] ?? standing.at(step === 1 ? 0 : -1)
  if (next === undefined) return announce(NOTHING)
  showTab()
  announce(
    `Proposal ${standing.indexOf(next) + 1} of ${standing.length}: ${proposalInWords(next.row.proposal)}`,
  )
  // The text is drawn again only after a sheet that stood in its place has gone.
  requestAnimationFrame(() => goToRow(next.row))
}
