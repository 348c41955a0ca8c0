import type { Mark, Node } from 'prosemirror-model'
import type { ChangedRange } from './changed-ranges.ts'
import { runsBetween } from './runs.ts'
import { deletionOf, insertionOf, isAnchor } from './tracking-state.ts'

/**
 * Which comments and claims new text comes to stand in: those that cover both of its neighbours, a ¶ between
 * not counted, or all of the text that it replaces.
 */

function nodeBefore(doc: Node, position: number): Node | null {
  const place = doc.resolve(position)
  if (place.nodeBefore) return place.nodeBefore
  for (let index = place.index(0) - 1; index >= 0; index--) {
    const { lastChild } = doc.child(index)
    if (lastChild) return lastChild
  }
  return null
}

function nodeAfter(doc: Node, position: number): Node | null {
  const place = doc.resolve(position)
  if (place.nodeAfter) return place.nodeAfter
  for (let index = place.index(0) + 1; index < doc.childCount; index++) {
    const { firstChild } = doc.child(index)
    if (firstChild) return firstChild
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

/** `insertionId` is the insertion that the new text is part of; null where nothing is tracked. */
export function inheritedAnchors(
  base: Node,
  range: ChangedRange,
  insertionId: string | null,
): readonly Mark[] {
  const around = common([anchorsOf(nodeBefore(base, range.fromA)), anchorsOf(nodeAfter(base, range.toA))])
  const replaced = runsBetween(base, range.fromA, range.toA).filter((run) => run.kind !== 'paragraph')
  const over = common(replaced.map((run) => anchorsOf(run.node)))
  const goingOn =
    replaced.length === 0 && insertionId !== null ? ofReplacementGoingOn(base, range.fromA, insertionId) : []
  const more = [...over, ...goingOn].filter((mark) => !mark.isInSet(around))
  return [...around, ...more]
}
