import type { CellSegments, RowSegments, TableSegments } from '../../../shared/document/segments.ts'
import type { LayoutAttrs } from '../../../shared/document/word-attributes.ts'
import type { Slot } from '../table-grid.ts'
import { tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'
import { elementIn, inSequence, propertiesIn, without } from './looks.ts'
import type { Properties } from './looks.ts'
import { CELL_PROPERTIES, ROW_PROPERTIES, TABLE_PROPERTIES } from './sequences.ts'
import { trackedAttributes } from './tracked-attributes.ts'
import type { Writing } from './writing.ts'

/** Width of the text in twentieths of a point, shared out where a table gives its columns no widths. */
const TEXT_WIDTH = 9026
/** Twentieths of a point in a CSS pixel. */
const TWIPS = 15

/** The slice of the kept file behind a look. */
function sliceOf(look: string | null, { kept }: Writing): Xml | undefined {
  return look === null ? undefined : kept?.payload(look)?.xml
}

/** A layout change that can be said: where the file knows how it was before. */
function changeOf(
  { layoutChange, look }: LayoutAttrs,
  writing: Writing,
): { readonly before: Xml; readonly now: Xml; readonly attributes: Parameters<typeof tag>[1] } | null {
  if (!layoutChange) return null
  const [before, now] = [sliceOf(layoutChange.before, writing), sliceOf(look, writing)]
  if (before === undefined && now === undefined) return null
  return { before: before ?? '', now: now ?? '', attributes: trackedAttributes(layoutChange, writing) }
}

const CHANGES = ['w:tblPrChange', 'w:trPrChange', 'w:tcPrChange', 'w:tblPrExChange']
const TRACKED = ['w:ins', 'w:del', 'w:cellIns', 'w:cellDel', 'w:cellMerge', ...CHANGES]

/** w:tblPr and w:tblGrid. `widths`: of the columns in CSS pixels, where a cell says them. */
export function tableHead(table: TableSegments, widths: readonly (number | null)[], writing: Writing): Xml {
  const look = sliceOf(table.look, writing)
  const change = changeOf(table, writing)
  const isFixed = widths.some((width) => width !== null)
  const own =
    look === undefined
      ? undefined
      : without(propertiesIn(elementIn(look, 'w:tblPr') ?? '', 'w:tblPr'), CHANGES)
  const properties: Properties =
    own ??
    new Map([
      ['w:tblStyle', tag('w:tblStyle', { 'w:val': writing.names.table() })],
      ['w:tblW', tag('w:tblW', { 'w:w': 0, 'w:type': 'auto' })],
      ...(isFixed ? [['w:tblLayout', tag('w:tblLayout', { 'w:type': 'fixed' })] as const] : []),
      ['w:tblLook', tag('w:tblLook', { 'w:val': '04A0' })],
    ])
  const before = propertiesIn(elementIn(change?.before, 'w:tblPr') ?? '', 'w:tblPr')
  const tracked =
    change && inSequence(TABLE_PROPERTIES, before) !== inSequence(TABLE_PROPERTIES, properties)
      ? tag('w:tblPrChange', change.attributes, tag('w:tblPr', {}, inSequence(TABLE_PROPERTIES, before)))
      : undefined
  return (
    tag('w:tblPr', {}, inSequence(TABLE_PROPERTIES, properties, { 'w:tblPrChange': tracked })) +
    gridOf(look, widths, change, writing)
  )
}

function gridOf(
  look: Xml | undefined,
  widths: readonly (number | null)[],
  change: ReturnType<typeof changeOf>,
  writing: Writing,
): Xml {
  const even = Math.floor(TEXT_WIDTH / widths.length)
  const own = columnsOf(look)
  const columns = widths.map(
    (width, index) =>
      (own.length === widths.length ? own[index] : undefined) ??
      tag('w:gridCol', { 'w:w': width === null ? even : width * TWIPS }),
  )
  const before = columnsOf(change?.before).join('')
  // A change of the grid has a number and no author.
  const tracked =
    before !== '' && before !== columns.join('')
      ? tag('w:tblGridChange', { 'w:id': writing.numbers.next() }, tag('w:tblGrid', {}, before))
      : ''
  return tag('w:tblGrid', {}, ...columns, tracked)
}

function columnsOf(look: Xml | undefined): readonly Xml[] {
  const grid = elementIn(look, 'w:tblGrid')
  return grid?.match(/<(?:\w+:)?gridCol\b[^>]*?(?:\/>|>\s*<\/(?:\w+:)?gridCol>)/g) ?? []
}

/** Columns of a look in CSS pixels, as the reader counts them. */
export function columnPixels(look: string | null, writing: Writing): readonly number[] {
  return columnsOf(sliceOf(look, writing)).map((column) =>
    Math.round(Number(/\bw\s*=\s*["'](\d+)/.exec(column.replace(/^<\S+/, ''))?.[1] ?? Number.NaN) / TWIPS),
  )
}

/** w:tblPrEx and w:trPr. `missing`: columns of the table that the row's cells do not reach. */
export function rowHead(row: RowSegments, missing: number, writing: Writing): Xml {
  const look = sliceOf(row.look, writing)
  const change = changeOf(row, writing)
  const own = without(propertiesIn(elementIn(look, 'w:trPr') ?? '', 'w:trPr'), TRACKED)
  const before = without(propertiesIn(elementIn(change?.before, 'w:trPr') ?? '', 'w:trPr'), TRACKED)
  const { insertion, deletion } = row.tracking ?? {}
  const isHeader = row.cells.every((cell) => cell.attrs.header)
  const left = missing - skipped(own)
  const now = {
    'w:gridAfter': left > 0 ? tag('w:gridAfter', { 'w:val': left }) : undefined,
    'w:tblHeader': isHeader ? (own.get('w:tblHeader') ?? '<w:tblHeader/>') : undefined,
  }
  const isChanged = change !== null && inSequence(ROW_PROPERTIES, before) !== inSequence(ROW_PROPERTIES, own)
  const inner = inSequence(ROW_PROPERTIES, own, now, {
    'w:ins': insertion && tag('w:ins', trackedAttributes(insertion, writing)),
    'w:del': deletion && tag('w:del', trackedAttributes(deletion, writing)),
    'w:trPrChange':
      change && isChanged
        ? tag('w:trPrChange', change.attributes, tag('w:trPr', {}, inSequence(ROW_PROPERTIES, before)))
        : undefined,
  })
  return exceptions(look, change) + (inner === '' ? '' : tag('w:trPr', {}, inner))
}

/** Columns that a row leaves out before its first cell. */
function skipped(own: Properties): number {
  return Number(/\bval\s*=\s*["'](\d+)/.exec(own.get('w:gridBefore') ?? '')?.[1] ?? 0)
}

/** What a row says of the table's own properties. */
function exceptions(look: Xml | undefined, change: ReturnType<typeof changeOf>): Xml {
  const own = without(propertiesIn(elementIn(look, 'w:tblPrEx') ?? '', 'w:tblPrEx'), CHANGES)
  const before = without(propertiesIn(elementIn(change?.before, 'w:tblPrEx') ?? '', 'w:tblPrEx'), CHANGES)
  const [now, then] = [inSequence(TABLE_PROPERTIES, own), inSequence(TABLE_PROPERTIES, before)]
  const tracked =
    change && now !== then ? tag('w:tblPrExChange', change.attributes, tag('w:tblPrEx', {}, then)) : ''
  return now === '' && tracked === '' ? '' : tag('w:tblPrEx', {}, now, tracked)
}

/** w:tcPr. `columns`: those of the table's look, in CSS pixels. */
export function cellProperties(
  { cell, column, span, merge }: Slot,
  row: RowSegments,
  columns: readonly number[],
  writing: Writing,
): Xml {
  const look = sliceOf(cell?.attrs.look ?? null, writing)
  const own = without(propertiesIn(elementIn(look, 'w:tcPr') ?? look, 'w:tcPr'), TRACKED)
  const change = cell ? changeOf(cell.attrs, writing) : null
  const { insertion, deletion } = cell?.attrs.tracking ?? {}
  const inner = inSequence(CELL_PROPERTIES, own, {
    'w:cnfStyle': conditional(cell, row, own.get('w:cnfStyle')),
    'w:tcW': cellWidth(cell, own.get('w:tcW'), columns.slice(column, column + span)),
    'w:gridSpan': span > 1 ? tag('w:gridSpan', { 'w:val': span }) : undefined,
    'w:vMerge': merge === null ? undefined : tag('w:vMerge', { 'w:val': merge }),
    'w:cellIns': insertion && tag('w:cellIns', trackedAttributes(insertion, writing)),
    'w:cellDel': deletion && !insertion ? tag('w:cellDel', trackedAttributes(deletion, writing)) : undefined,
    'w:tcPrChange': change ? cellChange(change) : undefined,
  })
  return tag('w:tcPr', {}, inner)
}

function cellChange({ before, now, attributes }: NonNullable<ReturnType<typeof changeOf>>): Xml | undefined {
  const [then, since] = [before, now].map((look) =>
    inSequence(CELL_PROPERTIES, without(propertiesIn(elementIn(look, 'w:tcPr') ?? look, 'w:tcPr'), TRACKED)),
  )
  return then === since ? undefined : tag('w:tcPrChange', attributes, tag('w:tcPr', {}, then ?? ''))
}

/** A header outside of a row of headers is one of the first column, as Word's own table styles say it. */
function conditional(cell: CellSegments | null, row: RowSegments, own: Xml | undefined): Xml | undefined {
  const isLone = cell?.attrs.header === true && !row.cells.every((one) => one.attrs.header)
  const isFirst =
    own !== undefined &&
    (/\bfirstColumn\s*=\s*["'](?:1|true|on)/.test(own) || /\bval\s*=\s*["'][01]{2}1/.test(own))
  if (isLone && !isFirst) return tag('w:cnfStyle', { 'w:val': '001000000000', 'w:firstColumn': 1 })
  return isFirst && cell?.attrs.header === false ? undefined : own
}

function cellWidth(cell: CellSegments | null, own: Xml | undefined, columns: readonly number[]): Xml {
  const widths = cell?.attrs.colwidth ?? null
  if (own !== undefined && (widths === null || widths.join() === columns.join())) return own
  return widths === null
    ? tag('w:tcW', { 'w:w': 0, 'w:type': 'auto' })
    : tag('w:tcW', { 'w:w': widths.reduce((sum, one) => sum + one, 0) * TWIPS, 'w:type': 'dxa' })
}
