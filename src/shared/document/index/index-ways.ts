import type { AnchorEntry } from './anchor-entry.ts'
import { anchorEntry, isSameAnchor } from './anchor-entry.ts'
import type { BlockAnchor } from './block-anchor.ts'
import { movePiece } from './block-anchor.ts'
import type { BlockChange } from './block-change.ts'
import type { ChangeEntry } from './change-entry.ts'
import { changeEntry, isSameChange } from './change-entry.ts'
import type { Chunk } from './index-chunk.ts'
import type { Found, Ways } from './index-layer.ts'

/** How the entry of a change or an anchor is made that lies in several chunks, or begins one. */

/** Where each chunk begins, in steps of the size given. */
export function startsOf(chunks: readonly Chunk[], size: (chunk: Chunk) => number): readonly number[] {
  let start = 0
  return chunks.map((chunk) => {
    start += size(chunk)
    return start - size(chunk)
  })
}

/** Of each chunk, what begins it in the place of the deletion with which the chunk before ends. */
function replacementsAt(chunks: readonly Chunk[]): readonly (Replacement | null)[] {
  return chunks.map(({ opening }, index) => {
    const closing = chunks[index - 1]?.closing
    return opening && closing?.author === opening.author ? { id: opening.id, follows: closing.id } : null
  })
}

type Replacement = { readonly id: string; readonly follows: string }

export function changeWays(chunks: readonly Chunk[]): Ways<BlockChange, ChangeEntry> {
  const replacements = replacementsAt(chunks)
  const followed = ({ chunk, block, piece, follows }: Found<BlockChange>): string | null => {
    const known = block === 0 && piece.opens ? replacements[chunk] : null
    return known?.follows ?? follows
  }
  return {
    bound: replacements.flatMap((replacement) => replacement?.id ?? []),
    make: (_id, found) =>
      changeEntry(
        found.map(({ piece }) => piece),
        found.map(followed).find((id) => id !== null) ?? null,
      ),
    isSame: isSameChange,
  }
}

/** Whether a ¶ comes before a block in the final text; nothing before it is as good. */
function isAfterMark(chunks: readonly Chunk[], chunk: number, block: number): boolean {
  const inChunk = chunks[chunk]?.afterMark[block] ?? null
  if (inChunk !== null) return inChunk
  return chunks.slice(0, chunk).findLast(({ endsWithMark }) => endsWithMark !== null)?.endsWithMark ?? true
}

export function anchorWays(chunks: readonly Chunk[]): Ways<BlockAnchor, AnchorEntry> {
  const starts = startsOf(chunks, (chunk) => chunk.finalSize)
  const pieces = ({ chunk, block, piece }: Found<BlockAnchor>) => {
    const start = (starts[chunk] ?? 0) + (chunks[chunk]?.finalStarts[block] ?? 0)
    return piece.pieces.map((one) => movePiece(one, start, isAfterMark(chunks, chunk, block)))
  }
  return {
    bound: [],
    make: (id, found) =>
      anchorEntry(
        id,
        found.map(({ piece }) => piece),
        found.flatMap(pieces),
      ),
    isSame: isSameAnchor,
  }
}
