import type { Node } from 'prosemirror-model'
import type { CellAttrs, RowAttrs } from './attributes.ts'

/** Where the cells of a table stand in its columns, those that span several counted. */
export type GridCell = {
  readonly node: Node
  /** The position before it. */
  readonly before: number
  readonly row: number
  readonly column: number
  readonly width: number
  readonly height: number
  /** Deleted, by itself or with its row: still there, but no part of what the table says. */
  readonly isGone: boolean
}
export type GridRow = {
  readonly node: Node
  readonly before: number
  readonly isGone: boolean
  readonly cells: readonly GridCell[]
}
export type Grid = { readonly rows: readonly GridRow[]; readonly width: number }

/** `start`: where the table's content begins. */
export function readGrid(table: Node, start: number): Grid {
  /** For each column, in how many of the next rows a cell from above stands there. */
  const covered: number[] = []
  const rows: GridRow[] = []
  table.forEach((node, offset, index) => {
    const before = start + offset
    const isGone = (node.attrs as RowAttrs).tracking?.deletion !== undefined
    const cells: GridCell[] = []
    const begun: { readonly column: number; readonly height: number }[] = []
    let column = 0
    node.forEach((cell, cellOffset) => {
      while ((covered[column] ?? 0) > 0) column += 1
      const { colspan: width, rowspan: height, tracking } = cell.attrs as CellAttrs
      cells.push({
        node: cell,
        before: before + 1 + cellOffset,
        row: index,
        column,
        width,
        height,
        isGone: isGone || tracking?.deletion !== undefined,
      })
      for (let at = column; at < column + width; at++) begun.push({ column: at, height })
      column += width
    })
    for (let at = 0; at < covered.length; at++) covered[at] = Math.max(0, (covered[at] ?? 0) - 1)
    for (const one of begun) covered[one.column] = one.height - 1
    rows.push({ node, before, isGone, cells })
  })
  const width = Math.max(...rows.flatMap(({ cells }) => cells.map((cell) => cell.column + cell.width)))
  return { rows, width }
}

export function cellsOf({ rows }: Grid): readonly GridCell[] {
  return rows.flatMap(({ cells }) => cells)
}

/** Whether no cell reaches from above a row to it: new rows come in, and rows go out, only there. */
export function isRowEdge(grid: Grid, row: number): boolean {
  return cellsOf(grid).every((cell) => cell.row >= row || cell.row + cell.height <= row)
}

/** The same before a column. */
export function isColumnEdge(grid: Grid, column: number): boolean {
  return cellsOf(grid).every((cell) => cell.column >= column || cell.column + cell.width <= column)
}
