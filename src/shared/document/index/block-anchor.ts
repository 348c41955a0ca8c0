import type { ParagraphStyle } from '../attributes.ts'
import type { Range } from '../range.ts'
import { pushRange } from '../range.ts'

/**
 * Words that an anchor covers in the final text. Places count the letters, objects and standing ¶ of the final text
 * of the block. Those in a footnote stand nowhere in it: their places are NaN, which no other place equals.
 */
export type FinalPiece = {
  readonly from: number
  readonly to: number
  readonly text: string
  /** It begins a paragraph. At the place 0 that holds only if the block does. */
  readonly opens: boolean
}

export type AnchorMark = 'comment' | 'claim'

/** All places of one comment or claim in one block; positions count from before the block. */
export type BlockAnchor = {
  readonly mark: AnchorMark
  readonly id: string
  readonly ranges: readonly Range[]
  readonly pieces: readonly FinalPiece[]
  /** Of the paragraphs in which the pieces stand, each once. */
  readonly styles: readonly ParagraphStyle[]
}

type Open = BlockAnchor & {
  readonly ranges: Range[]
  readonly pieces: FinalPiece[]
  readonly styles: ParagraphStyle[]
}

/** The anchors of a block while it is read, in text order. */
export type AnchorSheet = Map<string, Open>

export function openAnchor(sheet: AnchorSheet, mark: AnchorMark, id: string): Open {
  const key = `${mark} ${id}`
  const known = sheet.get(key)
  if (known) return known
  const open = { mark, id, ranges: [], pieces: [], styles: [] }
  sheet.set(key, open)
  return open
}

export function noteStyle(styles: ParagraphStyle[], style: ParagraphStyle): void {
  if (!styles.includes(style)) styles.push(style)
}

/** Puts a piece behind the others, into the last one where nothing stands between, or only a ¶, which reads " ". */
export function pushPiece(pieces: FinalPiece[], piece: FinalPiece): void {
  const last = pieces.at(-1)
  const gap = last ? piece.from - last.to : NaN
  if (last && (gap === 0 || (gap === 1 && piece.opens))) {
    const text = last.text + (gap === 0 ? '' : ' ') + piece.text
    pieces[pieces.length - 1] = { ...last, to: piece.to, text }
  } else pieces.push(piece)
}

/** A piece of a block, where that begins at `start` of a longer final text; `opens` tells whether behind a ¶. */
export function movePiece(piece: FinalPiece, start: number, opens: boolean): FinalPiece {
  const { from, to, text } = piece
  return { from: from + start, to: to + start, text, opens: from === 0 ? opens : piece.opens }
}

/** An anchor of a block within this one, `at` from its start; no pieces where its words are not in the final text. */
export function addInnerAnchor(
  sheet: AnchorSheet,
  anchor: BlockAnchor,
  at: number,
  pieces: readonly FinalPiece[],
): void {
  const open = openAnchor(sheet, anchor.mark, anchor.id)
  for (const range of anchor.ranges) pushRange(open.ranges, range, at)
  for (const piece of pieces) pushPiece(open.pieces, piece)
  if (pieces.length > 0) for (const style of anchor.styles) noteStyle(open.styles, style)
}
