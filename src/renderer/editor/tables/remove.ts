import { Selection } from 'prosemirror-state'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import type { Range } from '../../../shared/document/range.ts'
import { isColumnEdge, isRowEdge } from '../../../shared/document/table-grid.ts'
import { tablePlace } from './place.ts'
import type { TablePlace } from './place.ts'

/** Rows, columns and tables that go. A row or column that a cell reaches over stays: its span cannot change. */

function remove({ tr }: EditorState, ranges: readonly Range[]): Transaction {
  for (const { from, to } of ranges.toReversed()) tr.delete(from, to)
  const caret = tr.mapping.map(ranges[0]?.from ?? 0)
  return tr.setSelection(Selection.near(tr.doc.resolve(caret))).scrollIntoView()
}

function wholeTable({ table, before }: TablePlace): readonly Range[] {
  return [{ from: before, to: before + table.nodeSize }]
}

/** Null where a cell reaches over an edge of them. */
function selectedRows(place: TablePlace): readonly Range[] | null {
  const { grid, rows } = place
  if (!isRowEdge(grid, rows.first) || !isRowEdge(grid, rows.last + 1)) return null
  const living = grid.rows.filter((row) => !row.isGone)
  const chosen = living.filter((row) => {
    const index = grid.rows.indexOf(row)
    return index >= rows.first && index <= rows.last
  })
  if (chosen.length === living.length) return wholeTable(place)
  return chosen.map(({ before, node }) => ({ from: before, to: before + node.nodeSize }))
}

function selectedColumns(place: TablePlace): readonly Range[] | null {
  const { grid, columns } = place
  if (!isColumnEdge(grid, columns.first) || !isColumnEdge(grid, columns.last + 1)) return null
  const living = grid.rows.filter((row) => !row.isGone)
  const parts = living.map((row) => {
    const cells = row.cells.filter((cell) => !cell.isGone)
    const chosen = cells.filter(({ column }) => column >= columns.first && column <= columns.last)
    return { row, chosen, isWhole: chosen.length === cells.length }
  })
  if (parts.every(({ isWhole }) => isWhole)) return wholeTable(place)
  return parts.flatMap(({ row, chosen, isWhole }) =>
    (isWhole ? [row] : chosen).map(({ before, node }) => ({ from: before, to: before + node.nodeSize })),
  )
}

function removing(what: (place: TablePlace) => readonly Range[] | null): Command {
  return (state, dispatch) => {
    const place = tablePlace(state)
    const ranges = place && what(place)
    if (!ranges || ranges.length === 0) return false
    dispatch?.(remove(state, ranges))
    return true
  }
}

export const deleteRow = removing(selectedRows)
export const deleteColumn = removing(selectedColumns)
export const deleteTable = removing(wholeTable)

/** Why a row or a column cannot go; null where something else is the reason. */
export function whyNotRemoved(state: EditorState, what: 'row' | 'column'): string | null {
  const place = tablePlace(state)
  if (!place) return `Put the caret into a table to delete a ${what} of it.`
  const ranges = what === 'row' ? selectedRows(place) : selectedColumns(place)
  return ranges === null
    ? `A cell reaches over the edge of this ${what}, so it cannot be deleted alone. Select the ${what}s that the cell spans, or delete the table.`
    : null
}
