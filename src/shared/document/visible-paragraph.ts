import type { Node } from 'prosemirror-model'
import { containerAround } from './containers.ts'
import { isMarkDeleted } from './tracking-state.ts'

/**
 * Paragraphs whose ¶ is deleted read as one with the next: they are one visible paragraph. Its properties are those
 * of its owner, the first paragraph whose ¶ stands. Commands that read or set a style or a list ask for the owner.
 */

/** The index in the container of the owner of the paragraph of that index; tables are passed by. The last ¶ always stands. */
export function ownerIndex(container: Node, index: number): number {
  let at = index
  while (at < container.childCount - 1) {
    const block = container.child(at)
    if (block.isTextblock && !isMarkDeleted(block)) break
    at += 1
  }
  return at
}

/** The position before the owner of the visible paragraph around a position, for setNodeAttribute. */
export function ownerPosition(doc: Node, position: number): number {
  const { node: container, depth, start } = containerAround(doc, position)
  const owner = ownerIndex(container, doc.resolve(position).index(depth))
  let at = start
  for (let index = 0; index < owner; index++) at += container.child(index).nodeSize
  return at
}
