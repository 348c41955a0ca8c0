import type { ParagraphStyle } from '../attributes.ts'
import type { BlockAnchor, FinalPiece } from './block-anchor.ts'
import { pushPiece } from './block-anchor.ts'

/** One comment or claim as the text holds it. */
export type AnchorEntry = {
  readonly id: string
  /** How many separate stretches of the text it covers. */
  readonly places: number
  /** Words in the final text, places joined by " … ", which stands nowhere else in them; empty when all of them are deleted. */
  readonly words: string
  /**
   * Styles of the paragraphs in which those words stand, each once, in text order. A paragraph whose ¶ is deleted
   * counts by its own style until that is decided.
   */
  readonly styles: readonly ParagraphStyle[]
}

/** Between places. An ellipsis of the text itself is spelt otherwise, so that taking it out is no joining of places. */
const BETWEEN = ' … '
const OF_THE_TEXT = '\u00a0…\u00a0'

/** `pieces` with their places in one final text that holds them all. */
export function anchorEntry(
  id: string,
  parts: readonly BlockAnchor[],
  pieces: readonly FinalPiece[],
): AnchorEntry {
  const joined: FinalPiece[] = []
  for (const piece of pieces) pushPiece(joined, piece)
  return {
    id,
    places: parts.reduce((sum, { ranges }) => sum + ranges.length, 0),
    words: joined.map((piece) => piece.text.replaceAll(BETWEEN, OF_THE_TEXT)).join(BETWEEN),
    styles: [...new Set(parts.flatMap(({ styles }) => styles))],
  }
}

export function isSameAnchor(one: AnchorEntry, other: AnchorEntry): boolean {
  return (
    one.words === other.words &&
    one.places === other.places &&
    one.styles.length === other.styles.length &&
    one.styles.every((style, at) => style === other.styles[at])
  )
}
