import type { Piece, Tag } from './pieces.ts'
import type { TextBlock, TextParagraph } from './text-blocks.ts'

/** The places in a text to which the rows of the registers lead back: the first of each claim, comment and change. */

const TO_CHANGE = 'change-'

/**
 * The blocks with these places marked, and their names put into `names`. Where no register lists the changes, nothing
 * leads to it, and no place is led back to.
 */
export function withAnchors(
  blocks: readonly TextBlock[],
  names: Set<string>,
  listsChanges: boolean,
): readonly TextBlock[] {
  const tagged = (tag: Tag): Tag => {
    if (tag.kind !== 'claim' && tag.kind !== 'comment' && tag.kind !== 'change') return tag
    if (tag.kind === 'change' && !listsChanges) return tag
    const name = `${tag.kind}-${tag.label}`
    if (names.has(name)) return tag
    names.add(name)
    return { ...tag, anchor: true }
  }
  const inPiece = (piece: Piece): Piece => {
    const { to, tags, ...rest } = piece
    const leads = to !== undefined && (listsChanges || !to.startsWith(TO_CHANGE))
    return { ...rest, ...(leads ? { to } : {}), ...(tags ? { tags: tags.map(tagged) } : {}) }
  }
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
