import type { EditorState, Transaction } from 'prosemirror-state'
import type { Edit } from '../../shared/contract.ts'
import { addAnchor, finalWords, removeAnchor, wordAt } from '../../shared/document/anchors.ts'
import type { Range } from '../../shared/document/index/document-index.ts'
import { readFinalText } from '../../shared/document/quotes/final-text.ts'
import { anchorKey, quotesOf } from '../../shared/document/quotes/quote.ts'
import { reattach } from '../../shared/document/quotes/reattach.ts'
import type { LostAnchor, Reattached } from '../../shared/document/quotes/reattach.ts'
import { stamp } from './tracking/stamp.ts'

/**
 * An anchor over the selection, or over the word at an empty one; null when there are no words to hold on to. A remark
 * may stand on deleted words, a claim not: nobody publishes them.
 */
export function anchorSelection(
  state: EditorState,
  mark: 'comment' | 'claim',
  id: string,
): Transaction | null {
  const { from, to, empty } = state.selection
  const range: Range | null = empty ? wordAt(state.doc, from) : { from, to }
  if (!range || (mark === 'claim' && finalWords(state.doc, range).trim() === '')) return null
  return anchorRange(state, mark, id, range)
}

/** An anchor over words that somebody else has found; null when there are none. */
export function anchorRange(
  state: EditorState,
  mark: 'comment' | 'claim',
  id: string,
  range: Range,
): Transaction | null {
  return outsideHistory(state, addAnchor(state.doc, mark, id, [range]).steps)
}

/** Puts an anchor that lost its words over them again where they are found; the transaction is null where they are not. */
export function findAnchor(
  state: EditorState,
  lost: LostAnchor,
): { readonly tr: Transaction | null; readonly outcome: Reattached } {
  const { transform, outcome } = reattach(state.doc, lost)
  return { tr: outsideHistory(state, transform.steps), outcome }
}

/** Takes an anchor out of the text; null where it does not stand in it. */
export function detachAnchor(state: EditorState, mark: 'comment' | 'claim', id: string): Transaction | null {
  return outsideHistory(state, removeAnchor(state.doc, mark, id).steps)
}

/** Takes it out of one stretch; null where it does not stand there. */
export function detachFrom(
  state: EditorState,
  mark: 'comment' | 'claim',
  id: string,
  range: Range,
): Transaction | null {
  return outsideHistory(state, removeAnchor(state.doc, mark, id, range).steps)
}

/** What finds an anchor again, should it be taken out now. */
export function lostAnchor(state: EditorState, mark: 'comment' | 'claim', id: string): LostAnchor {
  return { mark, id, quotes: quotesOf(readFinalText(state.doc), anchorKey(mark, id)) }
}

/** An act was refused: the anchors that its edit put in leave the text again; its other steps stay. */
export function takeBackAnchors(state: EditorState, edit: Edit): Transaction | null {
  let doc = state.doc
  const steps = addedAnchors(edit).flatMap(({ mark, id }) => {
    const removal = removeAnchor(doc, mark, id)
    doc = removal.doc
    return removal.steps
  })
  return outsideHistory(state, steps)
}

/** Undo is for the text: a remark is taken back by resolving or deleting it. */
function outsideHistory(state: EditorState, steps: Transaction['steps']): Transaction | null {
  if (steps.length === 0) return null
  const tr = stamp(state.tr, 'anchor').setMeta('addToHistory', false)
  for (const step of steps) tr.step(step)
  return tr
}

function addedAnchors(edit: Edit): readonly { mark: 'comment' | 'claim'; id: string }[] {
  return edit.steps.flatMap((step) => {
    const added = step['mark'] as { type?: unknown; attrs?: { id?: unknown } } | undefined
    const mark = added?.type
    const id = added?.attrs?.id
    const isAnchor = step.stepType === 'addMark' && (mark === 'comment' || mark === 'claim')
    return isAnchor && typeof id === 'string' ? [{ mark, id }] : []
  })
}
