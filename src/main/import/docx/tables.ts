import type { Node } from 'prosemirror-model'
import { Fragment } from 'prosemirror-model'
import type { CellAttrs, ChangeRef, RowAttrs, Tracking } from '../../../shared/document/attributes.ts'
import { schema } from '../../../shared/document/schema.ts'
import { attribute, child, elements } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'
import type { TrackingRefs } from './changes.ts'
import type { Around, Reading } from './context.ts'
import { isOn } from './styles.ts'
import { cellLayout, rowLayout, tableLayout } from './table-looks.ts'
import type { LayoutChanges } from './table-looks.ts'
import { countMerge } from './unlisted-changes.ts'

/** A cell as Word has it: one for each row, also where it only goes on with the one above. */
type WordCell = {
  readonly attrs: Omit<CellAttrs, 'rowspan'>
  readonly column: number
  readonly continues: boolean
  readonly paragraphs: Node[]
  rowspan: number
}
type WordRow = RowAttrs & { readonly cells: readonly WordCell[] }

/** Reads the paragraphs of a w:tc. */
type ReadCell = (cell: XmlElement, around: Around) => Node[]

/** Twentieths of a point in a CSS pixel. */
const TWIPS = 15
/** Columns that a cell can span. */
const MOST = 63

/** Null for a table without a cell. */
export function readTable(
  table: XmlElement,
  around: Around,
  readCell: ReadCell,
  reading: Reading,
): Node | null {
  const widths = columnWidths(table)
  const columns = new Map<string, ChangeRef>()
  const layouts: LayoutChanges = new Map()
  const attrs = tableLayout(table, layouts, reading)
  const rows = findAll(table, 'w:tr').flatMap((row) => {
    const read = readRow(row, around, widths, columns, layouts, readCell, reading)
    return read.cells.length > 0 ? [read] : []
  })
  if (rows.length === 0) return null
  return schema.nodes.table.create(attrs, Fragment.fromArray(mergeDown(rows).map(rowNode)))
}

/** Descendants of this name that are wrapped in nothing but content controls and the like. */
export function findAll(parent: XmlElement, name: string): readonly XmlElement[] {
  return elements(parent).flatMap((element) => {
    if (element.name === name) return [element]
    if (element.name === 'w:tbl' || element.name === 'w:p') return []
    return findAll(element, name)
  })
}

/** Widths of the columns in CSS pixels, where the table keeps them whatever stands in its cells. */
function columnWidths(table: XmlElement): readonly number[] {
  const layout = child(child(table, 'w:tblPr'), 'w:tblLayout')
  if (attribute(layout, 'w:type') !== 'fixed') return []
  return elements(child(table, 'w:tblGrid')).map((column) =>
    Math.round(Number(attribute(column, 'w:w') ?? Number.NaN) / TWIPS),
  )
}

/** Under which tracked elements the content of a row stands. */
export function aroundRow(row: XmlElement, around: Around): Around {
  const properties = child(row, 'w:trPr')
  const insertion = child(properties, 'w:ins') ?? around.insertion
  const deletion = child(properties, 'w:del') ?? around.deletion
  return { ...around, insertion, deletion }
}

function readRow(
  row: XmlElement,
  around: Around,
  widths: readonly number[],
  columns: Map<string, ChangeRef>,
  layouts: LayoutChanges,
  readCell: ReadCell,
  reading: Reading,
): WordRow {
  const { changes } = reading
  const inRow = aroundRow(row, around)
  const tracking = trackingOf(changes.next({ insertion: inRow.insertion, deletion: inRow.deletion }))
  const before = changes.state()
  const properties = child(row, 'w:trPr')
  const header = child(properties, 'w:tblHeader')
  const isHeader = header !== undefined && isOn(attribute(header, 'w:val'))
  let column = whole(attribute(child(properties, 'w:gridBefore'), 'w:val')) ?? 0
  const cells = findAll(row, 'w:tc').map((cell): WordCell => {
    changes.resume(before)
    const own = child(cell, 'w:tcPr')
    countMerge(own, reading)
    const insertion = child(own, 'w:cellIns')
    const deletion = child(own, 'w:cellDel')
    const isTracked = insertion !== undefined || deletion !== undefined
    const colspan = Math.max(1, whole(attribute(child(own, 'w:gridSpan'), 'w:val')) ?? 1)
    const attrs = {
      tracking: isTracked ? trackingOf(changes.next({ insertion, deletion }, columns)) : null,
      header: isHeader || isFirstColumn(own),
      colspan,
      colwidth: widthOf(own, widths.slice(column, column + colspan), colspan),
      ...cellLayout(cell, layouts, reading),
    }
    const inCell = isTracked
      ? { ...inRow, insertion: insertion ?? inRow.insertion, deletion: deletion ?? inRow.deletion }
      : inRow
    const at = column
    column += colspan
    return { attrs, column: at, continues: goesOn(own), paragraphs: readCell(cell, inCell), rowspan: 1 }
  })
  changes.resume(before)
  return { tracking, ...rowLayout(row, layouts, reading), cells }
}

function trackingOf({ insertion, deletion }: TrackingRefs): Tracking | null {
  if (!insertion && !deletion) return null
  return { ...(insertion ? { insertion } : {}), ...(deletion ? { deletion } : {}) }
}

function whole(written: string | undefined): number | null {
  const value = Number(written ?? Number.NaN)
  return Number.isInteger(value) && value >= 0 ? Math.min(value, MOST) : null
}

function goesOn(properties: XmlElement | undefined): boolean {
  const merge = child(properties, 'w:vMerge')
  return merge !== undefined && attribute(merge, 'w:val') !== 'restart'
}

/** A header by the table style's first column. */
function isFirstColumn(properties: XmlElement | undefined): boolean {
  const format = child(properties, 'w:cnfStyle')
  const flag = attribute(format, 'w:firstColumn')
  return flag === undefined ? (attribute(format, 'w:val') ?? '')[2] === '1' : isOn(flag)
}

function widthOf(
  properties: XmlElement | undefined,
  widths: readonly number[],
  colspan: number,
): readonly number[] | null {
  if (attribute(child(properties, 'w:tcW'), 'w:type') !== 'dxa' || widths.length !== colspan) return null
  return widths.every((width) => width >= 0 && width <= 10_000) ? widths : null
}

/**
 * Gives cells that go on to the one above. A row that may go without the one above it, or would be left without a
 * cell, keeps its own: it must be able to go without tearing what reaches into it.
 */
function mergeDown(rows: readonly WordRow[]): readonly WordRow[] {
  let open: readonly WordCell[] = []
  return rows.map((row, line) => {
    const goesAlong = sameTracking(row.tracking, rows[line - 1]?.tracking ?? null)
    const owners = row.cells.map((cell) =>
      cell.continues && goesAlong && !cell.attrs.tracking
        ? open.find((one) => one.column === cell.column && one.attrs.colspan === cell.attrs.colspan)
        : undefined,
    )
    const isLost = owners.every((owner) => owner !== undefined)
    const cells = row.cells.filter((cell, index) => {
      const owner = owners[index]
      if (isLost || !owner || owner.rowspan >= MOST) return true
      owner.rowspan += 1
      owner.paragraphs.push(...cell.paragraphs.filter((paragraph) => paragraph.childCount > 0))
      return false
    })
    open = row.cells.map((cell, index) => (isLost ? cell : (owners[index] ?? cell)))
    return { ...row, cells }
  })
}

/** Whether two rows come and go together. */
function sameTracking(one: Tracking | null, other: Tracking | null): boolean {
  return one?.insertion?.id === other?.insertion?.id && one?.deletion?.id === other?.deletion?.id
}

function rowNode({ cells, ...attrs }: WordRow): Node {
  const nodes = cells.map(({ attrs: own, rowspan, paragraphs }) =>
    schema.nodes.cell.create({ ...own, rowspan }, Fragment.fromArray(paragraphs)),
  )
  return schema.nodes.row.create(attrs, Fragment.fromArray(nodes))
}
