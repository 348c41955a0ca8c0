import type { Node } from 'prosemirror-model'
import { mergeTouching } from './changed-ranges.ts'
import type { ChangedRange } from './changed-ranges.ts'

/** What an edit touched in two containers that correspond, or in two tables: of themselves, and within the units in them. */
export type Touched = {
  /** In positions; whole units, or none of a unit. */
  readonly own: readonly ChangedRange[]
  readonly inner: readonly ChangedRange[]
}

type Span = { readonly from: number; readonly to: number }

/** Where the children of a long node begin, and its end: each of thousands of places must not count through them all. */
const childStarts = new WeakMap<Node, readonly number[]>()
const LONG = 32

function startsOf(parent: Node): readonly number[] {
  const known = childStarts.get(parent)
  if (known) return known
  const starts: number[] = []
  parent.forEach((_node, offset) => void starts.push(offset))
  childStarts.set(parent, starts)
  return starts
}

/** As `parent.childBefore`. */
function childBefore(
  parent: Node,
  position: number,
): { readonly node: Node | null; readonly offset: number } {
  if (parent.childCount < LONG) return parent.childBefore(position)
  const starts = startsOf(parent)
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) < position) low = middle
    else high = middle - 1
  }
  return { node: parent.child(low), offset: starts[low] ?? 0 }
}

/** The child of `parent`, or the unit in a paragraph of it, that a position lies strictly within. */
function unitAround(parent: Node, start: number, position: number): Span | null {
  if (position <= start || position >= start + parent.content.size) return null
  const { node, offset } = childBefore(parent, position - start)
  if (!node) return null
  const before = start + offset
  if (position <= before || position >= before + node.nodeSize) return null
  if (node.isTextblock) return unitAround(node, before + 1, position)
  return node.isLeaf || node.isText ? null : { from: before, to: before + node.nodeSize }
}

function isWithin(span: Span | null, from: number, to: number): boolean {
  return span !== null && from > span.from && to < span.to
}

type Side = { readonly node: Node; readonly start: number }

/** How far a range has to grow on either side, so that it cuts no unit in two. */
function overhang({ node, start }: Side, from: number, to: number): { before: number; after: number } {
  const first = unitAround(node, start, from)
  const last = unitAround(node, start, to)
  return { before: first ? from - first.from : 0, after: last ? last.to - to : 0 }
}

function isInner(base: Side, edited: Side, { fromA, toA, fromB, toB }: ChangedRange): boolean {
  return (
    isWithin(unitAround(base.node, base.start, fromA), fromA, toA) &&
    isWithin(unitAround(edited.node, edited.start, fromB), fromB, toB)
  )
}

/** Ranges that cut a unit in two come to hold all of it, and what else lies in it. */
function growToUnits(base: Side, edited: Side, ranges: readonly ChangedRange[]): ChangedRange[] {
  let grown = mergeTouching(ranges)
  for (;;) {
    let isSettled = true
    const next = grown.map((range) => {
      if (isInner(base, edited, range)) return range
      const was = overhang(base, range.fromA, range.toA)
      const is = overhang(edited, range.fromB, range.toB)
      const before = Math.max(was.before, is.before)
      const after = Math.max(was.after, is.after)
      if (before > 0 || after > 0) isSettled = false
      return {
        fromA: range.fromA - before,
        toA: range.toA + after,
        fromB: range.fromB - before,
        toB: range.toB + after,
      }
    })
    grown = mergeTouching(next)
    if (isSettled) return grown
  }
}

/** Tells apart what was touched of the container (or table, or row) itself and what within one unit (row, cell) of it. */
export function splitTouched(base: Side, edited: Side, ranges: readonly ChangedRange[]): Touched {
  const isOuter = (range: ChangedRange) => !isInner(base, edited, range)
  if (!ranges.some(isOuter)) return { own: [], inner: ranges }
  const grown = growToUnits(base, edited, ranges)
  return { own: grown.filter(isOuter), inner: grown.filter((range) => !isOuter(range)) }
}
