import type {
  ListAttr,
  ParagraphChange,
  ParagraphMark,
  ParagraphProperties,
} from '../../../shared/document/attributes.ts'
import { TABLE_DEPTH } from '../../opc/limits.ts'
import { tooLarge } from '../../opc/refusal.ts'
import { attribute, child, elements } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'
import type { DraftParagraph } from '../draft.ts'
import { chosenBranch } from './alternate.ts'
import type { Around, Reading } from './context.ts'
import { trackedInside } from './context.ts'
import { readInline } from './runs.ts'
import type { Inline } from './runs.ts'
import { readAlign, readOutline } from './styles.ts'

/** Paragraphs read so far. The last one may lose its changed ¶ when no paragraph can be joined to it. */
export type Paragraphs = DraftParagraph[]

/** Reads one child of a body, a cell or a text box. `tables`: how many tables stand around it. */
export function readBlock(
  element: XmlElement,
  around: Around,
  out: Paragraphs,
  reading: Reading,
  tables: number,
): void {
  const tracked = trackedInside(element, around)
  if (tracked) return readBlocks(element, tracked, out, reading, tables)
  switch (element.name) {
    case 'w:p':
      return readParagraph(element, around, out, reading, tables)
    case 'w:tbl':
      return readTable(element, around, out, reading, tables + 1)
    case 'w:sectPr':
    case 'w:sdtPr':
    case 'w:customXmlPr':
      return
    case 'w:altChunk':
      return reading.warnings.add('embedded', 'A document embedded in the file was left out.')
    case 'w:commentRangeStart':
      return reading.anchors.start(attribute(element, 'w:id') ?? '')
    case 'w:commentRangeEnd':
      return reading.anchors.end(attribute(element, 'w:id') ?? '')
    case 'w:r':
    case 'm:oMathPara':
      return readParagraph(
        { name: 'w:p', attributes: new Map(), children: [element] },
        around,
        out,
        reading,
        tables,
      )
    case 'mc:AlternateContent': {
      const branch = chosenBranch(element)
      return branch ? readBlocks(branch, around, out, reading, tables) : undefined
    }
    default:
      return readBlocks(element, around, out, reading, tables)
  }
}

function readBlocks(
  parent: XmlElement,
  around: Around,
  out: Paragraphs,
  reading: Reading,
  tables: number,
): void {
  for (const element of elements(parent)) readBlock(element, around, out, reading, tables)
}

/** A table becomes its cells' paragraphs, row by row. No paragraph is joined across the border of a cell. */
function readTable(
  table: XmlElement,
  around: Around,
  out: Paragraphs,
  reading: Reading,
  tables: number,
): void {
  if (tables > TABLE_DEPTH) throw tooLarge('Tables are nested too deeply.')
  reading.warnings.add('table', 'Tables came in as paragraphs, a cell each.')
  stopJoin(out, around, reading)
  for (const row of findAll(table, 'w:tr')) {
    const properties = elements(child(row, 'w:trPr'))
    const insertion = properties.find((property) => property.name === 'w:ins') ?? around.insertion
    const deletion = properties.find((property) => property.name === 'w:del') ?? around.deletion
    const inRow: Around = { ...around, insertion, deletion }
    for (const cell of findAll(row, 'w:tc')) {
      readBlocks(cell, inRow, out, reading, tables)
      stopJoin(out, inRow, reading)
    }
  }
}

/** Descendants of this name that are wrapped in nothing but content controls and the like. */
function findAll(parent: XmlElement, name: string): readonly XmlElement[] {
  return elements(parent).flatMap((element) => {
    if (element.name === name) return [element]
    if (element.name === 'w:tbl' || element.name === 'w:p') return []
    return findAll(element, name)
  })
}

function stopJoin(out: Paragraphs, around: Around, reading: Reading): void {
  const last = out.at(-1)
  if (!last?.paragraphMark || around.insertion || around.deletion) return
  reading.warnings.add('table-mark', 'A tracked paragraph end before or in a table was kept as it stands.')
  out[out.length - 1] = { ...last, paragraphMark: null }
}

function readParagraph(
  element: XmlElement,
  around: Around,
  out: Paragraphs,
  reading: Reading,
  tables: number,
): void {
  const properties = child(element, 'w:pPr')
  const own = readProperties(properties, reading)
  const paragraphChange = readChange(properties, own, reading)
  const style = reading.styles.paragraph(attribute(child(properties, 'w:pStyle'), 'w:val'))
  const inline: Inline = { nodes: [], size: 0, emphasis: style.emphasis, boxes: [] }
  readInline(element, around, inline, reading)
  closeFields(reading)
  const paragraphMark = readMark(child(properties, 'w:rPr'), around, reading)
  out.push({ ...own, paragraphMark, paragraphChange, content: reading.anchors.finishParagraph(inline.nodes) })
  for (const box of inline.boxes) readBlocks(box.content, box.around, out, reading, tables)
}

/** A field whose code never led to a result is broken: it ends with its paragraph. */
function closeFields(reading: Reading): void {
  const broken = reading.fields.findIndex((field) => !field.hasResult)
  if (broken < 0) return
  reading.fields.splice(broken)
  reading.warnings.add('field', 'A field that never ended was closed; its text was kept.')
}

function readProperties(properties: XmlElement | undefined, reading: Reading): ParagraphProperties {
  const resolved = reading.styles.paragraph(attribute(child(properties, 'w:pStyle'), 'w:val'))
  const outline = child(properties, 'w:outlineLvl')
  const style = resolved.style === 'body' && outline ? (readOutline(outline) ?? 'body') : resolved.style
  const list = reading.numbering(child(properties, 'w:numPr') ?? resolved.numbering)
  return {
    style,
    list: withinHead(style, list),
    align: readAlign(child(properties, 'w:jc')) ?? resolved.align ?? 'start',
  }
}

function withinHead(style: ParagraphProperties['style'], list: ListAttr | null): ListAttr | null {
  return style === 'headline' || style === 'standfirst' || style === 'byline' ? null : list
}

function readChange(
  properties: XmlElement | undefined,
  now: ParagraphProperties,
  reading: Reading,
): ParagraphChange | null {
  const change = child(properties, 'w:pPrChange')
  if (!change) return null
  const before = readProperties(child(change, 'w:pPr'), reading)
  if (JSON.stringify(before) === JSON.stringify(now)) {
    reading.warnings.add('format-change', 'Tracked changes of indents, spacing or tabs were left out.')
    return null
  }
  return { ...reading.changes.ofParagraph(change), before }
}

function readMark(
  properties: XmlElement | undefined,
  around: Around,
  reading: Reading,
): ParagraphMark | null {
  const find = (...names: string[]): XmlElement | undefined =>
    elements(properties).find((property) => names.includes(property.name))
  const insertion = find('w:ins', 'w:moveTo') ?? around.insertion
  const deletion = find('w:del', 'w:moveFrom') ?? around.deletion
  const refs = reading.changes.next({ insertion, deletion })
  if (!refs.insertion && !refs.deletion) return null
  return {
    ...(refs.insertion ? { insertion: refs.insertion } : {}),
    ...(refs.deletion ? { deletion: refs.deletion } : {}),
  }
}
