import { Slice } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import type { EditorState, Transaction } from 'prosemirror-state'
import { dropPoint } from 'prosemirror-transform'
import { carryAnchors } from '../tracking/stamp.ts'
import { standing } from './carried.ts'

/** Puts a slice into the text as ProseMirror does, and says which anchors it brings along. */

function carrying(tr: Transaction, slice: Slice): Transaction {
  return carryAnchors(tr, new Set(standing(slice.content).keys()))
}

/** In an empty paragraph the first one that is pasted keeps its own style, unless it is only words of a line. */
function asWhole({ selection: { $from, empty } }: EditorState, slice: Slice): Slice {
  const isInEmpty = empty && $from.parent.isTextblock && $from.parent.content.size === 0
  const isOneLine = slice.content.childCount === 1 && slice.openEnd > 0
  if (!isInEmpty || slice.openStart !== 1 || isOneLine) return slice
  return new Slice(slice.content, 0, slice.openEnd)
}

export function pasteSlice(state: EditorState, pasted: Slice): Transaction {
  const { tr } = state
  const slice = asWhole(state, pasted)
  const isNode = slice.openStart === 0 && slice.openEnd === 0 && slice.content.childCount === 1
  const node = isNode ? slice.content.firstChild : null
  if (node) tr.replaceSelectionWith(node, false)
  else tr.replaceSelection(slice)
  return carrying(tr, slice).scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste')
}

/** What was selected and dragged comes to stand at `position`; null where it stands there already. */
export function dropSlice(
  { doc, tr }: EditorState,
  slice: Slice,
  position: number,
  isMove: boolean,
): Transaction | null {
  const target = dropPoint(doc, position, slice) ?? position
  if (isMove) tr.deleteSelection()
  const from = tr.mapping.map(target)
  tr.replaceRange(from, from, slice)
  if (tr.doc.eq(doc)) return null
  const to = tr.mapping.map(target)
  tr.setSelection(TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to)))
  return carrying(tr, slice).setMeta('uiEvent', 'drop')
}
