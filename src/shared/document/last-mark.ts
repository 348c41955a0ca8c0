import type { Transform } from 'prosemirror-transform'
import type { ParagraphMark } from './attributes.ts'
import { paragraphAttrs } from './tracking-state.ts'

/**
 * The last ¶ of a container was there from the start and always stands. Where another paragraph has become the last
 * one, the ¶ that came with an insertion is the one before it: each such ¶ passes its insertion up by one. `start` is
 * where the container's content begins.
 */
export function settleLastMark(transform: Transform, start: number): void {
  const container = transform.doc.resolve(start).parent
  let position = start + container.content.size
  let carried: ParagraphMark['insertion']
  for (let index = container.childCount - 1; index >= 0; index--) {
    const child = container.child(index)
    position -= child.nodeSize
    if (!child.isTextblock) continue
    const isLast = index === container.childCount - 1
    const mark = paragraphAttrs(child).paragraphMark ?? {}
    if (!isLast && !carried) return
    const { insertion, deletion } = mark
    const next = { ...(deletion && !isLast ? { deletion } : {}), ...(carried ? { insertion: carried } : {}) }
    carried = insertion
    if (insertion || !isLast) {
      transform.setNodeAttribute(position, 'paragraphMark', Object.keys(next).length > 0 ? next : null)
    }
  }
}
