import type { MarkType } from 'prosemirror-model'
import type { Command } from 'prosemirror-state'
import { FORMATTING_MARKS } from '../../../shared/document/attributes.ts'
import { schema } from '../../../shared/document/schema.ts'

/** A link is part of what the words say, and stays; so does what of a Word file is not seen here. */
const STAYING: readonly MarkType[] = [schema.marks.link, schema.marks.look]
const CLEARED = Object.values(schema.marks).filter(
  (type) => FORMATTING_MARKS.includes(type.name) && !STAYING.includes(type),
)

/** Takes bold, italic and the like from the selection; at a caret, from what is typed next. */
export const clearFormatting: Command = (state, dispatch) => {
  const { selection, tr } = state
  if (selection.empty) {
    const marks = state.storedMarks ?? selection.$from.marks()
    const plain = marks.filter((mark) => !CLEARED.includes(mark.type))
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
