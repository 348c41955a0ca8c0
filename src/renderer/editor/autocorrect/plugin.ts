import { closeHistory } from 'prosemirror-history'
import { Plugin } from 'prosemirror-state'
import type { EditorState, Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { schema } from '../../../shared/document/schema.ts'
import { deletionOf } from '../../../shared/document/tracking-state.ts'
import { spanAt } from '../../../shared/document/visible-span.ts'
import { liveTextOf } from '../commands/live-text.ts'
import { ownerAttrs } from '../commands/properties.ts'
import { typeOver } from '../commands/remove-selected.ts'
import { correctionOf } from './corrections.ts'
import { listBegun } from './lists.ts'

/**
 * Corrects while one types: quotes, dashes, ellipses, and lists begun by a sign. What was typed is put in first and
 * then corrected in an undo step of its own, so that undo brings it back as it was typed.
 */
export function autocorrect(isOn: () => boolean): Plugin {
  return new Plugin({
    props: {
      handleTextInput: (view, _from, _to, text, typed) => {
        if (view.composing || !isOn()) return false
        view.dispatch(typeOver(view.state, text) ?? typed())
        const tr = correct(view.state)
        if (tr) inOwnUndoStep(view, tr)
        return true
      },
    },
  })
}

function inOwnUndoStep(view: EditorView, tr: Transaction): void {
  view.dispatch(closeHistory(view.state.tr))
  view.dispatch(tr)
  view.dispatch(closeHistory(view.state.tr))
}

function correct(state: EditorState): Transaction | null {
  const { head, empty } = state.selection
  const span = empty ? spanAt(state.doc, head) : null
  if (!span || isInDeletedText(state)) return null
  const { text, positions } = liveTextOf(span, span.from, head)
  const list = listBegun(text, ownerAttrs(span))
  const correction = list ? { from: 0, to: text.length, text: '' } : correctionOf(text)
  const from = correction && positions[correction.from]
  const to = correction && positions[correction.to - 1]
  if (!correction || from === null || from === undefined || to === null || to === undefined) return null
  // Signs that deleted words part are no pair of hyphens.
  if (to - from !== correction.to - 1 - correction.from) return null
  const { tr } = state
  if (list) return tr.delete(from, to + 1).setNodeAttribute(tr.mapping.map(span.ownerFrom), 'list', list)
  // In the formatting of what is replaced.
  const marks = state.doc.resolve(from + 1).marks()
  return tr.replaceWith(from, to + 1, schema.text(correction.text, marks))
}

/** Whether what was typed stands within one deletion. */
function isInDeletedText(state: EditorState): boolean {
  const { $head } = state.selection
  const { parent } = $head
  const after = deletionOf($head.nodeAfter?.marks ?? [])
  const index = $head.index() - 1
  const before = index > 0 ? deletionOf(parent.child(index - 1).marks) : null
  return after !== null && before?.id === after.id
}
