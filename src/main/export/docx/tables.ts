import type { Tracking } from '../../../shared/document/attributes.ts'
import type { CellSegments, RowSegments, TableSegments } from '../../../shared/document/segments.ts'
import { tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'
import { layOut, widthOf } from '../table-grid.ts'
import type { Slot } from '../table-grid.ts'
import { cellProperties, columnPixels, rowHead, tableHead } from './table-looks.ts'
import type { Writing } from './writing.ts'

/** The content of a cell. `mark`: in a tracked row its last ¶ is tracked with it, as Word has it. */
type WriteCell = (cell: CellSegments, mark: Tracking | null) => Xml

/** A w:tbl. `paragraphs` writes the content of a cell, which ends with a w:p as Word demands. */
export function writeTable(table: TableSegments, paragraphs: WriteCell, writing: Writing): Xml {
  const grid = layOut(table.rows)
  const widths = columnWidths(grid.rows, grid.columns)
  const columns = columnPixels(table.look, writing)
  const cells = (row: RowSegments, slots: readonly Slot[]): Xml =>
    slots
      .map((slot) => {
        const content = slot.cell ? paragraphs(slot.cell, row.tracking) : '<w:p/>'
        return tag('w:tc', {}, cellProperties(slot, row, columns, writing), content)
      })
      .join('')
  const lines = table.rows.map((row, index) => {
    const slots = grid.rows[index] ?? []
    return tag('w:tr', {}, rowHead(row, grid.columns - widthOf(slots), writing), cells(row, slots))
  })
  return tag('w:tbl', {}, tableHead(table, widths, writing), ...lines)
}

/** CSS pixels, where some cell says how wide a column is. */
function columnWidths(rows: readonly (readonly Slot[])[], columns: number): readonly (number | null)[] {
  const widths = Array.from({ length: columns }, (): number | null => null)
  for (const { cell, column } of rows.flat()) {
    for (const [index, width] of (cell?.attrs.colwidth ?? []).entries()) widths[column + index] ??= width
  }
  return widths
}
