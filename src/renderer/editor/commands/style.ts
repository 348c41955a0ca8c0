import type { Command } from 'prosemirror-state'
import type { Align, ParagraphStyle } from '../../../shared/document/attributes.ts'
import { paragraphAttrs } from '../../../shared/document/tracking-state.ts'
import { changeProperties, giveProperties, selectedSpans } from './properties.ts'

/** Gives every paragraph of the selection a style; false when all of them have it. A headline stands in no list. */
export function setStyle(style: Exclude<ParagraphStyle, 'headline'>): Command {
  return (state, dispatch) => {
    const tr = changeProperties(state, () => ({ style }))
    if (tr) dispatch?.(tr.scrollIntoView())
    return tr !== null
  }
}

export function setAlign(align: Align): Command {
  return (state, dispatch) => {
    const tr = changeProperties(state, () => ({ align }))
    if (tr) dispatch?.(tr.scrollIntoView())
    return tr !== null
  }
}

/** An article has one headline: the one before becomes a heading. Only for one paragraph, outside tables and notes. */
export const setHeadline: Command = (state, dispatch) => {
  const [span, ...others] = selectedSpans(state)
  if (!span || others.length > 0 || span.container !== state.doc) return false
  const { tr } = state
  state.doc.forEach((block, position) => {
    const isHeadline = block.isTextblock && paragraphAttrs(block).style === 'headline'
    if (isHeadline && position !== span.ownerFrom) giveProperties(tr, position, { style: 'heading1' })
  })
  giveProperties(tr, span.ownerFrom, { style: 'headline', list: null })
  if (tr.docChanged) dispatch?.(tr.scrollIntoView())
  return tr.docChanged
}
