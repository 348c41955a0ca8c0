import type { Node } from 'prosemirror-model'
import type { ChangedRange } from './changed-ranges.ts'
import type { Pair } from './tracking-work.ts'

/** A row of a table, or a cell of a row, and the position before it. */
export type Child = { readonly node: Node; readonly before: number }

export type MatchedChild =
  | { readonly kind: 'retained'; readonly base: Child; readonly edited: Child }
  | { readonly kind: 'removed'; readonly base: Child }
  /** `at` is the position in the base where it comes in. */
  | { readonly kind: 'added'; readonly edited: Child; readonly at: number }

function childrenOf(node: Node, start: number): Child[] {
  const children: Child[] = []
  node.forEach((child, offset) => children.push({ node: child, before: start + offset }))
  return children
}

function isCovered({ node, before }: Child, from: number, to: number): boolean {
  return from <= before && before + node.nodeSize <= to
}

/** Rows or cells of two tables or rows, given which of them were touched as a whole; in order, what went before what came. */
export function matchChildren(pair: Pair, own: readonly ChangedRange[]): MatchedChild[] {
  const base = childrenOf(pair.base, pair.baseStart)
  const edited = childrenOf(pair.edited, pair.editedStart)
  const end = pair.baseStart + pair.base.content.size
  const isAdded = (child: Child) => own.some(({ fromB, toB }) => isCovered(child, fromB, toB))
  const matched: MatchedChild[] = []
  let next = 0
  for (let at = 0; at <= base.length; at++) {
    const was = base[at]
    if (was && own.some(({ fromA, toA }) => isCovered(was, fromA, toA))) {
      matched.push({ kind: 'removed', base: was })
      continue
    }
    let is = edited[next]
    for (; is && isAdded(is); is = edited[++next]) {
      matched.push({ kind: 'added', edited: is, at: was?.before ?? end })
    }
    next += 1
    if (was && is) matched.push({ kind: 'retained', base: was, edited: is })
  }
  return matched
}

/** What is left to look into of a pair of rows or cells that stays. */
export function pairWithin(
  { base, edited }: { readonly base: Child; readonly edited: Child },
  inner: readonly ChangedRange[],
): Pair {
  const end = base.before + base.node.nodeSize
  return {
    base: base.node,
    baseStart: base.before + 1,
    edited: edited.node,
    editedStart: edited.before + 1,
    touched: inner.filter(({ fromA, toA }) => base.before < fromA && toA < end),
  }
}
