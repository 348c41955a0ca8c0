import type { Mark } from 'prosemirror-model'
import type { ChangeRef, ParagraphAttrs, Tracking } from '../attributes.ts'
import { schema } from '../schema.ts'
import type { FormatChange } from '../tracking-state.ts'
import { isFormatting, restoreMarks, restoreProperties } from '../tracking-state.ts'
import type { LayoutAttrs } from '../word-attributes.ts'

/** What a decision makes of one thing: of marks, of the state of a ¶, a row or a cell, of paragraph properties. */

export type Verdict = 'accept' | 'reject'
export type Decision = { readonly decides: (id: string) => boolean; readonly verdict: Verdict }

type ChangeMarkAttrs = { readonly id: string; readonly author: string; readonly move: string | null }

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

/** Read from the mark itself: a decision on a long text asks this of tens of thousands of nodes. */
export function areMarksGoing(marks: readonly Mark[], { decides, verdict }: Decision): boolean {
  const going = verdict === 'accept' ? deletion : insertion
  for (const { type, attrs } of marks) {
    if (type !== going) continue
    const { id, move } = attrs as ChangeMarkAttrs
    return decides(id) || (verdict === 'reject' && move !== null && decides(move))
  }
  return false
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
  const { id, author, move } = mark.attrs as ChangeMarkAttrs
  if (decision.decides(id)) return null
  return move !== null && decision.decides(move) ? mark.type.create({ id, author }) : mark
}

/** The marks of text or of an atom that stays; the very same when none of them is decided. */
export function settleMarks(marks: readonly Mark[], decision: Decision): readonly Mark[] {
  let change: FormatChange | null = null
  let open: readonly Mark[] = marks
  for (const mark of marks) {
    const settled = settleMark(mark, decision)
    if (settled === mark) continue
    open = open.flatMap((one) => (one === mark ? (settled ?? []) : one))
    if (mark.type === formatChange && decision.verdict === 'reject') change = mark.attrs as FormatChange
  }
  return change
    ? restoreMarks(
        change.before,
        open.filter((mark) => !isFormatting(mark)),
      )
    : open
}

/** Those attributes of a ¶ that stands which a decision changes. */
export function settleParagraph(attrs: ParagraphAttrs, decision: Decision): Partial<ParagraphAttrs> {
  const { paragraphMark, paragraphChange: change } = attrs
  const mark = settleTracking(paragraphMark, decision)
  const isChangeSettled = change !== null && decision.decides(change.id)
  return {
    ...(isChangeSettled && decision.verdict === 'reject' ? restoreProperties(change.before) : {}),
    ...(mark === paragraphMark ? {} : { paragraphMark: mark }),
    ...(isChangeSettled ? { paragraphChange: null } : {}),
  }
}

/** Those attributes of the layout of a table, a row or a cell that a decision changes. */
export function settleLayout(
  { layoutChange: change }: LayoutAttrs,
  decision: Decision,
): Partial<LayoutAttrs> {
  if (change === null || !decision.decides(change.id)) return {}
  return { ...(decision.verdict === 'reject' ? { look: change.before } : {}), layoutChange: null }
}
