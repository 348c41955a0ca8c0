import type { Node } from 'prosemirror-model'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { summaryOf } from '../../../shared/document/index/block-summary.ts'
import type { Range } from '../../../shared/document/range.ts'

/** Nodes never change, so the corners of a block are right for as long as it lives. */
const known = new WeakMap<Node, DecorationSet>()

/**
 * The grey corners that say which words a claim covers, for a block of the document and counted from its content on.
 * They are drawn by `::before` and `::after` of the first and last character's own element, so that they never enter
 * the document, the clipboard or the reading order.
 */
export function cornersIn(block: Node): DecorationSet {
  const drawn = known.get(block)
  if (drawn) return drawn
  const corners = holdsClaims(block) ? cornersOfAll(block) : []
  const set = corners.length === 0 ? DecorationSet.empty : DecorationSet.create(block, corners)
  known.set(block, set)
  return set
}

/** Most blocks hold none, and need not be summarized before they are painted. */
function holdsClaims(node: Node): boolean {
  if (node.marks.some((mark) => mark.type.name === 'claim')) return true
  return node.children.some(holdsClaims)
}

function cornersOfAll(block: Node): Decoration[] {
  return summaryOf(block).anchors.flatMap(({ mark, ranges }) =>
    mark === 'claim' ? ranges.flatMap((range) => cornersOf(block, range)) : [],
  )
}

/** A summary counts from before the block; what is in it begins one further on. */
function cornersOf(block: Node, range: Range): Decoration[] {
  const [from, to] = [range.from - 1, range.to - 1]
  if (from >= to) return []
  const text = block.textBetween(from, to, '\n', '\n')
  const first = lengthOf(text.codePointAt(0))
  const last = lengthOf(text.codePointAt(Math.max(0, text.length - 2)))
  return [
    Decoration.inline(from, Math.min(from + first, to), { class: 'claim-start' }),
    Decoration.inline(Math.max(to - last, from), to, { class: 'claim-end' }),
  ]
}

/** In UTF-16 units: a pair of surrogates is never cut. */
function lengthOf(codePoint: number | undefined): number {
  return (codePoint ?? 0) > 0xffff ? 2 : 1
}
