import { TextSelection } from 'prosemirror-state'
import type { EditorState, Transaction } from 'prosemirror-state'
import { cellsOf } from '../../../shared/document/table-grid.ts'
import { withRow } from './insert.ts'
import { tablePlace } from './place.ts'

export function isInTable(state: EditorState): boolean {
  return tablePlace(state) !== null
}

/** Tab: the next cell with its words selected, over those that are deleted; from the last one into a new row. */
export function toNextCell(state: EditorState, direction: 1 | -1): Transaction | null {
  const place = tablePlace(state)
  if (!place) return null
  const cells = cellsOf(place.grid).filter((cell) => !cell.isGone || cell === place.cell)
  const next = cells[cells.indexOf(place.cell) + direction]
  if (!next) return direction > 0 ? withRow(state, place, place.grid.rows.length) : null
  const { tr } = state
  const start = tr.doc.resolve(next.before + 1)
  const end = tr.doc.resolve(next.before + next.node.nodeSize - 1)
  return tr.setSelection(TextSelection.between(start, end)).scrollIntoView()
}
