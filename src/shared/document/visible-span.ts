import type { Node } from 'prosemirror-model'
import { isMarkDeleted } from './tracking-state.ts'
import { ownerIndex } from './visible-paragraph.ts'

/**
 * A visible paragraph: paragraphs whose ¶ is deleted and the one they run on into, its owner. It lies in one
 * container (the document, a cell, a note); a table may stand between its parts.
 */
export type VisibleSpan = {
  readonly container: Node
  /** Indexes in the container. */
  readonly first: number
  readonly owner: number
  /** Positions before its first paragraph, before its owner, and behind it. */
  readonly from: number
  readonly ownerFrom: number
  readonly to: number
}

/** The index of the paragraph before that child of the container, over tables; null when there is none. */
export function paragraphBefore(container: Node, index: number): number | null {
  for (let at = index - 1; at >= 0; at--) if (container.child(at).isTextblock) return at
  return null
}

/** The same of the paragraph after it. */
export function paragraphAfter(container: Node, index: number): number | null {
  for (let at = index + 1; at < container.childCount; at++) if (container.child(at).isTextblock) return at
  return null
}

/** How far into the container its child of that index begins. */
export function offsetOf(container: Node, index: number): number {
  let offset = 0
  for (let at = 0; at < index; at++) offset += container.child(at).nodeSize
  return offset
}

/** The visible paragraph that a child of a container is part of; `start` is where the container's content begins. */
export function spanOf(container: Node, start: number, index: number): VisibleSpan {
  let first = index
  for (;;) {
    const before = paragraphBefore(container, first)
    if (before === null || !isMarkDeleted(container.child(before))) break
    first = before
  }
  const owner = ownerIndex(container, index)
  const ownerFrom = start + offsetOf(container, owner)
  return {
    container,
    first,
    owner,
    from: start + offsetOf(container, first),
    ownerFrom,
    to: ownerFrom + container.child(owner).nodeSize,
  }
}

/** The visible paragraph around a position inside a paragraph; null for a position between blocks. */
export function spanAt(doc: Node, position: number): VisibleSpan | null {
  const place = doc.resolve(position)
  if (!place.parent.isTextblock) return null
  const depth = place.depth - 1
  return spanOf(place.node(depth), place.start(depth), place.index(depth))
}

/** Every visible paragraph that a stretch touches, in text order; those of cells too, where it spans cells. */
export function spansBetween(doc: Node, from: number, to: number): readonly VisibleSpan[] {
  const start = doc.resolve(from)
  const shared = start.sharedDepth(to)
  if (start.node(shared).isTextblock) {
    const one = spanAt(doc, from)
    return one ? [one] : []
  }
  const spans = new Map<number, VisibleSpan>()
  const origin = start.start(shared)
  start.node(shared).nodesBetween(from - origin, to - origin, (node, offset) => {
    if (!node.isTextblock) return true
    const span = spanAt(doc, origin + offset + 1)
    if (span) spans.set(span.ownerFrom, span)
    return false
  })
  return [...spans.values()]
}
