import { NodeSelection, TextSelection } from 'prosemirror-state'
import type { EditorState, Selection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { schema } from '../../../shared/document/schema.ts'
import { afterArrow } from './arrows.ts'
import { noteAround } from './place.ts'

/** The note that is selected as a whole. */
function selectedNote({ selection }: EditorState): NodeSelection | null {
  const isNote = selection instanceof NodeSelection && selection.node.type === schema.nodes.footnote
  return isNote ? selection : null
}

function isForwardKey(view: EditorView, key: string): boolean {
  const { node } = view.domAtPos(view.state.selection.head)
  const element = node instanceof HTMLElement ? node : node.parentElement
  const isRightToLeft = element !== null && getComputedStyle(element).direction === 'rtl'
  return (key === 'ArrowRight') !== isRightToLeft
}

function selectionAfter(view: EditorView, event: KeyboardEvent): Selection | null {
  const { state } = view
  switch (event.key) {
    case 'Escape': {
      const note = noteAround(state.selection.$head)
      return note ? TextSelection.create(state.doc, note.to) : null
    }
    case 'Enter': {
      const note = selectedNote(state)
      return note ? TextSelection.near(state.doc.resolve(note.to - 1), -1) : null
    }
    case 'ArrowLeft':
    case 'ArrowRight':
      return afterArrow(state, isForwardKey(view, event.key), event.shiftKey)
    default:
      return null
  }
}

/** The selection on screen: the browser tells of one that it has moved only a little later. */
function readSelection(view: EditorView): void {
  if (view.dom.querySelector('.note') !== null) document.dispatchEvent(new Event('selectionchange'))
}

/** Arrows stop at a sign, Enter goes into the note, Escape and the arrows out of it. */
export function handleKey(view: EditorView, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || view.composing) return false
  if (event.key.startsWith('Arrow')) readSelection(view)
  const selection = selectionAfter(view, event)
  if (selection) view.dispatch(view.state.tr.setSelection(selection).scrollIntoView())
  return selection !== null
}
