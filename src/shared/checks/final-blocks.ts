import type { Node } from 'prosemirror-model'
import type { CellAttrs, ParagraphStyle, RowAttrs } from '../document/attributes.ts'
import { OBJECT } from '../document/projection.ts'
import type { Range } from '../document/range.ts'
import { schema } from '../document/schema.ts'
import { deletionOf, isMarkDeleted, paragraphAttrs } from '../document/tracking-state.ts'

/**
 * The final projection cut into blocks: visible paragraphs, each with the way back into the document it was read
 * from. What is deleted is not there, words on both sides of it are one, and a note or a cell is a block of its own.
 * Nodes never change, so what was read of one is kept for as long as it lives: after an edit only the blocks that it
 * touched are read again, and everything else is the same object as before.
 */

/** Where a block stands: in the text, in a cell of a table, or in a note. */
export type BlockPlace = 'text' | 'cell' | 'note'

/** Letters of the final text that stand together in the document. */
type Piece = { readonly at: number; readonly length: number; readonly offset: number }

type Note = { readonly node: Node; readonly offset: number }

/** A paragraph by itself. Offsets of pieces and notes count from before it. */
type Paragraph = {
  readonly node: Node
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly notes: readonly Note[]
}

/** A paragraph of a block: `at` in the text of the block, `offset` from the beginning of its group. */
export type Part = { readonly paragraph: Paragraph; readonly at: number; readonly offset: number }

export type FinalBlock = {
  readonly text: string
  readonly style: ParagraphStyle
  readonly place: BlockPlace
  readonly parts: readonly Part[]
}

/** Children of the document that are read together: one, or a paragraph whose ¶ is deleted with those it runs on into. */
export type BlockGroup = {
  readonly nodes: readonly Node[]
  readonly size: number
  readonly blocks: readonly FinalBlock[]
}

const paragraphs = new WeakMap<Node, Paragraph>()

function readParagraph(node: Node): Paragraph {
  const known = paragraphs.get(node)
  if (known) return known
  let text = ''
  const pieces: Piece[] = []
  const notes: Note[] = []
  node.forEach((child, inside) => {
    if (deletionOf(child.marks)) return
    const offset = inside + 1
    const own = child.isText ? (child.text ?? '') : child.type === schema.nodes.hardBreak ? '\n' : OBJECT
    if (child.type === schema.nodes.footnote) notes.push({ node: child, offset })
    pieces.push({ at: text.length, length: own.length, offset })
    text += own
  })
  const read = { node, text, pieces, notes }
  paragraphs.set(node, read)
  return read
}

function isGone(rowOrCell: Node): boolean {
  return (rowOrCell.attrs as RowAttrs | CellAttrs).tracking?.deletion !== undefined
}

function blockOf(parts: readonly Part[], place: BlockPlace): FinalBlock {
  const owner = parts.at(-1)
  return {
    text: parts.map(({ paragraph }) => paragraph.text).join(''),
    style: owner ? paragraphAttrs(owner.paragraph.node).style : 'body',
    place,
    parts,
  }
}

/** Children of a container in the order in which they are read; a table comes before the text that runs on past it. */
function readChildren(
  nodes: readonly Node[],
  start: number,
  place: BlockPlace,
  into: FinalBlock[],
  isEnd: boolean,
): void {
  let open: Part[] = []
  let offset = start
  nodes.forEach((node, index) => {
    if (!node.isTextblock) readTable(node, offset, into)
    else {
      const at = open.reduce((length, { paragraph }) => length + paragraph.text.length, 0)
      open.push({ paragraph: readParagraph(node), at, offset })
      if (!isMarkDeleted(node) || (isEnd && index === nodes.length - 1)) {
        into.push(blockOf(open, place))
        for (const part of open) readNotes(part, into)
        open = []
      }
    }
    offset += node.nodeSize
  })
}

function readNotes({ paragraph, offset }: Part, into: FinalBlock[]): void {
  for (const note of paragraph.notes) {
    readChildren(note.node.children, offset + note.offset + 1, 'note', into, true)
  }
}

function readTable(table: Node, start: number, into: FinalBlock[]): void {
  table.forEach((row, rowOffset) => {
    if (isGone(row)) return
    row.forEach((cell, cellOffset) => {
      if (isGone(cell)) return
      readChildren(cell.children, start + 1 + rowOffset + 1 + cellOffset + 1, 'cell', into, true)
    })
  })
}

const groups = new WeakMap<Node, BlockGroup>()

function groupOf(nodes: readonly Node[]): BlockGroup {
  const [first] = nodes
  const known = first && groups.get(first)
  if (known?.nodes.length === nodes.length && known.nodes.every((node, index) => node === nodes[index])) {
    return known
  }
  const blocks: FinalBlock[] = []
  // The ¶ of the last of them stands, or is the last of the document, which always does.
  readChildren(nodes, 0, 'text', blocks, true)
  const size = nodes.reduce((sum, node) => sum + node.nodeSize, 0)
  const group = { nodes, size, blocks }
  if (first) groups.set(first, group)
  return group
}

/** Every group of the document, in its order. */
export function groupBlocks(doc: Node): readonly BlockGroup[] {
  const found: BlockGroup[] = []
  let open: Node[] = []
  for (const child of doc.children) {
    open.push(child)
    const runsOn = child.isTextblock ? isMarkDeleted(child) : open.length > 1
    if (runsOn) continue
    found.push(groupOf(open))
    open = []
  }
  if (open.length > 0) found.push(groupOf(open))
  return found
}

/** Every block of a document: for what reads it once. */
export function finalBlocks(doc: Node): readonly FinalBlock[] {
  return groupBlocks(doc).flatMap(({ blocks }) => blocks)
}

function positionIn(part: Part, offset: number, end: boolean): number {
  const { pieces } = part.paragraph
  const holds = ({ at, length }: Piece) => (end ? offset <= at + length : offset < at + length)
  const piece = pieces.find(holds) ?? pieces.at(-1)
  if (!piece) return part.offset + 1
  const inside = Math.min(offset - piece.at, piece.length)
  return part.offset + piece.offset + inside
}

/**
 * The stretch of the document that words of a block stand in, from before the first letter to behind the last, where
 * its group begins at `start`. What is deleted between them lies within.
 */
export function rangeInBlock(block: FinalBlock, from: number, to: number, start: number): Range {
  const first = block.parts.findLast((part) => part.at <= from && partHolds(part, from)) ?? block.parts[0]
  const last = block.parts.find((part) => to <= part.at + part.paragraph.text.length) ?? block.parts.at(-1)
  if (!first || !last) return { from: start, to: start }
  return {
    from: start + positionIn(first, from - first.at, false),
    to: start + positionIn(last, to - last.at, true),
  }
}

function partHolds({ at, paragraph }: Part, offset: number): boolean {
  return offset < at + paragraph.text.length || paragraph.text.length === 0
}
