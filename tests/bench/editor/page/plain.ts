import { baseKeymap } from 'prosemirror-commands'
import { history } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { schema } from '../../../../src/shared/document/schema.ts'
import { TEXT_CLASS } from '../../../../src/renderer/editor/text/class.ts'

/** ProseMirror by itself, in the dress of our text (which leaves paragraphs out of sight unlaid). */
export function plainState(stored: string): EditorState {
  return EditorState.create({
    doc: schema.nodeFromJSON(JSON.parse(stored)),
    plugins: [history(), keymap(baseKeymap)],
  })
}

export function openPlain(place: HTMLElement, stored: string): EditorView {
  return new EditorView(place, {
    state: plainState(stored),
    attributes: { class: TEXT_CLASS, role: 'textbox', spellcheck: 'false' },
  })
}
