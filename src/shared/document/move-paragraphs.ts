import { Fragment, Slice } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { ReplaceStep, Transform } from 'prosemirror-transform'
import { project } from './projection.ts'
import { settleLastMark } from './last-mark.ts'
import { schema } from './schema.ts'
import { deletionOf } from './tracking-state.ts'
import { offsetOf, spanOf, spansBetween } from './visible-span.ts'

/**
 * Moving whole visible paragraphs within their container. A move is one edit that puts them in at a gap and takes
 * them away where they stood.
 */

/** Neighbouring visible paragraphs without a table among them. */
export type Block = {
  readonly container: Node
  /** Where the container's content begins. */
  readonly start: number
  /** Indexes of its first and its last paragraph. */
  readonly first: number
  readonly last: number
  readonly from: number
  readonly to: number
}

/**
 * `whole`: nodes as they stand, with every tracked change in them; for an edit that is not tracked. `live`: as they
 * read, each visible paragraph one node without tracking; for the tracker, which keeps the rest at the old place.
 */
export type Carried = 'whole' | 'live'

export type Moved = {
  readonly transform: Transform
  /** Where a position within the block has come to stand. */
  readonly carry: (position: number) => number
}

/** The visible paragraphs that a stretch touches; null when they lie in several containers or around a table. */
export function blockBetween(doc: Node, from: number, to: number): Block | null {
  const spans = spansBetween(doc, from, to)
  const [head] = spans
  const tail = spans.at(-1)
  if (!head || !tail || spans.some(({ container }) => container !== head.container)) return null
  const { container, first } = head
  const last = tail.owner
  const paragraphs = container.children.slice(first, last + 1)
  if (!paragraphs.every((child) => child.isTextblock)) return null
  return {
    container,
    start: head.from - offsetOf(container, first),
    first,
    last,
    from: head.from,
    to: tail.to,
  }
}

/** The gap above the paragraph or table before the block; null at the container's start. */
export function gapAbove({ container, start, first, from }: Block): number | null {
  const before = container.maybeChild(first - 1)
  if (!before) return null
  return before.isTextblock ? spanOf(container, start, first - 1).from : from - before.nodeSize
}

/** The gap below the paragraph or table after the block; null at the container's end. */
export function gapBelow({ container, start, last, to }: Block): number | null {
  const after = container.maybeChild(last + 1)
  if (!after) return null
  return after.isTextblock ? spanOf(container, start, last + 1).to : to + after.nodeSize
}

/** The width of what is not deleted before a position of the block, in the coordinates of runs.ts. */
function liveWidth(block: Block, position: number): number {
  let width = 0
  let start = block.from
  for (let index = block.first; index <= block.last && start + 1 < position; index++) {
    const paragraph = block.container.child(index)
    paragraph.forEach((node, offset) => {
      const before = position - (start + 1 + offset)
      if (!deletionOf(node.marks)) width += Math.min(Math.max(before, 0), node.nodeSize)
    })
    start += paragraph.nodeSize
    const isOwner = spanOf(block.container, block.start, index).owner === index
    if (isOwner && position > start) width += 2
  }
  return width
}

/**
 * Moves the block to a gap between two blocks of its container; null when that is where it stands, or when no
 * paragraph would be left at the container's end, which needs one.
 */
export function moveBlock(doc: Node, block: Block, gap: number, carried: Carried): Moved | null {
  const { container, start, first, last, from, to } = block
  if (gap >= from && gap <= to) return null
  const end = start + container.content.size
  const isFromEnd = to === end
  if (isFromEnd && container.maybeChild(first - 1)?.isTextblock !== true) return null
  const nodes = container.children.slice(first, last + 1)
  const content =
    carried === 'whole'
      ? Fragment.fromArray(nodes)
      : project(schema.nodes.doc.create(null, nodes), 'final').content
  const transform = new Transform(doc)
  transform.step(new ReplaceStep(gap, gap, new Slice(content, 0, 0)))
  const shift = gap < from ? content.size : 0
  transform.step(new ReplaceStep(from + shift, to + shift, Slice.empty))
  if (carried === 'whole' && (isFromEnd || gap === end)) settleLastMark(transform, start)
  const now = gap < from ? gap : gap - (to - from)
  const carry = (position: number) =>
    carried === 'whole' ? position - from + now : now + 1 + liveWidth(block, position)
  return { transform, carry }
}
