import { Plugin, PluginKey } from 'prosemirror-state'
import type { EditorState } from 'prosemirror-state'
import { indexDocument } from '../../../shared/document/document-index.ts'
import type { PlacedIndex } from '../../../shared/document/document-index.ts'

const key = new PluginKey<PlacedIndex>('documentIndex')

/** Every change and anchor of the live document; when it changes, all that the edit left alone is taken over. */
export function indexing(): Plugin<PlacedIndex> {
  return new Plugin({
    key,
    state: {
      init: (_config, state) => indexDocument(state.doc),
      apply: (tr, index) => (tr.docChanged ? indexDocument(tr.doc, index) : index),
    },
  })
}

/** The index of a state made with the `indexing` plugin; anything else is a mistake in the wiring. */
export function indexOf(state: EditorState): PlacedIndex {
  const index = key.getState(state)
  if (!index) throw new Error('The editor state has no document index')
  return index
}
