import type { MoveSides } from './block-change.ts'
import type { ChangeEntry, PlacedIndex } from './document-index.ts'
import type { Found, Layer } from './index-layer.ts'
import type { Range } from '../range.ts'
import { pushRange } from '../range.ts'

/** Where the entries of an index stand: asked for one by one, since every keystroke moves all that follow it. */

export type PlacedKind = 'change' | 'comment' | 'claim'

type Placed = { readonly id: string; readonly ranges: readonly Range[] }

const LAYERS = { change: 'changes', comment: 'comments', claim: 'claims' } as const

function layerOf(index: PlacedIndex, kind: PlacedKind): Layer<Placed, { readonly id: string }> {
  return index.layers[LAYERS[kind]]
}

function startOf(index: PlacedIndex, chunk: number, block: number): number {
  return (index.starts[chunk] ?? 0) + (index.chunks[chunk]?.starts[block] ?? 0)
}

function collect<Piece>(
  index: PlacedIndex,
  found: readonly Found<Piece>[],
  rangesIn: (piece: Piece) => readonly Range[],
): readonly Range[] {
  const ranges: Range[] = []
  for (const { chunk, block, piece } of found) {
    for (const range of rangesIn(piece)) pushRange(ranges, range, startOf(index, chunk, block))
  }
  return ranges
}

/** Every place of one change, comment or claim, in text order; a changed ¶ counts as its closing token. */
export function rangesOf(index: PlacedIndex, kind: PlacedKind, id: string): readonly Range[] {
  return collect(index, layerOf(index, kind).find(id), ({ ranges }) => ranges)
}

/** Of a move, where it took its text from and where it put it; null for any other change. */
export function movePlaces(index: PlacedIndex, id: string): MoveSides | null {
  const found = index.layers.changes.find(id)
  if (!found.some(({ piece }) => piece.sides)) return null
  return {
    old: collect(index, found, ({ sides }) => sides?.old ?? []),
    new: collect(index, found, ({ sides }) => sides?.new ?? []),
  }
}

export type Place = Range & { readonly id: string }

/** Every place that meets a stretch of the text or touches it, block by block; blocks elsewhere are not looked at. */
export function placesBetween(
  index: PlacedIndex,
  kind: PlacedKind,
  from: number,
  to: number,
): readonly Place[] {
  const places: Place[] = []
  const name = kind === 'change' ? 'changes' : 'anchors'
  index.chunks.forEach((chunk, number) => {
    const chunkStart = index.starts[number] ?? 0
    if (chunkStart > to || chunkStart + chunk.size < from) return
    chunk.starts.forEach((blockStart, block) => {
      const start = chunkStart + blockStart
      const summary = chunk.summaries[block]
      if (!summary || start > to || start + (chunk.blocks[block]?.nodeSize ?? 0) < from) return
      for (const piece of summary[name]) {
        if ('mark' in piece && piece.mark !== kind) continue
        for (const range of piece.ranges) {
          const place = { id: piece.id, from: range.from + start, to: range.to + start }
          if (place.from <= to && place.to >= from) places.push(place)
        }
      }
    })
  })
  return places
}

/** The shortest change, comment or claim that a position stands in or at the edge of. */
export function innermostAt(index: PlacedIndex, kind: PlacedKind, position: number): string | null {
  let least: Place | null = null
  for (const place of placesBetween(index, kind, position, position)) {
    if (!least || place.to - place.from < least.to - least.from) least = place
  }
  return least?.id ?? null
}

type Step = {
  readonly by: 1 | -1
  readonly from: number
  readonly isWanted: (entry: ChangeEntry, start: number) => boolean
}

/** The first change wanted, from a chunk on; each is met where it begins. */
function search(index: PlacedIndex, { by, from, isWanted }: Step): ChangeEntry | null {
  const { changes } = index.layers
  for (let chunk = from; chunk >= 0 && chunk < index.chunks.length; chunk += by) {
    const shelf = index.chunks[chunk]?.changes
    const list = shelf?.list ?? []
    for (let at = by > 0 ? 0 : list.length - 1; at >= 0 && at < list.length; at += by) {
      const local = list[at]
      const spot = local && shelf?.spots.get(local.id)?.[0]
      if (!local || !spot) continue
      const isSpecial = changes.special.has(local.id)
      if (isSpecial && changes.firstChunk(local.id) !== chunk) continue
      const entry = isSpecial ? (changes.get(local.id) ?? local) : local
      const start = startOf(index, chunk, spot.block) + (spot.piece.ranges[0]?.from ?? 0)
      if (isWanted(entry, start)) return entry
    }
  }
  return null
}

/**
 * The groups of changes that begin next before and after a position, going round at the ends, by the id of their
 * first change; `group` is passed over. Null where there is no other.
 */
export function groupsAround(
  index: PlacedIndex,
  position: number,
  group: string | null,
): { readonly previous: string | null; readonly next: string | null } {
  const last = index.chunks.length - 1
  const here = Math.max(
    0,
    index.starts.findLastIndex((start) => start <= position),
  )
  const isOther = (entry: ChangeEntry) => entry.groupId !== group
  const next =
    search(index, { by: 1, from: here, isWanted: (entry, start) => isOther(entry) && start >= position }) ??
    search(index, { by: 1, from: 0, isWanted: isOther })
  const previous =
    search(index, { by: -1, from: here, isWanted: (entry, start) => isOther(entry) && start < position }) ??
    search(index, { by: -1, from: last, isWanted: isOther })
  return { previous: previous?.groupId ?? null, next: next?.groupId ?? null }
}
