import { near } from '../../../shared/checks/near.ts'
import { isOfWhole, notTaken, openingsOf } from '../../../shared/checks/taken.ts'
import type { Range } from '../../../shared/document/range.ts'
import { rangeOf, useChecks } from '../../checks/checks.ts'
import type { PlacedProposal } from '../../checks/checks.ts'
import type { Shown } from '../../editor/spots/spots-api.ts'
import { useReview } from '../review/store.ts'
import { follower } from '../typing-pause.ts'
import { toRows } from './check-rows.ts'
import type { CheckRow } from './check-rows.ts'
import { rowAtSelection } from './go.ts'
import { useCheckList } from './store.ts'

/** Rules whose finds are plain slips, for the dotted underlines. */
const SLIPS: ReadonlySet<string> = new Set(['spelling', 'double-word'])

function readRows(): readonly CheckRow[] {
  const { editor } = useReview.getState()
  if (editor === null) return []
  const threads = useReview.getState().state?.threads ?? []
  const { proposals } = useChecks.getState()
  return toRows(notTaken(proposals, rangeOf, editor.spots.held(), openingsOf(threads)))
}

function sameRows(some: readonly CheckRow[], others: readonly CheckRow[]): boolean {
  return some.length === others.length && some.every(({ proposal }, at) => proposal === others[at]?.proposal)
}

function refreshRows(): void {
  const before = useCheckList.getState()
  const rows = readRows()
  if (sameRows(before.rows, rows)) return
  const current = rows.some(({ id }) => id === before.current) ? before.current : null
  useCheckList.setState({ rows, current })
}

let lastSlips: { readonly rows: readonly CheckRow[]; readonly slips: readonly PlacedProposal[] } | null = null

/** The same list while the rows are the same: it is asked for whenever the text is scrolled. */
function slipsOf(rows: readonly CheckRow[]): readonly PlacedProposal[] {
  if (lastSlips?.rows !== rows) {
    const slips = rows.map(({ proposal }) => proposal).filter(({ rule }) => SLIPS.has(rule))
    lastSlips = { rows, slips }
  }
  return lastSlips.slips
}

function readShown(window: Range): Shown {
  const { rows, current, inText } = useCheckList.getState()
  const row = useReview.getState().tab === 'checks' ? rows.find(({ id }) => id === current) : undefined
  return {
    current: row === undefined || isOfWhole(row.proposal) ? null : rangeOf(row.proposal),
    marked: inText ? near(slipsOf(rows), window, rangeOf).map(({ range }) => range) : [],
  }
}

function showInText(): void {
  const { editor, tab } = useReview.getState()
  editor?.spots.show(tab === 'checks' || useCheckList.getState().inText ? readShown : null)
}

/** Where the caret goes in the text, the list goes along. */
function followCaret(): void {
  const text = document.activeElement?.closest('.ProseMirror') ?? null
  if (text === null || useReview.getState().tab !== 'checks') return
  const row = rowAtSelection()
  if (row !== null) useCheckList.getState().setCurrent(row.id)
}

/** Keeps rows, tint and underlines with the checks, the text and what is said of it. Returns its undo. */
export function followChecks(): () => void {
  const rows = follower(refreshRows)
  const caret = follower(followCaret)
  rows.ask()
  showInText()
  const undo = [
    useChecks.subscribe((now, before) => {
      if (now.proposals !== before.proposals) rows.ask()
    }),
    useReview.subscribe((now, before) => {
      if (now.snapshot !== before.snapshot) caret.ask()
      const index = now.snapshot?.index
      if (index !== before.snapshot?.index || now.editor !== before.editor) rows.ask()
      else if (now.state?.threads !== before.state?.threads) rows.ask()
      if (now.editor !== before.editor || now.tab !== before.tab) showInText()
    }),
    useCheckList.subscribe((now, before) => {
      if (now.current !== before.current || now.inText !== before.inText || now.rows !== before.rows) {
        showInText()
      }
    }),
    rows.cancel,
    caret.cancel,
    () => {
      useReview.getState().editor?.spots.show(null)
      useCheckList.setState({ rows: [], current: null, view: 'proposals', wasAside: false })
    },
  ]
  return () => {
    for (const each of undo) each()
  }
}
