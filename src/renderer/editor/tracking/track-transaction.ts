import { AllSelection, TextSelection } from 'prosemirror-state'
import type { EditorState, Transaction } from 'prosemirror-state'
import { trackChanges } from '../../../shared/document/tracker.ts'
import { caretSide, stamp } from './stamp.ts'
import { changedRanges } from './typing-groups.ts'
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
  const tracked = trackChanges(
    state.doc,
    { doc: tr.doc, maps: tr.mapping.maps },
    { author: tracking.author, newId: tracking.newId },
  )
  const next = stamp(state.tr, 'tracked')
  for (const step of tracked.transform.steps) next.step(step)
  next.setTime(tr.time)

  const { selection } = tr
  if (selection instanceof AllSelection) next.setSelection(new AllSelection(next.doc))
  else {
    const side = caretSide(tr) === 'before' ? -1 : 1
    const anchor = next.doc.resolve(tracked.mapPosition(selection.anchor, side))
    const head = selection.empty ? anchor : next.doc.resolve(tracked.mapPosition(selection.head, side))
    next.setSelection(TextSelection.between(anchor, head))
  }
  if (tr.storedMarksSet) next.setStoredMarks(tr.storedMarks)
  if (tr.scrolledIntoView) next.scrollIntoView()
  for (const name of KEPT_META) {
    const value: unknown = tr.getMeta(name)
    if (value !== undefined) next.setMeta(name, value)
  }
  const composition: unknown = tr.getMeta('composition')
  next.setMeta('composition', composition ?? groupOf(tr, tracked.mapPosition, tracking.groups))
  return next
}

function groupOf(
  tr: Transaction,
  mapPosition: (position: number, side: -1 | 1) => number,
  groups: TypingGroups,
): number {
  const ranges = changedRanges(tr)
  return groups.next(
    tr.time,
    ranges.map((range) => range.before),
    ranges.map(({ after }) => ({ from: mapPosition(after.from, -1), to: mapPosition(after.to, 1) })),
  )
}
