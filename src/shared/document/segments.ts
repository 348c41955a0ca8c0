import type { Node } from 'prosemirror-model'
import { schema } from './schema.ts'
import type {
  CellAttrs,
  ChangeRef,
  FootnoteAttrs,
  ImageAttrs,
  ParagraphAttrs,
  RowAttrs,
  TableAttrs,
} from './attributes.ts'
import { OBJECT } from './projection.ts'
import type { FormatChange } from './tracking-state.ts'
import { deletionOf, formatChangeOf, insertionOf, isFormatting, paragraphAttrs } from './tracking-state.ts'
import type { HighlightColour, PreservedAttrs } from './word-attributes.ts'

/** A picture, a note with all that it says, or something that is kept as the Word file has it. */
export type SegmentObject =
  | ({ readonly kind: 'image' } & ImageAttrs)
  | ({ readonly kind: 'footnote'; readonly paragraphs: readonly ParagraphSegments[] } & FootnoteAttrs)
  | { readonly kind: 'preserved'; readonly preserved: PreservedAttrs }

/** A stretch of equal state. A hard break is a segment of its own with the text "\n". */
export type Segment = {
  /** U+FFFC for an object. */
  readonly text: string
  /** Names of the plain formatting marks, without those that have a value: `link`, `highlight`, `look`. */
  readonly marks: readonly string[]
  /** Where the text links to, `#` and a name within the document; null for none. */
  readonly link: string | null
  readonly highlight: HighlightColour | null
  /** What else the Word file says of how the text looks; null for nothing. */
  readonly look: string | null
  readonly insertion: ChangeRef | null
  /** Beside an insertion of another author: inserted by one, deleted by the other. */
  readonly deletion: ChangeRef | null
  readonly formatChange: FormatChange | null
  /** Ids, in the order of the marks. */
  readonly comments: readonly string[]
  readonly claims: readonly string[]
  readonly object?: SegmentObject
}

export type ParagraphSegments = {
  readonly attrs: ParagraphAttrs
  readonly segments: readonly Segment[]
}

export type CellSegments = {
  readonly attrs: CellAttrs
  readonly paragraphs: readonly ParagraphSegments[]
}
export type RowSegments = RowAttrs & { readonly cells: readonly CellSegments[] }
export type TableSegments = TableAttrs & { readonly rows: readonly RowSegments[] }
export type BlockSegments =
  ({ readonly kind: 'paragraph' } & ParagraphSegments) | ({ readonly kind: 'table' } & TableSegments)

function objectOf(node: Node): SegmentObject | null {
  if (node.type === schema.nodes.image) return { kind: 'image', ...(node.attrs as ImageAttrs) }
  if (node.type === schema.nodes.preserved) {
    return { kind: 'preserved', preserved: node.attrs as PreservedAttrs }
  }
  if (node.type !== schema.nodes.footnote) return null
  const { endnote } = node.attrs as FootnoteAttrs
  return { kind: 'footnote', endnote, paragraphs: node.children.map(readParagraph) }
}

/** Marks that are told by what they say, each in a field of its own. */
const VALUED = [schema.marks.link, schema.marks.highlight, schema.marks.look]

function segmentOf(node: Node): Segment {
  const idsOf = (type: 'comment' | 'claim') =>
    node.marks.filter((mark) => mark.type === schema.marks[type]).map((mark) => String(mark.attrs['id']))
  const link = schema.marks.link.isInSet(node.marks)
  const highlight = schema.marks.highlight.isInSet(node.marks)
  const look = schema.marks.look.isInSet(node.marks)
  const object = objectOf(node)
  return {
    text: node.isText ? (node.text ?? '') : object ? OBJECT : '\n',
    marks: node.marks
      .filter((mark) => isFormatting(mark) && !VALUED.some((type) => type === mark.type))
      .map((mark) => mark.type.name),
    link: link ? String(link.attrs['href']) : null,
    highlight: highlight ? (highlight.attrs['colour'] as HighlightColour) : null,
    look: look ? String(look.attrs['key']) : null,
    insertion: insertionOf(node.marks),
    deletion: deletionOf(node.marks),
    formatChange: formatChangeOf(node.marks),
    comments: idsOf('comment'),
    claims: idsOf('claim'),
    ...(object ? { object } : {}),
  }
}

function readParagraph(paragraph: Node): ParagraphSegments {
  return { attrs: paragraphAttrs(paragraph), segments: paragraph.children.map(segmentOf) }
}

function readTable(table: Node): TableSegments {
  const rows = table.children.map((row) => ({
    ...(row.attrs as RowAttrs),
    cells: row.children.map((cell) => ({
      attrs: cell.attrs as CellAttrs,
      paragraphs: cell.children.map(readParagraph),
    })),
  }))
  return { ...(table.attrs as TableAttrs), rows }
}

/** The redline as it is built, for the writers of files: paragraphs and tables, notes at their references. */
export function readBlocks(doc: Node): readonly BlockSegments[] {
  return doc.children.map((block) =>
    block.type === schema.nodes.table
      ? { kind: 'table', ...readTable(block) }
      : { kind: 'paragraph', ...readParagraph(block) },
  )
}

/** The same without tables: the paragraphs of cells stand between the others. */
export function readSegments(doc: Node): readonly ParagraphSegments[] {
  return doc.children.flatMap((block) =>
    block.type === schema.nodes.table
      ? block.children.flatMap((row) => row.children.flatMap((cell) => cell.children.map(readParagraph)))
      : [readParagraph(block)],
  )
}
