import type { Node } from 'prosemirror-model'
import { groupBlocks } from '../../../shared/checks/final-blocks.ts'
import type { FinalBlock } from '../../../shared/checks/final-blocks.ts'
import type { Range } from '../../../shared/document/range.ts'

/** A stretch of the final text of a block, in UTF-16 units. */
export type Stretch = { readonly from: number; readonly to: number }

/** Words that something is said about although nothing in the document holds on to them. */
export type Spot = Stretch & { readonly block: FinalBlock }

/** The blocks of one document with where their groups begin. */
export type PlacedBlocks = {
  readonly blocks: readonly FinalBlock[]
  readonly starts: readonly number[]
  readonly indexOf: (block: FinalBlock) => number
}

const known = new WeakMap<Node, PlacedBlocks>()

/** Blocks of an edited document are the same objects as before, but for those that the edit touched. */
export function placedBlocks(doc: Node): PlacedBlocks {
  const before = known.get(doc)
  if (before) return before
  const blocks: FinalBlock[] = []
  const starts: number[] = []
  let start = 0
  for (const group of groupBlocks(doc)) {
    for (const block of group.blocks) {
      blocks.push(block)
      starts.push(start)
    }
    start += group.size
  }
  const indexes = new Map(blocks.map((block, index) => [block, index]))
  const placed = { blocks, starts, indexOf: (block: FinalBlock) => indexes.get(block) ?? -1 }
  known.set(doc, placed)
  return placed
}

/** Where words of a block stand, without what is deleted between them; positions count from its group's beginning. */
export function rangesIn({ parts }: FinalBlock, { from, to }: Stretch, start: number): readonly Range[] {
  const ranges: Range[] = []
  for (const part of parts) {
    for (const piece of part.paragraph.pieces) {
      const at = part.at + piece.at
      const first = Math.max(from, at)
      const last = Math.min(to, at + piece.length)
      if (first >= last) continue
      const begin = start + part.offset + piece.offset + first - at
      const before = ranges.at(-1)
      const range = { from: begin, to: begin + last - first }
      if (before?.to === begin) ranges[ranges.length - 1] = { from: before.from, to: range.to }
      else ranges.push(range)
    }
  }
  return ranges
}

/** Where a spot stands in the document that its block was read from; none where the block was edited since. */
export function rangesOfSpot(doc: Node, spot: Spot): readonly Range[] {
  const { indexOf, starts } = placedBlocks(doc)
  const index = indexOf(spot.block)
  return index < 0 ? [] : rangesIn(spot.block, spot, starts[index] ?? 0)
}

/**
 * The same words in the final reading of a document: it has the same blocks in the same order. Null where the block
 * was edited since.
 */
export function inReading(doc: Node, reading: Node, spot: Spot): Spot | null {
  const index = placedBlocks(doc).indexOf(spot.block)
  const block = index < 0 ? undefined : placedBlocks(reading).blocks[index]
  return block?.text === spot.block.text ? { ...spot, block } : null
}

/** The block that a position stands in, and after how many letters of its final text; null between blocks. */
export function spotAt(doc: Node, position: number): { readonly block: FinalBlock; readonly at: number } | null {
  const place = doc.resolve(position)
  if (!place.parent.isTextblock) return null
  const { blocks, starts } = placedBlocks(doc)
  for (const [index, block] of blocks.entries()) {
    const start = starts[index] ?? 0
    if (start > position) return null
    for (const part of block.parts) {
      if (part.paragraph.node !== place.parent || start + part.offset + 1 !== place.start()) continue
      const { pieces, text } = part.paragraph
      const inside = place.parentOffset + 1
      const piece = pieces.find(({ offset, length }) => inside <= offset + length)
      const at = piece === undefined ? text.length : piece.at + Math.max(0, inside - piece.offset)
      return { block, at: part.at + at }
    }
  }
  return null
}
