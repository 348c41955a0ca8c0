import type { Mark, Node } from 'prosemirror-model'
import type { Transform } from 'prosemirror-transform'
import type { ChangeRef } from '../attributes.ts'
import { positionBefore } from './changed-ranges.ts'
import type { ChangedRange } from './changed-ranges.ts'
import { containerAround, containerAt } from '../containers.ts'
import { blockAt, createFlat, isBlockStart, offsetAt, positionAt, positionBetween } from './runs.ts'
import type { Flat } from './runs.ts'

/** What an edit comes to at one place, in offsets: deleted text that is kept, and then the new text. */
export type TrackedRange = {
  readonly range: ChangedRange
  /** Width of the deleted text that is kept. */
  readonly kept: number
  readonly insertion: ChangeRef | null
  readonly anchors: readonly Mark[]
  /** How much of the new text stands before the deleted text: the rest stands behind it. */
  readonly lead: number
}

export type MapPosition = (position: number, assoc: -1 | 1) => number

/** Where the text of an edited container has come to stand, as soon as `steps` steps of the transform are done. */
export type TrackedContainer = {
  readonly editedStart: number
  readonly edited: Flat
  readonly tracked: readonly TrackedRange[]
  /** Where the container begins in the document then, and the first block of the flat reading. */
  readonly start: number
  readonly first: number
  /** How wide the blocks before the first are. */
  readonly width: number
  readonly behind: number
  readonly steps: number
}

/** A table, row or cell that the edit brought: positions of the edited document, and where it begins after `steps`. */
export type TrackedCopy = {
  readonly from: number
  readonly to: number
  readonly at: number
  readonly steps: number
  /** A row or a cell: no text stands beside it, so that the places before and behind it are its own. */
  readonly isCell: boolean
}

/** From offsets of the edited blocks to those of the tracked ones. */
export function mapOffset(tracked: readonly TrackedRange[], offset: number, assoc: -1 | 1): number {
  let shift = 0
  for (const { range, kept, lead } of tracked) {
    if (offset < range.fromB) break
    const behind = offset - range.fromB - lead
    if (behind < 0 || (behind === 0 && assoc < 0)) return offset + shift
    if (offset <= range.toB) return offset + shift + kept
    shift += kept
  }
  return offset + shift
}

function docAfter(transform: Transform, steps: number): Node {
  return transform.docs[steps] ?? transform.doc
}

/** Several positions are asked for after each edit, and the reading is made for the first. */
const flats = new WeakMap<TrackedContainer, Flat>()

/** The tracked reading of a container's touched blocks. */
export function trackedFlat(transform: Transform, container: TrackedContainer): Flat {
  const known = flats.get(container)
  if (known) return known
  const { start, first, width, behind, steps } = container
  const node = containerAt(docAfter(transform, steps), start)
  const flat = createFlat(node, start + width, first, node.childCount - behind)
  flats.set(container, flat)
  return flat
}

/** The next offset that is in a paragraph: no caret stands before a table. */
function textFrom(flat: Flat, offset: number): number {
  let at = offset
  for (let block = blockAt(flat, at); !block.node.isTextblock && at < flat.size; block = blockAt(flat, at)) {
    at = block.to
  }
  return at
}

function mapInContainer(
  transform: Transform,
  container: TrackedContainer,
  position: number,
  assoc: -1 | 1,
  isBetween: boolean,
): number {
  const { edited, tracked, editedStart, start, steps } = container
  const flat = trackedFlat(transform, container)
  const first = edited.blocks[0]?.before ?? 0
  const last = edited.blocks.at(-1)
  const end = last ? last.before + last.node.nodeSize : 0
  const later = transform.mapping.slice(steps)
  if (position < first) return later.map(position - editedStart + start, assoc)
  if (position > end || (position === end && isBetween)) {
    const lastTracked = flat.blocks.at(-1)
    const trackedEnd = lastTracked ? lastTracked.before + lastTracked.node.nodeSize : 0
    return later.map(position - end + trackedEnd, assoc)
  }
  const offset = mapOffset(tracked, offsetAt(edited, position), isBetween ? -1 : assoc)
  const mapped =
    isBetween && isBlockStart(flat, offset)
      ? positionBetween(flat, offset)
      : positionAt(flat, isBetween ? offset : textFrom(flat, offset))
  return later.map(mapped, assoc)
}

/**
 * From positions of the edited document to those of the tracked one: those of touched containers by their text,
 * those of what the edit brought whole by where it stands now, and all others by way of the base.
 */
export function createMapPosition(
  transform: Transform,
  edited: Node,
  ranges: readonly ChangedRange[],
  containers: ReadonlyMap<number, TrackedContainer>,
  copies: () => readonly TrackedCopy[],
): MapPosition {
  return (position, assoc) => {
    const copy = copies().find(({ from, to, isCell }) =>
      isCell ? from <= position && position <= to : from < position && position < to,
    )
    if (copy) return transform.mapping.slice(copy.steps).map(copy.at + position - copy.from, assoc)
    const { node, start } = containerAround(edited, position)
    const container = containers.get(start)
    const { parent } = edited.resolve(position)
    const isOwn = parent === node || parent.isTextblock
    if (container && isOwn) {
      return mapInContainer(transform, container, position, assoc, parent === node)
    }
    const side = parent.isTextblock ? assoc : -1
    return transform.mapping.map(positionBefore(ranges, position, side), side)
  }
}
