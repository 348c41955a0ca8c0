import type { Node, ResolvedPos } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'
import { schema } from '../../../shared/document/schema.ts'
import { cellsOf, readGrid } from '../../../shared/document/table-grid.ts'
import type { Grid, GridCell } from '../../../shared/document/table-grid.ts'

/** The table that the selection lies in, and how much of it the selection touches. */
export type TablePlace = {
  readonly table: Node
  /** The position before the table. */
  readonly before: number
  readonly grid: Grid
  /** The cell of the selection's head. */
  readonly cell: GridCell
  /** First and last of them that are touched. */
  readonly rows: { readonly first: number; readonly last: number }
  readonly columns: { readonly first: number; readonly last: number }
}

/** The depth of the cell around a position; null outside of tables. */
function cellDepth($at: ResolvedPos): number | null {
  for (let { depth } = $at; depth > 0; depth--) if ($at.node(depth).type === schema.nodes.cell) return depth
  return null
}

export function tablePlace({ selection }: EditorState): TablePlace | null {
  const { $from, $to, $head } = selection
  const depths = [$from, $to, $head].map(cellDepth)
  if (depths.includes(null)) return null
  const [from = 0, to = 0, head = 0] = depths.map((depth) => depth ?? 0)
  const before = $from.before(from - 2)
  if ($to.before(to - 2) !== before) return null
  const table = $from.node(from - 2)
  const grid = readGrid(table, before + 1)
  const cellAt = (position: number) => cellsOf(grid).find((cell) => cell.before === position)
  const cell = cellAt($head.before(head))
  const first = cellAt($from.before(from))
  const last = cellAt($to.before(to))
  if (!cell || !first || !last) return null
  return {
    table,
    before,
    grid,
    cell,
    rows: { first: first.row, last: Math.max(first.row + first.height, last.row + last.height) - 1 },
    columns: {
      first: Math.min(first.column, last.column),
      last: Math.max(first.column + first.width, last.column + last.width) - 1,
    },
  }
}
