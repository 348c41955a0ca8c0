import { Mark } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import type { ChangeRef } from '../attributes.ts'
import type { ChangedRange } from './changed-ranges.ts'
import { isOwn } from './own-insertion.ts'
import { schema } from '../schema.ts'
import { isBy, stateAfter, stateBefore, stateOf } from './runs.ts'
import type { Flat, Run } from './runs.ts'
import {
  deletionOf,
  formatChangeOf,
  insertionOf,
  isAnchor,
  isFormatting,
  restoreMarks,
  storeMarks,
} from '../tracking-state.ts'

/** What becomes of text: of what an edit took away, of what it kept, and of what it brought. */

export type ContentContext = {
  readonly author: string
  readonly newId: () => string
  readonly formatId: () => string
  /** What the edit moves from one place to another is one change of this id; null for any other edit. */
  readonly moveId: (() => string) | null
  /** Anchors that new text may bring along: `comment:ID`, `claim:ID`. */
  readonly carried: ReadonlySet<string>
  /** The insertion of the note, row or cell that all of this stands in, when it is the author's own. */
  readonly surrounding: ChangeRef | null
}

/** Whether new text may bring this anchor along. */
export function isCarried(mark: Mark, carried: ReadonlySet<string>): boolean {
  return isAnchor(mark) && carried.has(`${mark.type.name}:${String(mark.attrs['id'])}`)
}

/** The new place of moved text, or the old one; not what was typed into it since. */
export function isMoved(change: ChangeRef | undefined): boolean {
  return change?.move !== undefined && change.move === change.id
}

/**
 * One's own insertion goes when one deletes it, unless somebody else has tracked its deletion already. Text that one
 * has moved was not new: its deletion is a change of its own, until it is moved on.
 */
export function isWithdrawn(run: Run, { author, moveId }: ContentContext): boolean {
  const { insertion, deletion } = stateOf(run)
  if (deletion !== undefined || !isBy(insertion, author) || (moveId === null && isMoved(insertion)))
    return false
  // A note may hold what somebody else has written.
  return run.kind === 'paragraph' || run.node.children.every((child) => isOwn(child, author))
}

function movedBy({ author, moveId }: ContentContext): ChangeRef | null {
  if (!moveId) return null
  const id = moveId()
  return { id, author, move: id }
}

/** The change that a deletion becomes: one's own deletion beside it, or in it, grows; else a new one. */
export function deletionFor(
  base: Flat,
  range: ChangedRange,
  removed: readonly Run[],
  context: ContentContext,
): ChangeRef {
  const { author, newId } = context
  const moved = movedBy(context)
  if (moved) return moved
  const known = [stateBefore(base, range.fromA), ...removed.map(stateOf), stateAfter(base, range.toA)]
  const own = known.find(({ deletion }) => isBy(deletion, author) && !isMoved(deletion))
  return own?.deletion ?? { id: newId(), author }
}

/** The move that new text comes to stand within: it goes when that is rejected. */
function moveAround(base: Flat, range: ChangedRange): string | null {
  const move = stateBefore(base, range.fromA).insertion?.move
  return move !== undefined && move === stateAfter(base, range.toA).insertion?.move ? move : null
}

/** The change that an insertion becomes: what was typed right before or after it, or what it replaces, grows. */
export function insertionFor(
  base: Flat,
  range: ChangedRange,
  removed: readonly Run[],
  context: ContentContext,
): ChangeRef {
  const { author, newId } = context
  const withdrawn = removed.filter((run) => isWithdrawn(run, context)).map(stateOf)
  const moved = movedBy(context)
  if (moved) return moved
  const isDirectlyAfter = withdrawn.length === removed.length
  const known = [
    ...(isDirectlyAfter ? [stateBefore(base, range.fromA)] : []),
    ...withdrawn,
    stateAfter(base, range.toA),
  ]
  const move = moveAround(base, range)
  const own = known.find(
    ({ insertion, deletion }) =>
      deletion === undefined &&
      isBy(insertion, author) &&
      !isMoved(insertion) &&
      (insertion.move ?? null) === move,
  )
  if (own?.insertion) return own.insertion
  if (move !== null) return { id: newId(), author, move }
  return context.surrounding ?? { id: newId(), author }
}

/** Marks of new text: its formatting, nobody's tracking, and the anchors it comes to stand in or has brought along. */
export function insertedMarks(
  node: Node,
  insertion: ChangeRef,
  anchors: readonly Mark[],
  carried: ReadonlySet<string>,
): readonly Mark[] {
  const own = node.marks.filter(
    (mark) => isFormatting(mark) || (isCarried(mark, carried) && !mark.isInSet(anchors)),
  )
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
