import type { Node } from 'prosemirror-model'
import type { Tracking } from '../attributes.ts'
import { deletionOf } from '../tracking-state.ts'
import type { AnchorEntry } from './anchor-entry.ts'
import type { BlockAnchor } from './block-anchor.ts'
import type { Chunk, Shelf } from './index-chunk.ts'

/**
 * Comments and claims in the order of the final text. The redline shows words that were moved twice, and at their old
 * place only as gone: the first words that stand say where something stands, and for what has none left, the first
 * that are shown.
 */

type Anchors = Shelf<BlockAnchor, AnchorEntry>

function isGone(node: Node): boolean {
  const tracking = node.attrs['tracking'] as Tracking | null | undefined
  return deletionOf(node.marks) !== null || (tracking?.deletion ?? null) !== null
}

function lengthOf(stretches: readonly { readonly from: number; readonly to: number }[]): number {
  return stretches.reduce((sum, { from, to }) => sum + to - from, 0)
}

/** Where the first words that stand begin, from before the block; null where none do. */
function liveStart(block: Node, { mark, id, ranges, pieces }: BlockAnchor): number | null {
  const start = ranges[0]?.from ?? 0
  if (pieces.length === 0) return null
  if (lengthOf(pieces) === lengthOf(ranges)) return start
  let found: number | null = null
  block.descendants((node, position) => {
    if (found !== null || isGone(node)) return false
    const isHeld = node.marks.some(({ type, attrs }) => type.name === mark && attrs['id'] === id)
    if (isHeld) found = position + 1
    return !isHeld
  })
  return found ?? start
}

type Spot = { readonly block: number; readonly position: number; readonly isLive: boolean }
type Place = Spot & { readonly chunk: number }

/** Shelves never change, so what was read of one is right for as long as it lives. */
const known = new WeakMap<Anchors, ReadonlyMap<string, Spot>>()

/** Where each anchor of a chunk begins. */
function spotsOf(chunk: Chunk, shelf: Anchors): ReadonlyMap<string, Spot> {
  const before = known.get(shelf)
  if (before) return before
  const found = new Map<string, Spot>()
  for (const [id, spots] of shelf.spots) {
    for (const { block, piece } of spots) {
      if (found.get(id)?.isLive) break
      const node = chunk.blocks[block]
      const live = node ? liveStart(node, piece) : null
      if (live !== null) found.set(id, { block, position: live, isLive: true })
      else if (!found.has(id)) found.set(id, { block, position: piece.ranges[0]?.from ?? 0, isLive: false })
    }
  }
  known.set(shelf, found)
  return found
}

function placesIn(chunks: readonly Chunk[], name: 'comments' | 'claims'): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  for (const [index, chunk] of chunks.entries()) {
    for (const [id, spot] of spotsOf(chunk, chunk[name])) {
      const first = places.get(id)
      if (!first || (spot.isLive && !first.isLive)) places.set(id, { ...spot, chunk: index })
    }
  }
  return places
}

function compare(one: Place, other: Place): number {
  return one.chunk - other.chunk || one.block - other.block || one.position - other.position
}

/** The last order of a list, to be handed out again while it holds. */
const orders = new WeakMap<readonly AnchorEntry[], readonly AnchorEntry[]>()

/** `list`: of these chunks, in the order of the redline; the same array where that is the order of the final text. */
export function inFinalOrder(
  list: readonly AnchorEntry[],
  chunks: readonly Chunk[],
  name: 'comments' | 'claims',
): readonly AnchorEntry[] {
  const places = placesIn(chunks, name)
  const placed = list.flatMap((entry) => {
    const place = places.get(entry.id)
    return place ? [{ entry, place }] : []
  })
  placed.sort((one, other) => compare(one.place, other.place))
  const last = orders.get(list) ?? list
  if (placed.every(({ entry }, at) => entry === last[at])) return last
  const ordered = placed.map(({ entry }) => entry)
  orders.set(list, ordered)
  return ordered
}
