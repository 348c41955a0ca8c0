import { Mark } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { inheritedAnchors } from './anchor-inheritance.ts'
import type { ChangeRef, ParagraphMark } from './attributes.ts'
import { changedRanges } from './changed-ranges.ts'
import type { ChangedRange, Edited } from './changed-ranges.ts'
import { visitRetained } from './retained.ts'
import { carryOut, changeMarks, createRewrite, setParagraphAttrs } from './rewrite.ts'
import type { Rewrite } from './rewrite.ts'
import { endOf, paragraphAt, runsBetween, stateAfter, stateBefore } from './runs.ts'
import { schema } from './schema.ts'
import { isAnchor, isFormatting, paragraphAttrs } from './tracking-state.ts'

/** The insertion that new text stands in the middle of: it belongs to that, whoever types. */
function surroundingInsertion(base: Node, range: ChangedRange): ChangeRef | null {
  const before = stateBefore(base, range.fromA).insertion
  return before && before.id === stateAfter(base, range.toA).insertion?.id ? before : null
}

function isElsewhere(doc: Node, mark: Mark, range: ChangedRange): boolean {
  let found = false
  doc.descendants((node, position) => {
    const isOutside = position < range.fromB || position >= range.toB
    found ||= node.isInline && isOutside && mark.isInSet(node.marks)
    return !found
  })
  return found
}

function settleText(rewrite: Rewrite, base: Node, edited: Node, range: ChangedRange): void {
  const inherited = inheritedAnchors(base, range, null)
  const insertion = surroundingInsertion(base, range)
  for (const run of runsBetween(edited, range.fromB, range.toB)) {
    if (run.kind === 'paragraph') continue
    const { marks } = run.node
    // Words that were cut before bring their anchors along; a copy of words that are still there does not.
    const moved = marks.filter(
      (mark) => isAnchor(mark) && !mark.isInSet(inherited) && !isElsewhere(edited, mark, range),
    )
    const tracking = insertion ? [schema.mark('insertion', insertion)] : []
    const settled = Mark.setFrom([...inherited, ...moved, ...tracking, ...marks.filter(isFormatting)])
    changeMarks(rewrite, run.from, run.to, marks, settled)
  }
}

function paragraphsIn(doc: Node, from: number, to: number): number[] {
  return runsBetween(doc, from, to)
    .filter((run) => run.kind === 'paragraph')
    .map((run) => paragraphAt(doc, run.from).index)
}

/** The state of every ¶ of the edited document: its own where it was there before, else that of its surroundings. */
function settleMarks(base: Node, edited: Node, ranges: readonly ChangedRange[]): (ParagraphMark | null)[] {
  const marks: (ParagraphMark | null)[] = []
  const visitRest = (from: number, to: number, fromEdited: number) => {
    visitRetained(base, edited, from, to, fromEdited, {
      inline: () => undefined,
      paragraph: (index) => marks.push(paragraphAttrs(base.child(index)).paragraphMark),
    })
  }
  let at = 1
  let editedAt = 1
  for (const range of ranges) {
    visitRest(at, range.fromA, editedAt)
    const insertion = surroundingInsertion(base, range)
    for (const _ of paragraphsIn(edited, range.fromB, range.toB)) marks.push(insertion && { insertion })
    at = range.toA
    editedAt = range.toB
  }
  visitRest(at, endOf(base), editedAt)
  return marks
}

function hasSameAttrs(base: Node, edited: Node): boolean {
  return (
    base.childCount === edited.childCount &&
    base.children.every((paragraph, index) => paragraph.attrs === edited.child(index).attrs)
  )
}

/**
 * What an edit that is not tracked still owes to the tracking around it: steps on the edited document that move
 * nothing. New text is never born deleted, belongs to the insertion that it stands in and to the anchors of
 * trackChanges; and a ¶ keeps its own state, which ProseMirror copies on a split and loses on a join.
 */
export function settleUntracked(base: Node, edit: Edited): Transform {
  const ranges = changedRanges(base, edit)
  const rewrite = createRewrite()
  for (const range of ranges) settleText(rewrite, base, edit.doc, range)
  const transform = new Transform(edit.doc)
  carryOut(rewrite, transform)
  if (hasSameAttrs(base, edit.doc)) return transform
  const wanted = settleMarks(base, edit.doc, ranges).map((paragraphMark, index) => ({
    ...paragraphAttrs(edit.doc.child(index)),
    paragraphMark,
  }))
  setParagraphAttrs(transform, 0, wanted)
  return transform
}
