import type { Node } from 'prosemirror-model'
import { NodeSelection, Plugin } from 'prosemirror-state'
import type { Selection } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { schema } from '../../../shared/document/schema.ts'
import { handleKey } from './keys.ts'
import type { NoteState } from './note-view.ts'
import { bringsNotes, noteAround, notesOf } from './place.ts'

type Notes = { readonly decorations: DecorationSet; readonly open: number | null }

const NONE: Notes = { decorations: DecorationSet.empty, open: null }

function read(doc: Node, { $head }: Selection): Notes {
  const positions = notesOf(doc)
  if (positions.length === 0) return NONE
  const open = noteAround($head)?.from ?? null
  const decorations = positions.map((from, index) => {
    const size = doc.nodeAt(from)?.nodeSize ?? 0
    const state: NoteState = { number: index + 1, isOpen: from === open }
    return Decoration.node(from, from + size, {}, state)
  })
  return { decorations: DecorationSet.create(doc, decorations), open }
}

/** Numbers the notes, opens the one that the caret is in, and lets the keys pass and enter them. */
export function notes(): Plugin<Notes> {
  return new Plugin<Notes>({
    state: {
      init: (_config, state) => read(state.doc, state.selection),
      apply: (tr, before, { doc }) => {
        if (before === NONE && !bringsNotes(doc, tr.doc)) return NONE
        const open = noteAround(tr.selection.$head)?.from ?? null
        return tr.docChanged || open !== before.open ? read(tr.doc, tr.selection) : before
      },
    },
    props: {
      decorations(state) {
        return this.getState(state)?.decorations
      },
      handleKeyDown: handleKey,
      // What is typed at a note that is passed by the arrow keys does not take its place.
      handleTextInput: (view, _from, _to, text) => {
        const { selection, tr } = view.state
        if (!(selection instanceof NodeSelection) || selection.node.type !== schema.nodes.footnote)
          return false
        view.dispatch(tr.insertText(text, selection.to).scrollIntoView())
        return true
      },
    },
  })
}
