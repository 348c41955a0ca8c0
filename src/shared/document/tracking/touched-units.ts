import type { Node } from 'prosemirror-model'
import { mergeTouching } from './changed-ranges.ts'
import type { ChangedRange } from './changed-ranges.ts'
import { blockAround } from './runs.ts'
import type { Flat } from './runs.ts'

/** What an edit touched in two containers that correspond, or in two tables: of themselves, and within the units in them. */
export type Touched = {
  /** In positions; whole units, or none of a unit. */
  readonly own: readonly ChangedRange[]
  readonly inner: readonly ChangedRange[]
}

type Child = { readonly node: Node; readonly before: number }
type Span = { readonly from: number; readonly to: number }

/** Finds the child that a position lies strictly within; null between two. */
export type FindChild = (position: number) => Child | null

/** Among the blocks of a flat reading. */
export function findBlock(flat: Flat): FindChild {
  return (position) => blockAround(flat, position)
}

/** Among the children of a node whose content begins at `start`. */
export function findChild(parent: Node, start: number): FindChild {
  return (position) => {
    if (position <= start || position >= start + parent.content.size) return null
    const { node, offset } = parent.childBefore(position - start)
    const before = start + offset
    return node && position > before && position < before + node.nodeSize ? { node, before } : null
  }
}

/** The unit that a position lies strictly within: a table, a row, a cell, or a note in a paragraph. */
function unitAround(find: FindChild, position: number): Span | null {
  const child = find(position)
  if (!child) return null
  const { node, before } = child
  if (node.isTextblock) return unitAround(findChild(node, before + 1), position)
  return node.isLeaf ? null : { from: before, to: before + node.nodeSize }
}

type Ends = { readonly first: Span | null; readonly last: Span | null }

/** The units that a stretch begins and ends in. */
function endsIn(find: FindChild, from: number, to: number): Ends {
  const first = unitAround(find, from)
  return { first, last: from === to ? first : unitAround(find, to) }
}

function isWithin({ first }: Ends, from: number, to: number): boolean {
  return first !== null && from > first.from && to < first.to
}

type Placed = { readonly range: ChangedRange; readonly was: Ends; readonly is: Ends }

function isInner({ range, was, is }: Placed): boolean {
  return isWithin(was, range.fromA, range.toA) && isWithin(is, range.fromB, range.toB)
}

/** Where the other document has a place that lies in no range; of one in a range the range's own start or end there. */
function across(ranges: readonly ChangedRange[], place: number, side: -1 | 1, isEdited: boolean): number {
  // The first range that does not end before the place, found by halving: replacing all makes thousands of them.
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (range && (isEdited ? range.toB : range.toA) < place) low = middle + 1
    else high = middle
  }
  const range = ranges[low]
  if (range && place >= (isEdited ? range.fromB : range.fromA)) {
    if (side < 0) return isEdited ? range.fromA : range.fromB
    return isEdited ? range.toA : range.toB
  }
  const before = ranges[low - 1]
  if (!before) return place
  return place + (isEdited ? before.toA - before.toB : before.toB - before.toA)
}

/** Ranges that cut a unit in two come to hold all of it, and what else lies in it. */
function grow(placed: Placed, ranges: readonly ChangedRange[]): ChangedRange {
  const { range, was, is } = placed
  if (isInner(placed)) return range
  const start = { A: was.first?.from ?? range.fromA, B: is.first?.from ?? range.fromB }
  const end = { A: was.last?.to ?? range.toA, B: is.last?.to ?? range.toB }
  return {
    fromA: Math.min(start.A, across(ranges, start.B, -1, true)),
    toA: Math.max(end.A, across(ranges, end.B, 1, true)),
    fromB: Math.min(start.B, across(ranges, start.A, -1, false)),
    toB: Math.max(end.B, across(ranges, end.A, 1, false)),
  }
}

function isSame(one: ChangedRange, other: ChangedRange | undefined): boolean {
  return one.fromA === other?.fromA && one.toA === other.toA
}

/** Tells apart what was touched of the container (or table, or row) itself and what within one unit (row, cell) of it. */
export function splitTouched(base: FindChild, edited: FindChild, touched: readonly ChangedRange[]): Touched {
  const place = (range: ChangedRange): Placed => ({
    range,
    was: endsIn(base, range.fromA, range.toA),
    is: endsIn(edited, range.fromB, range.toB),
  })
  let ranges = touched
  for (;;) {
    const placed = ranges.map(place)
    const grown = mergeTouching(placed.map((one) => grow(one, ranges)))
    const isSettled = grown.length === ranges.length && grown.every((range, at) => isSame(range, ranges[at]))
    if (isSettled) {
      const inner = placed.filter(isInner).map(({ range }) => range)
      return { own: placed.filter((one) => !isInner(one)).map(({ range }) => range), inner }
    }
    ranges = grown
  }
}
