import { Mark } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import type { ChangeRef } from './attributes.ts'
import type { ChangedRange } from './changed-ranges.ts'
import { schema } from './schema.ts'
import { isBy, stateAfter, stateBefore, stateOf } from './runs.ts'
import type { Run } from './runs.ts'
import {
  deletionOf,
  formatChangeOf,
  insertionOf,
  isFormatting,
  restoreMarks,
  storeMarks,
} from './tracking-state.ts'

/** What becomes of text: of what an edit took away, of what it kept, and of what it brought. */

export type ContentContext = {
  readonly author: string
  readonly newId: () => string
  readonly formatId: () => string
}

/** One's own insertion goes when one deletes it, unless somebody else has tracked its deletion already. */
export function isWithdrawn(run: Run, author: string): boolean {
  const { insertion, deletion } = stateOf(run)
  return deletion === undefined && isBy(insertion, author)
}

/** The change that a deletion becomes: one's own deletion beside it, or in it, grows; else a new one. */
export function deletionFor(
  base: Node,
  range: ChangedRange,
  removed: readonly Run[],
  context: ContentContext,
): ChangeRef {
  const { author, newId } = context
  const known = [stateBefore(base, range.fromA), ...removed.map(stateOf), stateAfter(base, range.toA)]
  const own = known.find(({ deletion }) => isBy(deletion, author))
  return own?.deletion ?? { id: newId(), author }
}

/** The change that an insertion becomes: what was typed right before or after it, or what it replaces, grows. */
export function insertionFor(
  base: Node,
  range: ChangedRange,
  removed: readonly Run[],
  context: ContentContext,
): ChangeRef {
  const { author, newId } = context
  const withdrawn = removed.filter((run) => isWithdrawn(run, author)).map(stateOf)
  const isDirectlyAfter = withdrawn.length === removed.length
  const known = [
    ...(isDirectlyAfter ? [stateBefore(base, range.fromA)] : []),
    ...withdrawn,
    stateAfter(base, range.toA),
  ]
  const own = known.find(({ insertion, deletion }) => deletion === undefined && isBy(insertion, author))
  return own?.insertion ?? { id: newId(), author }
}

/** Marks of new text: its formatting, nobody's tracking, and the anchors it comes to stand in. */
export function insertedMarks(node: Node, insertion: ChangeRef, anchors: readonly Mark[]): readonly Mark[] {
  const own = node.marks.filter(isFormatting)
  return Mark.setFrom([...anchors, schema.mark('insertion', insertion), ...own])
}

/**
 * Marks of text that stays: the tracking state and the anchors of the base (anchors are set apart from edits, by
 * addAnchor), the formatting of the edit, and a note of the formatting before. Deleted text is not formatted; one's
 * own insertion is, without a trace.
 */
export function retainedMarks(
  before: readonly Mark[],
  after: readonly Mark[],
  context: ContentContext,
): readonly Mark[] {
  const formatted = after.filter(isFormatting)
  const was = before.filter(isFormatting)
  if (Mark.sameSet(was, formatted) || deletionOf(before)) return before
  const change = formatChangeOf(before)
  const others = before.filter((mark) => !isFormatting(mark) && mark.type !== schema.marks.formatChange)
  const bare = [...others, ...formatted]
  if (!change && isBy(insertionOf(before) ?? undefined, context.author)) return Mark.setFrom(bare)
  const original = change?.before ?? storeMarks(was)
  if (Mark.sameSet(restoreMarks(original, []), formatted)) return Mark.setFrom(bare)
  const id = change && isBy(change, context.author) ? change.id : context.formatId()
  const mark = schema.mark('formatChange', { id, author: context.author, before: original })
  return Mark.setFrom([...bare, mark])
}
