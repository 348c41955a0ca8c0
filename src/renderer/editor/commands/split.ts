import { TextSelection } from 'prosemirror-state'
import type { Command } from 'prosemirror-state'
import type { ParagraphAttrs, ParagraphStyle } from '../../../shared/document/attributes.ts'
import { schema } from '../../../shared/document/schema.ts'
import { paragraphAttrs } from '../../../shared/document/tracking-state.ts'
import { liveText } from './live-text.ts'

/** Styles that are followed by body text when Enter is pressed at their end. */
const FOLLOWED_BY_BODY: readonly ParagraphStyle[] = [
  'headline',
  'standfirst',
  'byline',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
]

/**
 * Enter. The right-hand paragraph keeps the ¶ (with its tracking state); the left one gets a new ¶. On an empty
 * list item it leaves the list instead.
 */
export const splitParagraph: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (empty && $from.parent.content.size === 0 && paragraphAttrs($from.parent).list) {
    dispatch?.(state.tr.setNodeAttribute($from.before(), 'list', null).scrollIntoView())
    return true
  }
  if (!dispatch) return true
  const tr = state.tr
  if (!empty) tr.deleteSelection()
  const $at = tr.selection.$from
  const attrs = paragraphAttrs($at.parent)
  const atEnd = liveText($at.parent, $at.start(), $at.pos).text === ''
  const style = atEnd && FOLLOWED_BY_BODY.includes(attrs.style) ? 'body' : attrs.style
  const before = $at.before()
  const right: ParagraphAttrs = { ...attrs, style }
  tr.split($at.pos, 1, [{ type: schema.nodes.para, attrs: right }])
  if (attrs.paragraphMark) tr.setNodeAttribute(before, 'paragraphMark', null)
  tr.setSelection(TextSelection.create(tr.doc, $at.pos + 2))
  dispatch(tr.scrollIntoView())
  return true
}

export const insertBreak: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(schema.nodes.hardBreak.create()).scrollIntoView())
  return true
}
