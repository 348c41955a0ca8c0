import type { Node } from 'prosemirror-model'
import { NodeSelection, Plugin } from 'prosemirror-state'
import type { Selection } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { schema } from '../../../shared/document/schema.ts'
import { handleKey } from './keys.ts'
import type { NoteState } from './note-view.ts'
import { bringsNotes, isEndnote, noteAround, notesOf } from './place.ts'

type Notes = { readonly decorations: DecorationSet; readonly open: number | null }

const NONE: Notes = { decorations: DecorationSet.empty, open: null }

function read(doc: Node, { $head }: Selection): Notes {
  const positions = notesOf(doc)
  if (positions.length === 0) return NONE
  const open = noteAround($head)?.from ?? null
  // As in Word: notes under the page are counted by themselves, and those at the end by themselves.
  const counts = { foot: 0, end: 0 }
  const decorations = positions.map((from) => {
    const note = doc.nodeAt(from)
    const number = (counts[isEndnote(note) ? 'end' : 'foot'] += 1)
    const state: NoteState = { number, isOpen: from === open }
    return Decoration.node(from, from + (note?.nodeSize ?? 0), {}, state)
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
