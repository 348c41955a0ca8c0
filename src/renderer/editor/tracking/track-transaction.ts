import { AllSelection, TextSelection } from 'prosemirror-state'
import type { EditorState, Transaction } from 'prosemirror-state'
import { MANY_PLACES } from '../../../shared/document/tracking/many-places.ts'
import { trackChanges } from '../../../shared/document/tracking/tracker.ts'
import { carriedAnchors, caretSide, isMove, stamp } from './stamp.ts'
import type { TypingGroups } from './typing-groups.ts'

export type Tracking = {
  readonly author: string
  readonly newId: () => string
  readonly groups: TypingGroups
}

const KEPT_META = ['paste', 'cut', 'uiEvent', 'addToHistory', 'pointer', 'inputType']

/**
 * The tracked form of a local edit: the same outcome once its changes are accepted, and `state.doc` once they are
 * rejected. Selection, stored marks, scrolling and typing groups carry over.
 */
export function trackTransaction(state: EditorState, tr: Transaction, tracking: Tracking): Transaction {
  const edited = { doc: tr.doc, maps: tr.mapping.maps }
  const { author, newId, groups } = tracking
  const tracked = trackChanges(state.doc, edited, {
    author,
    newId,
    isMove: isMove(tr),
    carried: carriedAnchors(tr),
  })
  const { ranges } = tracked
  const next = stamp(state.tr, 'tracked')
  for (const step of tracked.transform.steps) next.step(step)
  next.setTime(tr.time)

  // Typing goes on after the words it replaced; a deletion leaves the caret where the command wants it.
  const side = (caretSide(tr) ?? (putsIn(tr) ? 'after' : 'before')) === 'after' ? 1 : -1
  next.setSelection(carrySelection(tr, next, (position) => tracked.mapPosition(position, side)))
  if (tr.storedMarksSet) next.setStoredMarks(tr.storedMarks)
  if (tr.scrolledIntoView) next.scrollIntoView()
  for (const name of KEPT_META) {
    const value: unknown = tr.getMeta(name)
    if (value !== undefined) next.setMeta(name, value)
  }
  const group = groups.next(
    tr.time,
    ranges.map(({ fromA, toA }) => ({ from: fromA, to: toA })),
    // No typing goes on with what was changed in very many places at once.
    (ranges.length < MANY_PLACES ? ranges : []).map(({ fromB, toB }) => ({
      from: tracked.mapPosition(fromB, -1),
      to: tracked.mapPosition(toB, 1),
    })),
  )
  const composition: unknown = tr.getMeta('composition')
  return next.setMeta('composition', composition ?? group)
}

/**
 * Whether the edit wrote anything. Read from the steps, not from the difference: a letter typed over words that begin
 * with it leaves no insertion behind, and the next letters still belong after the words that are gone.
 */
function putsIn(tr: Transaction): boolean {
  return tr.mapping.maps.some((map) => {
    let written = false
    map.forEach((_oldFrom, _oldTo, from, to) => {
      written ||= from < to
    })
    return written
  })
}

function carrySelection(tr: Transaction, next: Transaction, map: (position: number) => number) {
  const { selection } = tr
  if (selection instanceof AllSelection) return new AllSelection(next.doc)
  const anchor = next.doc.resolve(map(selection.anchor))
  const head = selection.empty ? anchor : next.doc.resolve(map(selection.head))
  return TextSelection.between(anchor, head)
}
