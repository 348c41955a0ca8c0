import type { Node } from 'prosemirror-model'
import { isMarkDeleted } from './tracking-state.ts'

/**
 * Paragraphs whose ¶ is deleted read as one with the next: they are one visible paragraph. Its properties are those
 * of its owner, the first paragraph whose ¶ stands. Commands that read or set a style or a list ask for the owner.
 */

/** The index of the owner of the paragraph of that index. The last ¶ always stands. */
export function ownerIndex(doc: Node, index: number): number {
  let at = index
  while (at < doc.childCount - 1 && isMarkDeleted(doc.child(at))) at += 1
  return at
}

/** The position before the owner of the visible paragraph around a position, for setNodeAttribute. */
export function ownerPosition(doc: Node, position: number): number {
  const place = doc.resolve(position)
  const index = place.index(0)
  let at = place.depth === 0 ? position : place.before(1)
  for (let passed = index; passed < ownerIndex(doc, index); passed++) at += doc.child(passed).nodeSize
  return at
}
