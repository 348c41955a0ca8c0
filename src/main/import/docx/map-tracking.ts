import { Fragment } from 'prosemirror-model'
import type { Mark, Node } from 'prosemirror-model'
import type { ChangeRef, Tracking } from '../../../shared/document/attributes.ts'

/** The same node with other marks, and with other references to changes in its ¶, rows and cells. */
export function mapTracking(
  node: Node,
  mapMark: (mark: Mark) => readonly Mark[],
  mapRef: (ref: ChangeRef) => ChangeRef,
): Node {
  const marks = node.marks.flatMap(mapMark)
  if (node.isText) return node.mark(marks)
  const attrs = { ...node.attrs }
  for (const name of ['paragraphMark', 'tracking']) {
    const tracking = attrs[name] as Tracking | null | undefined
    if (!tracking) continue
    const { insertion, deletion } = tracking
    attrs[name] = {
      ...(insertion ? { insertion: mapRef(insertion) } : {}),
      ...(deletion ? { deletion: mapRef(deletion) } : {}),
    }
  }
  const content = node.children.map((child) => mapTracking(child, mapMark, mapRef))
  return node.type.create(attrs, Fragment.fromArray(content), marks)
}
