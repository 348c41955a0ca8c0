import type { Piece, Tag } from './pieces.ts'
import type { TextBlock, TextParagraph } from './text-blocks.ts'

/** The places in a text to which the rows of the registers lead back: the first of each claim, comment and change. */

/** The blocks with these places marked, and their names put into `names`. */
export function withAnchors(blocks: readonly TextBlock[], names: Set<string>): readonly TextBlock[] {
  const tagged = (tag: Tag): Tag => {
    if (tag.kind !== 'claim' && tag.kind !== 'comment' && tag.kind !== 'change') return tag
    const name = `${tag.kind}-${tag.label}`
    if (names.has(name)) return tag
    names.add(name)
    return { ...tag, anchor: true }
  }
  const inPiece = (piece: Piece): Piece => (piece.tags ? { ...piece, tags: piece.tags.map(tagged) } : piece)
  const inParagraph = (one: TextParagraph): TextParagraph => ({ ...one, pieces: one.pieces.map(inPiece) })
  return blocks.map((block): TextBlock => {
    if (block.kind === 'paragraph') return inParagraph(block)
    if (block.kind === 'endnotes') return block
    const rows = block.rows.map((cells) =>
      cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(inParagraph) })),
    )
    return { ...block, rows }
  })
}
