import { roman } from '../../../shared/roman.ts'
import type { Piece } from './pieces.ts'
import type { Endnotes, TextBlock, TextParagraph } from './text-blocks.ts'

/** Notes that stand behind the text instead of under its pages, numbered as Word numbers them: i, ii, iii. */

/** The blocks with their endnotes numbered, and behind them what these say. */
export function withEndnotes(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const notes: Endnotes['notes'][number][] = []
  const numbered = (piece: Piece): Piece => {
    if (piece.endnote === undefined || piece.note === undefined) return piece
    const label = roman(notes.length + 1)
    notes.push({ label, paragraphs: piece.note })
    const { note: _moved, ...rest } = piece
    return { ...rest, endnote: label }
  }
  const inParagraph = (one: TextParagraph): TextParagraph => ({ ...one, pieces: one.pieces.map(numbered) })
  const all = blocks.map((block): TextBlock => {
    if (block.kind === 'paragraph') return inParagraph(block)
    if (block.kind === 'endnotes') return block
    const rows = block.rows.map((cells) =>
      cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(inParagraph) })),
    )
    return { ...block, rows }
  })
  return notes.length === 0 ? all : [...all, { kind: 'endnotes', notes }]
}
