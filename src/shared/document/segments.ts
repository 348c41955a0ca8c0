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

/** A piece of text without marks, which most are. */
const PLAIN = {
  marks: [],
  link: null,
  highlight: null,
  look: null,
  insertion: null,
  deletion: null,
  formatChange: null,
  comments: [],
  claims: [],
} as const

/** All that the marks of a node say, in one walk: a long text has a hundred thousand of them. */
function saidBy(node: Node): Omit<Segment, 'text' | 'object'> {
  if (node.marks.length === 0) return PLAIN
  const names: string[] = []
  const anchors = { comment: [] as string[], claim: [] as string[] }
  const values: { link: string | null; highlight: HighlightColour | null; look: string | null } = {
    link: null,
    highlight: null,
    look: null,
  }
  for (const mark of node.marks) {
    const { type, attrs } = mark
    if (type === schema.marks.comment) anchors.comment.push(String(attrs['id']))
    else if (type === schema.marks.claim) anchors.claim.push(String(attrs['id']))
    else if (type === schema.marks.link) values.link = String(attrs['href'])
    else if (type === schema.marks.highlight) values.highlight = attrs['colour'] as HighlightColour
    else if (type === schema.marks.look) values.look = String(attrs['key'])
    else if (isFormatting(mark)) names.push(type.name)
  }
  return {
    marks: names,
    ...values,
    insertion: insertionOf(node.marks),
    deletion: deletionOf(node.marks),
    formatChange: formatChangeOf(node.marks),
    comments: anchors.comment,
    claims: anchors.claim,
  }
}

function segmentOf(node: Node): Segment {
  if (node.isText) return { ...saidBy(node), text: node.text ?? '' }
  const object = objectOf(node)
  return { ...saidBy(node), text: object ? OBJECT : '\n', ...(object ? { object } : {}) }
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
