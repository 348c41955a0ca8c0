import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey } from 'prosemirror-state'
import type { EditorState } from 'prosemirror-state'
import { indexDocument } from '../../../shared/document/index/document-index.ts'
import type { PlacedIndex } from '../../../shared/document/index/document-index.ts'

/** An index that is made when somebody first asks for it. */
type Late = { readonly doc: Node; made: PlacedIndex | null; before: PlacedIndex | undefined }

const key = new PluginKey<Late>('documentIndex')

/**
 * Every change and anchor of the live document; when it changes, all that the edit left alone is taken over. Lists and
 * counts are what asks, after what was typed has been painted, so that a key does not wait for the index, and several
 * within a frame make one.
 */
export function indexing(): Plugin<Late> {
  return new Plugin({
    key,
    state: {
      init: (_config, { doc }): Late => ({ doc, made: null, before: undefined }),
      apply: (tr, late): Late =>
        tr.docChanged ? { doc: tr.doc, made: null, before: late.made ?? late.before } : late,
    },
  })
}

/** The index of a state made with the `indexing` plugin; anything else is a mistake in the wiring. */
export function indexOf(state: EditorState): PlacedIndex {
  const late = key.getState(state)
  if (!late) throw new Error('The editor state has no document index')
  if (late.made) return late.made
  late.made = indexDocument(late.doc, late.before)
  late.before = undefined
  return late.made
}
