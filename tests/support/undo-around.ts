import type { Node } from 'prosemirror-model'
import { closeHistory, history, redo, undo } from 'prosemirror-history'
import { EditorState } from 'prosemirror-state'
import type { Step, Transform } from 'prosemirror-transform'
import { schema } from '../../src/shared/document/schema.ts'

export type Since = 'typed' | 'commented' | 'deleted' | 'split'

/** Behind two letters, or an atom: a note is never cut. */
function endOfNext(doc: Node, at: number): number {
  const next = doc.resolve(at).nodeAfter
  if (!next) return at
  return at + (next.isText ? Math.min(2, next.nodeSize) : next.nodeSize)
}

/** What somebody does at a place inside a paragraph. */
export function write<T extends Transform>(transform: T, since: Since, at: number): T {
  const last = transform.doc.resolve(at).end()
  if (since === 'typed') transform.insert(at, schema.text('zz'))
  else if (since === 'commented') transform.addMark(at, last, schema.mark('comment', { id: 'new' }))
  else if (since === 'deleted') transform.delete(at, Math.min(endOfNext(transform.doc, at), last))
  else transform.split(at)
  return transform
}

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
  state = state.apply(write(state.tr.setMeta('addToHistory', false), since, at))
  undo(state, (next) => (state = state.apply(next)))
  const undone = state.doc
  redo(state, (next) => (state = state.apply(next)))
  return { undone, redone: state.doc }
}
