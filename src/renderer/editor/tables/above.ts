import { TextSelection } from 'prosemirror-state'
import type { EditorState, Transaction } from 'prosemirror-state'
import { schema } from '../../../shared/document/schema.ts'
import { tablePlace } from './place.ts'

/**
 * Enter at the very start of a table above which there is no paragraph makes one: no other key leads there. Null
 * anywhere else.
 */
export function paragraphAbove(state: EditorState): Transaction | null {
  const { selection, doc } = state
  const place = selection.empty ? tablePlace(state) : null
  if (!place || selection.from !== place.before + 4) return null
  if (doc.resolve(place.before).nodeBefore?.isTextblock === true) return null
  const tr = state.tr.insert(place.before, schema.nodes.para.create())
  return tr.setSelection(TextSelection.create(tr.doc, place.before + 1))
}
