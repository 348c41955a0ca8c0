import { Slice } from 'prosemirror-model'
import { Selection, TextSelection } from 'prosemirror-state'
import type { EditorState, Transaction } from 'prosemirror-state'
import { dropPoint } from 'prosemirror-transform'
import { containerAround } from '../../../shared/document/containers.ts'
import { schema } from '../../../shared/document/schema.ts'
import { insertBlocks } from '../commands/insert-blocks.ts'
import { isWithinParagraph, removeSelected } from '../commands/remove-selected.ts'
import { carryAnchors } from '../tracking/stamp.ts'
import { standing } from './carried.ts'
import { fitSlice } from './fit-slice.ts'

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

function hasTable({ content }: Slice): boolean {
  return content.content.some((node) => node.type === schema.nodes.table)
}

function asPaste(tr: Transaction, slice: Slice): Transaction {
  return carrying(tr, slice).scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste')
}

export function pasteSlice(state: EditorState, given: Slice): Transaction {
  const tr = isWithinParagraph(state) ? state.tr : removeSelected(state.tr)
  const slice = asWhole(state, fitSlice(given, containerAround(tr.doc, tr.selection.from).node.type))
  if (hasTable(slice)) {
    const { from } = removeSelected(tr).selection
    const end = insertBlocks(tr, from, slice)
    return asPaste(tr.setSelection(Selection.near(tr.doc.resolve(end), -1)), slice)
  }
  const isNode = slice.openStart === 0 && slice.openEnd === 0 && slice.content.childCount === 1
  const node = isNode ? slice.content.firstChild : null
  if (node) tr.replaceSelectionWith(node, false)
  else tr.replaceSelection(slice)
  return asPaste(tr, slice)
}

/** What was selected and dragged comes to stand at `position`; null where it stands there already. */
export function dropSlice(
  { doc, tr }: EditorState,
  dragged: Slice,
  position: number,
  isMove: boolean,
): Transaction | null {
  const { from: start, to: end } = tr.selection
  if (isMove && position >= start && position <= end) return null
  const place = Selection.near(doc.resolve(position)).from
  const slice = fitSlice(dragged, containerAround(doc, place).node.type)
  const isBlocks = hasTable(slice)
  const target = isBlocks ? place : (dropPoint(doc, place, slice) ?? place)
  if (isMove) removeSelected(tr)
  const from = tr.mapping.map(target)
  if (isBlocks) insertBlocks(tr, from, slice)
  else tr.replaceRange(from, from, slice)
  if (tr.doc.eq(doc)) return null
  const to = tr.mapping.map(target)
  tr.setSelection(TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to)))
  return carrying(tr, slice).setMeta('uiEvent', 'drop')
}
