import type { Tracking } from '../../../shared/document/attributes.ts'
import type { CellSegments, RowSegments } from '../../../shared/document/segments.ts'
import { inOrder, tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'
import { trackedAttributes } from './runs.ts'
import { CELL_PROPERTIES, ROW_PROPERTIES } from './sequences.ts'
import { TABLE_STYLE } from './other-styles.ts'
import { layOut, widthOf } from '../table-grid.ts'
import type { Slot } from '../table-grid.ts'
import type { Writing } from './writing.ts'

/** Width of the text in twentieths of a point, shared out where a table gives its columns no widths. */
const TEXT_WIDTH = 9026
/** Twentieths of a point in a CSS pixel. */
const TWIPS = 15

/** The content of a cell. `mark`: in a tracked row its last ¶ is tracked with it, as Word has it. */
type WriteCell = (cell: CellSegments, mark: Tracking | null) => Xml

/** A w:tbl. `paragraphs` writes the content of a cell, which ends with a w:p as Word demands. */
export function writeTable(rows: readonly RowSegments[], paragraphs: WriteCell, writing: Writing): Xml {
  const grid = layOut(rows)
  const widths = columnWidths(grid.rows, grid.columns)
  const isFixed = widths.some((width) => width !== null)
  const properties = tag(
    'w:tblPr',
    {},
    tag('w:tblStyle', { 'w:val': TABLE_STYLE }),
    tag('w:tblW', { 'w:w': 0, 'w:type': 'auto' }),
    isFixed ? tag('w:tblLayout', { 'w:type': 'fixed' }) : '',
    tag('w:tblLook', { 'w:val': '04A0' }),
  )
  const even = Math.floor(TEXT_WIDTH / grid.columns)
  const columns = widths.map((width) => tag('w:gridCol', { 'w:w': width === null ? even : width * TWIPS }))
  const lines = rows.map((row, index) => {
    const slots = grid.rows[index] ?? []
    const cells = slots.map((slot) => writeSlot(slot, row, paragraphs, writing))
    return tag('w:tr', {}, rowProperties(row, grid.columns - widthOf(slots), writing), ...cells)
  })
  return tag('w:tbl', {}, properties, tag('w:tblGrid', {}, ...columns), ...lines)
}

function isHeaderRow({ cells }: RowSegments): boolean {
  return cells.every((cell) => cell.attrs.header)
}

/** CSS pixels, where some cell says how wide a column is. */
function columnWidths(rows: readonly (readonly Slot[])[], columns: number): readonly (number | null)[] {
  const widths = Array.from({ length: columns }, (): number | null => null)
  for (const { cell, column } of rows.flat()) {
    for (const [index, width] of (cell?.attrs.colwidth ?? []).entries()) widths[column + index] ??= width
  }
  return widths
}

function rowProperties(row: RowSegments, missing: number, writing: Writing): Xml {
  const { insertion, deletion } = row.tracking ?? {}
  const inner = inOrder(ROW_PROPERTIES, {
    'w:gridAfter': missing > 0 ? tag('w:gridAfter', { 'w:val': missing }) : undefined,
    'w:tblHeader': isHeaderRow(row) ? '<w:tblHeader/>' : undefined,
    'w:ins': insertion && tag('w:ins', trackedAttributes(insertion, writing)),
    'w:del': deletion && tag('w:del', trackedAttributes(deletion, writing)),
  })
  return inner === '' ? '' : tag('w:trPr', {}, inner)
}

function writeSlot(
  { cell, span, merge }: Slot,
  row: RowSegments,
  paragraphs: WriteCell,
  writing: Writing,
): Xml {
  const { insertion, deletion } = cell?.attrs.tracking ?? {}
  const widths = cell?.attrs.colwidth ?? null
  const width = widths?.reduce((sum, one) => sum + one, 0)
  const isLoneHeader = cell?.attrs.header === true && !isHeaderRow(row)
  const properties = inOrder(CELL_PROPERTIES, {
    // A header outside of a row of headers is one of the first column, as Word's own table styles say it.
    'w:cnfStyle': isLoneHeader
      ? tag('w:cnfStyle', { 'w:val': '001000000000', 'w:firstColumn': 1 })
      : undefined,
    'w:tcW':
      width === undefined
        ? tag('w:tcW', { 'w:w': 0, 'w:type': 'auto' })
        : tag('w:tcW', { 'w:w': width * TWIPS, 'w:type': 'dxa' }),
    'w:gridSpan': span > 1 ? tag('w:gridSpan', { 'w:val': span }) : undefined,
    'w:vMerge': merge === null ? undefined : tag('w:vMerge', { 'w:val': merge }),
    'w:cellIns': insertion && tag('w:cellIns', trackedAttributes(insertion, writing)),
    'w:cellDel': deletion && !insertion ? tag('w:cellDel', trackedAttributes(deletion, writing)) : undefined,
  })
  return tag('w:tc', {}, tag('w:tcPr', {}, properties), cell ? paragraphs(cell, row.tracking) : '<w:p/>')
}
