import { Plugin, PluginKey } from 'prosemirror-state'
import type { EditorState } from 'prosemirror-state'
import { indexDocument } from '../../../shared/document/document-index.ts'
import type { DocumentIndex } from '../../../shared/document/document-index.ts'

const key = new PluginKey<DocumentIndex>('documentIndex')

/** Every change and anchor of the live document, worked out anew (from cached paragraphs) when it changes. */
export function indexing(): Plugin<DocumentIndex> {
  return new Plugin({
    key,
    state: {
      init: (_config, state) => indexDocument(state.doc),
      apply: (tr, index) => (tr.docChanged ? indexDocument(tr.doc) : index),
    },
  })
}

/** The index of a state made with the `indexing` plugin; anything else is a mistake in the wiring. */
export function indexOf(state: EditorState): DocumentIndex {
  const index = key.getState(state)
  if (!index) throw new Error('The editor state has no document index')
  return index
}
