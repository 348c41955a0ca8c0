import type { EditorView } from 'prosemirror-view'
import { removeSelected } from '../commands/remove-selected.ts'

/** Cuts what is selected as Backspace removes it; false where the browser has nothing to cut from, or into. */
export function cutSelection(view: EditorView, event: ClipboardEvent): boolean {
  const { selection, tr } = view.state
  const data = event.clipboardData
  if (!view.editable || selection.empty || !data) return false
  const { dom, text } = view.serializeForClipboard(selection.content())
  event.preventDefault()
  data.clearData()
  data.setData('text/html', dom.innerHTML)
  data.setData('text/plain', text)
  view.dispatch(removeSelected(tr).scrollIntoView().setMeta('uiEvent', 'cut'))
  return true
}
