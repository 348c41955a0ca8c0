import type { Mark } from 'prosemirror-model'
import type { ChangeRef, ParagraphAttrs, Tracking } from './attributes.ts'
import { schema } from './schema.ts'
import { deletionOf, formatChangeOf, insertionOf, isFormatting, restoreMarks } from './tracking-state.ts'

/** What a decision makes of one thing: of marks, of the state of a ¶, a row or a cell, of paragraph properties. */

export type Verdict = 'accept' | 'reject'
export type Decision = { readonly decides: (id: string) => boolean; readonly verdict: Verdict }

const { insertion, deletion, formatChange } = schema.marks

/**
 * True when a thing goes: its deletion is accepted or its insertion rejected; with both (of two authors) the other
 * one is then gone together with it. What was put into moved text goes when the move is rejected.
 */
export function goes({ insertion: added, deletion: removed }: Tracking, decision: Decision): boolean {
  if (decision.verdict === 'accept') return removed !== undefined && decision.decides(removed.id)
  if (added === undefined) return false
  return decision.decides(added.id) || (added.move !== undefined && decision.decides(added.move))
}

export function areMarksGoing(marks: readonly Mark[], decision: Decision): boolean {
  if (marks.length === 0) return false
  const added = decision.verdict === 'reject' ? insertionOf(marks) : null
  const removed = decision.verdict === 'accept' ? deletionOf(marks) : null
  return goes({ ...(added ? { insertion: added } : {}), ...(removed ? { deletion: removed } : {}) }, decision)
}

/** What is left open of a change: nothing when it is decided, and no bond to a move that is. */
function openPart(ref: ChangeRef, { decides }: Decision): ChangeRef | null {
  if (decides(ref.id)) return null
  const isBound = ref.move !== undefined && !decides(ref.move)
  return ref.move === undefined || isBound ? ref : { id: ref.id, author: ref.author }
}

/** The state of a ¶, a row or a cell that stays; the very same when none of it is decided. */
export function settleTracking(tracking: Tracking | null, decision: Decision): Tracking | null {
  if (!tracking) return null
  const added = tracking.insertion ? openPart(tracking.insertion, decision) : null
  const removed = tracking.deletion ? openPart(tracking.deletion, decision) : null
  const isSame = added === (tracking.insertion ?? null) && removed === (tracking.deletion ?? null)
  if (isSame) return tracking
  if (!added && !removed) return null
  return { ...(added ? { insertion: added } : {}), ...(removed ? { deletion: removed } : {}) }
}

function settleMark(mark: Mark, decision: Decision): Mark | null {
  if (mark.type === formatChange) return decision.decides(String(mark.attrs['id'])) ? null : mark
  if (mark.type !== insertion && mark.type !== deletion) return mark
  const { id, author, move } = mark.attrs as ChangeRef & { readonly move: string | null }
  if (decision.decides(id)) return null
  return move !== null && decision.decides(move) ? mark.type.create({ id, author }) : mark
}

/** The marks of text or of an atom that stays; the very same when none of them is decided. */
export function settleMarks(marks: readonly Mark[], decision: Decision): readonly Mark[] {
  if (marks.length === 0) return marks
  const open = marks.flatMap((mark) => settleMark(mark, decision) ?? [])
  if (open.length === marks.length && open.every((mark, index) => mark === marks[index])) return marks
  const change = decision.verdict === 'reject' ? formatChangeOf(marks) : null
  if (!change || !decision.decides(change.id)) return open
  const bare = open.filter((mark) => !isFormatting(mark))
  return restoreMarks(change.before, bare)
}

/** Those attributes of a ¶ that stands which a decision changes. */
export function settleParagraph(attrs: ParagraphAttrs, decision: Decision): Partial<ParagraphAttrs> {
  const { paragraphMark, paragraphChange: change } = attrs
  const mark = settleTracking(paragraphMark, decision)
  const isChangeSettled = change !== null && decision.decides(change.id)
  return {
    ...(isChangeSettled && decision.verdict === 'reject' ? change.before : {}),
    ...(mark === paragraphMark ? {} : { paragraphMark: mark }),
    ...(isChangeSettled ? { paragraphChange: null } : {}),
  }
}
