import type { FinalPiece } from './block-anchor.ts'
import { pushPiece } from './block-anchor.ts'

/** One comment or claim as the text holds it. */
export type AnchorEntry = {
  readonly id: string
  /** How many separate stretches of the text it covers. */
  readonly places: number
  /** Words in the final text, places joined by " … "; empty when all of them are deleted. */
  readonly words: string
}

/** `pieces` with their places in one final text that holds them all. */
export function anchorEntry(id: string, places: number, pieces: readonly FinalPiece[]): AnchorEntry {
  const joined: FinalPiece[] = []
  for (const piece of pieces) pushPiece(joined, piece)
  return { id, places, words: joined.map((piece) => piece.text).join(' … ') }
}

export function isSameAnchor(one: AnchorEntry, other: AnchorEntry): boolean {
  return one.words === other.words && one.places === other.places
}
