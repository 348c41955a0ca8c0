import { Fragment } from 'prosemirror-model'
import type { Mark, Node } from 'prosemirror-model'
import type { ChangeRef, Tracking } from '../../../shared/document/attributes.ts'

/** The same node with other marks, and with other references to changes in its ¶, rows and cells; itself where all is as it was. */
export function mapTracking(
  node: Node,
  mapMark: (mark: Mark) => readonly Mark[],
  mapRef: (ref: ChangeRef) => ChangeRef,
): Node {
  const mapped = node.marks.flatMap(mapMark)
  const marks = sameItems(mapped, node.marks) ? node.marks : mapped
  if (node.isText) return marks === node.marks ? node : node.mark(marks)
  let { attrs } = node
  for (const name of ['paragraphMark', 'tracking']) {
    const tracking = attrs[name] as Tracking | null | undefined
    const other = tracking && mapRefs(tracking, mapRef)
    if (other !== tracking) attrs = { ...attrs, [name]: other }
  }
  const content = node.children.map((child) => mapTracking(child, mapMark, mapRef))
  const isSame = marks === node.marks && attrs === node.attrs && sameItems(content, node.children)
  return isSame ? node : node.type.create(attrs, Fragment.fromArray(content), marks)
}

function mapRefs(tracking: Tracking, mapRef: (ref: ChangeRef) => ChangeRef): Tracking {
  const insertion = tracking.insertion && mapRef(tracking.insertion)
  const deletion = tracking.deletion && mapRef(tracking.deletion)
  if (insertion === tracking.insertion && deletion === tracking.deletion) return tracking
  return { ...(insertion ? { insertion } : {}), ...(deletion ? { deletion } : {}) }
}

/** The very same things in the same order. */
export function sameItems<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}
