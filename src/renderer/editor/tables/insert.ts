import { Fragment, Slice } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import { ReplaceStep } from 'prosemirror-transform'
import type { CellAttrs } from '../../../shared/document/attributes.ts'
import { schema } from '../../../shared/document/schema.ts'
import { cellsOf, isColumnEdge, isRowEdge } from '../../../shared/document/table-grid.ts'
import type { Grid, GridRow } from '../../../shared/document/table-grid.ts'
import { spanAt } from '../../../shared/document/visible-span.ts'
import { gapAt } from '../commands/insert-blocks.ts'
import { tablePlace } from './place.ts'
import type { TablePlace } from './place.ts'

/** New tables, rows and columns. No span of a cell is ever changed: such a change cannot be tracked. */

function emptyCell(attrs: Partial<CellAttrs> = {}): Node {
  return schema.nodes.cell.create(attrs, schema.nodes.para.create())
}

function insertAt(tr: Transaction, position: number, nodes: readonly Node[]): void {
  tr.step(new ReplaceStep(position, position, new Slice(Fragment.fromArray([...nodes]), 0, 0)))
}

const SIZE = 3

/** Three by three, with a row of headers, below the paragraph of the caret, and the caret in its first cell. */
export const insertTable: Command = (state, dispatch) => {
  const span = spanAt(state.doc, state.selection.to)
  if (!span || span.container !== state.doc) return false
  const { tr } = state
  const gap = gapAt(tr, span.to - 1)
  const rows = Array.from({ length: SIZE }, (_, index) =>
    schema.nodes.row.create(
      null,
      Array.from({ length: SIZE }, () => emptyCell({ header: index === 0 })),
    ),
  )
  insertAt(tr, gap, [schema.nodes.table.create(null, rows)])
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(gap + 1))).scrollIntoView())
  return true
}

/** How wide a column is, where a cell of its own says so. */
function columnWidth(grid: Grid, column: number): CellAttrs['colwidth'] {
  const cell = cellsOf(grid).find((one) => one.column === column && one.width === 1)
  return cell ? (cell.node.attrs as CellAttrs).colwidth : null
}

/** A row of a cell for each column in which a cell is not deleted. */
function newRow(grid: Grid): Node {
  const living = cellsOf(grid).filter((cell) => !cell.isGone)
  const columns = Array.from({ length: grid.width }, (_, column) => column).filter((column) =>
    living.some((cell) => cell.column <= column && column < cell.column + cell.width),
  )
  const cells = columns.map((column) => emptyCell({ colwidth: columnWidth(grid, column) }))
  return schema.nodes.row.create(null, cells.length > 0 ? cells : [emptyCell()])
}

/** Puts a row in before one of that number; `before` counts the rows. */
export function withRow(state: EditorState, { grid, table, before }: TablePlace, at: number): Transaction {
  const place = grid.rows[at]?.before ?? before + table.nodeSize - 1
  const { tr } = state
  insertAt(tr, place, [newRow(grid)])
  return tr.setSelection(TextSelection.near(tr.doc.resolve(place + 1))).scrollIntoView()
}

/** Past cells that span rows the next edge is taken. */
export function addRow(side: 'above' | 'below'): Command {
  return (state, dispatch) => {
    const place = tablePlace(state)
    if (!place) return false
    let at = side === 'above' ? place.rows.first : place.rows.last + 1
    const step = side === 'above' ? -1 : 1
    while (at > 0 && at < place.grid.rows.length && !isRowEdge(place.grid, at)) at += step
    dispatch?.(withRow(state, place, at))
    return true
  }
}

/** The position in a row before that column. */
function columnStart({ cells, before, node }: GridRow, column: number): number {
  return cells.find((cell) => cell.column >= column)?.before ?? before + node.nodeSize - 1
}

export function addColumn(side: 'left' | 'right'): Command {
  return (state, dispatch) => {
    const place = tablePlace(state)
    if (!place) return false
    const { grid, columns, cell } = place
    let at = side === 'left' ? columns.first : columns.last + 1
    const step = side === 'left' ? -1 : 1
    while (at > 0 && at < grid.width && !isColumnEdge(grid, at)) at += step
    const { tr } = state
    let caret = cell.before
    grid.rows.toReversed().forEach((row) => {
      if (row.isGone) return
      const header = row.cells.every((one) => one.node.attrs['header'] === true)
      const position = columnStart(row, at)
      insertAt(tr, position, [emptyCell({ header })])
      if (row === grid.rows[cell.row]) caret = position
    })
    const $caret = tr.doc.resolve(tr.mapping.map(caret, -1) + 1)
    dispatch?.(tr.setSelection(TextSelection.near($caret)).scrollIntoView())
    return true
  }
}
