import type { Command } from 'prosemirror-state'
import { FORMATTING_MARKS } from '../../../shared/document/attributes.ts'
import { schema } from '../../../shared/document/schema.ts'
import { isFormatting } from '../../../shared/document/tracking-state.ts'

/** A link is part of what the words say, and stays. */
const CLEARED = Object.values(schema.marks).filter(
  (type) => FORMATTING_MARKS.includes(type.name) && type !== schema.marks.link,
)

/** Takes bold, italic and the like from the selection; at a caret, from what is typed next. */
export const clearFormatting: Command = (state, dispatch) => {
  const { selection, tr } = state
  if (selection.empty) {
    const marks = state.storedMarks ?? selection.$from.marks()
    const plain = marks.filter((mark) => !isFormatting(mark) || mark.type === schema.marks.link)
    if (plain.length === marks.length) return false
    dispatch?.(tr.setStoredMarks(plain))
    return true
  }
  for (const { $from, $to } of selection.ranges) {
    for (const type of CLEARED) tr.removeMark($from.pos, $to.pos, type)
  }
  if (!tr.docChanged) return false
  dispatch?.(tr.scrollIntoView())
  return true
}
