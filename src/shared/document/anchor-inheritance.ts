import type { Mark, Node, ResolvedPos } from 'prosemirror-model'
import { isContainer } from './containers.ts'
import { deletionOf, insertionOf, isAnchor } from './tracking-state.ts'

/**
 * Which comments and claims new text comes to stand in: those that cover both of its neighbours, a ¶ between
 * not counted, or all of the text that it replaces.
 */

/** The depth of the container around a place. */
function depthOf(place: ResolvedPos): number {
  let { depth } = place
  while (!isContainer(place.node(depth))) depth -= 1
  return depth
}

function nodeBefore(doc: Node, position: number): Node | null {
  const place = doc.resolve(position)
  if (place.parent.isTextblock && place.nodeBefore) return place.nodeBefore
  const depth = depthOf(place)
  for (let index = place.index(depth) - 1; index >= 0; index--) {
    const block = place.node(depth).child(index)
    if (block.isTextblock && block.lastChild) return block.lastChild
  }
  return null
}

function nodeAfter(doc: Node, position: number): Node | null {
  const place = doc.resolve(position)
  if (place.parent.isTextblock && place.nodeAfter) return place.nodeAfter
  const depth = depthOf(place)
  const container = place.node(depth)
  const next = place.parent.isTextblock ? place.index(depth) + 1 : place.index(depth)
  for (let index = next; index < container.childCount; index++) {
    const block = container.child(index)
    if (block.isTextblock && block.firstChild) return block.firstChild
  }
  return null
}

function anchorsOf(node: Node | null): readonly Mark[] {
  return node?.marks.filter(isAnchor) ?? []
}

function common(sets: readonly (readonly Mark[])[]): readonly Mark[] {
  const [first, ...others] = sets
  return (first ?? []).filter((mark) => others.every((set) => mark.isInSet(set)))
}

/**
 * Typing goes on letter by letter, and only the first letter stands directly after the words it replaces: so the
 * letters that follow take what the whole insertion has had since then.
 */
function ofReplacementGoingOn(base: Node, position: number, insertionId: string): readonly Mark[] {
  const place = base.resolve(position)
  if (!place.parent.isTextblock) return []
  const sets: (readonly Mark[])[] = []
  let index = place.index() - (place.textOffset > 0 ? 0 : 1)
  for (; index >= 0; index--) {
    const node = place.parent.child(index)
    if (insertionOf(node.marks)?.id !== insertionId) break
    sets.push(anchorsOf(node))
  }
  const replaced = index >= 0 && sets.length > 0 ? place.parent.child(index) : null
  return replaced && deletionOf(replaced.marks) ? common([...sets, anchorsOf(replaced)]) : []
}

function inlineBetween(doc: Node, from: number, to: number): Node[] {
  const found: Node[] = []
  if (from >= to) return found
  doc.nodesBetween(from, to, (node) => {
    if (node.isInline) found.push(node)
    return !node.isInline
  })
  return found
}

/**
 * For text that takes the place of [from, to) of `base`, two positions in one container. `insertionId` is the
 * insertion that the new text is part of; null where nothing is tracked.
 */
export function inheritedAnchors(
  base: Node,
  { from, to }: { readonly from: number; readonly to: number },
  insertionId: string | null,
): readonly Mark[] {
  const around = common([anchorsOf(nodeBefore(base, from)), anchorsOf(nodeAfter(base, to))])
  const replaced = inlineBetween(base, from, to)
  const over = common(replaced.map(anchorsOf))
  const goingOn =
    replaced.length === 0 && insertionId !== null ? ofReplacementGoingOn(base, from, insertionId) : []
  const more = [...over, ...goingOn].filter((mark) => !mark.isInSet(around))
  return [...around, ...more]
}
