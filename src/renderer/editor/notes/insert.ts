import { TextSelection } from 'prosemirror-state'
import type { Command } from 'prosemirror-state'
import { schema } from '../../../shared/document/schema.ts'
import { noteAround } from './place.ts'

/** A footnote behind what is selected, and the caret in it. There is none in another. */
export const insertNote: Command = (state, dispatch) => {
  const { $to } = state.selection
  if (!$to.parent.isTextblock || noteAround($to)) return false
  const note = schema.nodes.footnote.create(null, schema.nodes.para.create())
  const tr = state.tr.insert($to.pos, note)
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, $to.pos + 2)).scrollIntoView())
  return true
}
