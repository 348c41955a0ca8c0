import type { Node } from 'prosemirror-model'
import { closeHistory, history, redo, undo } from 'prosemirror-history'
import { EditorState } from 'prosemirror-state'
import type { Step } from 'prosemirror-transform'
import { schema } from '../../src/shared/document/schema.ts'

export type Since = 'typed' | 'commented' | 'deleted' | 'split'

/** A decision, then something that is no part of the history, then undo and redo of the decision. */
export function undoAround(
  doc: Node,
  steps: readonly Step[],
  since: Since,
  at: number,
): { undone: Node; redone: Node } {
  let state = EditorState.create({ doc, plugins: [history()] })
  const tr = closeHistory(state.tr)
  for (const step of steps) tr.step(step)
  state = state.apply(tr)
  const other = state.tr.setMeta('addToHistory', false)
  const last = state.doc.resolve(at).end()
  if (since === 'typed') other.insert(at, schema.text('zz'))
  else if (since === 'commented') other.addMark(at, last, schema.mark('comment', { id: 'new' }))
  else if (since === 'deleted') other.delete(at, Math.min(at + 2, last))
  else other.split(at)
  state = state.apply(other)
  undo(state, (next) => (state = state.apply(next)))
  const undone = state.doc
  redo(state, (next) => (state = state.apply(next)))
  return { undone, redone: state.doc }
}
