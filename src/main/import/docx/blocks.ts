import type { Node } from 'prosemirror-model'
import { schema } from '../../../shared/document/schema.ts'
import { paragraphAttrs } from '../../../shared/document/tracking-state.ts'
import { TABLE_DEPTH } from '../../opc/limits.ts'
import { tooLarge } from '../../opc/refusal.ts'
import { attribute, child, elements, madeElement } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'
import { paragraphNode, PLAIN_PARAGRAPH } from '../draft.ts'
import { chosenBranch } from './alternate.ts'
import type { Around, Reading } from './context.ts'
import { trackedInside } from './context.ts'
import type { Inline } from './inline.ts'
import { keptText } from './kept-text.ts'
import { readMark, readParagraphProperties } from './paragraph-properties.ts'
import { keptElement, placeKept } from './preserved.ts'
import { readInline } from './runs.ts'
import { readTable } from './tables.ts'
import { trackedRows } from './tracked-rows.ts'
import { countOfPages } from './unlisted-changes.ts'

/** The blocks of a body, a cell or a note, as far as they are read. */
export type Story = {
  readonly out: Node[]
  /** Cells and notes hold paragraphs alone. */
  readonly isFlat: boolean
}

/** Reads one child of a body, a cell, a note or a text box. */
export function readBlock(element: XmlElement, around: Around, story: Story, reading: Reading): void {
  const tracked = trackedInside(element, around)
  if (tracked) return readBlocks(element, tracked, story, reading)
  if (reading.moves.take(element)) return
  switch (element.name) {
    case 'w:p':
      return readParagraph(element, around, story, reading)
    case 'w:tbl':
      return readAnyTable(element, around, story, reading)
    case 'w:sectPr':
      return countOfPages(element, reading)
    case 'w:sdtPr':
    case 'w:customXmlPr':
    case 'w:tcPr':
      return
    case 'w:altChunk':
      return keepBlock(element, 'embedded', around, story, reading)
    case 'w:commentRangeStart':
      return reading.anchors.start(attribute(element, 'w:id') ?? '')
    case 'w:commentRangeEnd':
      return reading.anchors.end(attribute(element, 'w:id') ?? '')
    case 'w:r':
    case 'm:oMathPara':
      return readParagraph(madeElement('w:p', [element]), around, story, reading)
    case 'mc:AlternateContent': {
      const branch = chosenBranch(element)
      return branch ? readBlocks(branch, around, story, reading) : undefined
    }
    default:
      return readBlocks(element, around, story, reading)
  }
}

function readBlocks(parent: XmlElement, around: Around, story: Story, reading: Reading): void {
  for (const element of elements(parent)) readBlock(element, around, story, reading)
}

/** The paragraphs of a cell or a note: at least one, and the last ¶ untracked, as it always stands. */
export function readParagraphs(container: XmlElement, around: Around, reading: Reading): Node[] {
  const out: Node[] = []
  readBlocks(container, around, { out, isFlat: true }, reading)
  const last = out.pop()
  const attrs = last ? { ...paragraphAttrs(last), paragraphMark: null } : null
  const end = schema.nodes.para.create(attrs, last?.content)
  const element = last && reading.trace?.blocks.get(last)
  if (element) reading.trace?.blocks.set(end, element)
  out.push(end)
  return out
}

/** Stands alone in a paragraph that no file holds. */
function keepBlock(
  element: XmlElement,
  kind: 'table' | 'embedded',
  around: Around,
  story: Story,
  reading: Reading,
): void {
  const inline: Inline = { nodes: [], size: 0, emphasis: {}, afterNumber: false }
  const rows = trackedRows(element)
  const kept = keptElement(element, { kind, text: keptText(element), place: 'block' }, reading, rows.marks)
  const inChip = {
    ...around,
    insertion: rows.insertion ?? around.insertion,
    deletion: rows.deletion ?? around.deletion,
  }
  placeKept(kept, undefined, inChip, inline, reading)
  const paragraphMark = readMark(undefined, inChip, reading)
  const content = reading.anchors.finishParagraph(inline.nodes)
  const node = paragraphNode({ ...PLAIN_PARAGRAPH, paragraphMark, content })
  reading.trace?.blocks.set(node, element)
  story.out.push(node)
}

/** A table within a table or a note is kept as it is. */
function readAnyTable(table: XmlElement, around: Around, story: Story, reading: Reading): void {
  if (tableDepth(table) > TABLE_DEPTH) throw tooLarge('Tables are nested too deeply.')
  if (story.isFlat) return keepBlock(table, 'table', around, story, reading)
  const readCell = (cell: XmlElement, inCell: Around): Node[] => readParagraphs(cell, inCell, reading)
  const node = readTable(table, around, readCell, reading)
  if (!node) return
  reading.trace?.blocks.set(node, table)
  story.out.push(node)
}

function tableDepth(element: XmlElement): number {
  const deepest = elements(element).reduce((depth, inner) => Math.max(depth, tableDepth(inner)), 0)
  return element.name === 'w:tbl' ? deepest + 1 : deepest
}

/** The style of the empty line with which our own files keep two tables apart. */
const BETWEEN_TABLES = 'BetweenTables'

function readParagraph(element: XmlElement, around: Around, story: Story, reading: Reading): void {
  const properties = child(element, 'w:pPr')
  const styleId = attribute(child(properties, 'w:pStyle'), 'w:val')
  if (styleId === BETWEEN_TABLES && elements(element).length === 1) return
  const own = readParagraphProperties(properties, reading)
  const { emphasis } = reading.styles.paragraph(styleId)
  const inline: Inline = { nodes: [], size: 0, emphasis, afterNumber: false }
  readInline(element, around, inline, reading)
  closeFields(reading)
  const paragraphChange = own.change()
  const paragraphMark = readMark(child(properties, 'w:rPr'), around, reading)
  const content = reading.anchors.finishParagraph(inline.nodes)
  const node = paragraphNode({ ...own.now, paragraphMark, paragraphChange, content })
  reading.trace?.blocks.set(node, element)
  story.out.push(node)
}

/** A field whose code never led to a result is broken: it ends with its paragraph. */
function closeFields(reading: Reading): void {
  const broken = reading.fields.findIndex((field) => !field.hasResult)
  if (broken < 0) return
  reading.fields.splice(broken)
  reading.warnings.add('field', 'A field that never ended was closed; its text was kept.')
}
