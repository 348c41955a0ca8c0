import type { Command } from 'prosemirror-state'
import type { ParagraphStyle } from '../../../shared/document/attributes.ts'
import { paragraphAttrs } from '../../../shared/document/tracking-state.ts'

/** Gives every paragraph of the selection a style; false when all of them have it. */
export function setStyle(style: ParagraphStyle): Command {
  return (state, dispatch) => {
    const tr = state.tr
    for (const { $from, $to } of state.selection.ranges) {
      state.doc.nodesBetween($from.pos, $to.pos, (node, position) => {
        if (node.isTextblock && paragraphAttrs(node).style !== style) {
          tr.setNodeAttribute(position, 'style', style)
        }
        return false
      })
    }
    if (!tr.docChanged) return false
    dispatch?.(tr.scrollIntoView())
    return true
  }
}
