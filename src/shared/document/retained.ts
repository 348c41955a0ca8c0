import type { Mark, Node } from 'prosemirror-model'
import type { ChangedRange } from './changed-ranges.ts'
import { endOf, paragraphAt, runsBetween } from './runs.ts'
import { isMarkDeleted } from './tracking-state.ts'

export type RetainedVisitor = {
  /** A stretch of the base, its marks there, and its marks in the edited document. */
  inline(from: number, to: number, before: readonly Mark[], after: readonly Mark[]): void
  /** A ¶ that stands in both, by the index of the paragraphs it closes. */
  paragraph(base: number, edited: number): void
}

function visitInline(
  base: Node,
  edited: Node,
  from: number,
  width: number,
  fromEdited: number,
  visitor: RetainedVisitor,
): void {
  const others = runsBetween(edited, fromEdited, fromEdited + width)
  let at = 0
  for (const run of runsBetween(base, from, from + width)) {
    let { from: start } = run
    while (start < run.to) {
      const other = others[at]
      if (!other) return
      const end = Math.min(run.to, other.to - fromEdited + from)
      visitor.inline(start, end, run.node.marks, other.node.marks)
      if (other.to - fromEdited + from === end) at += 1
      start = end
    }
  }
}

/** Walks what is the same text in both documents, from base `from` to `to`; a paragraph that is one node in both is skipped. */
export function visitRetained(
  base: Node,
  edited: Node,
  from: number,
  to: number,
  fromEdited: number,
  visitor: RetainedVisitor,
): void {
  const shift = fromEdited - from
  let at = from
  while (at < to) {
    const one = paragraphAt(base, at)
    const other = paragraphAt(edited, at + shift)
    const end = one.start + one.node.nodeSize - 1
    const isWhole = at === one.start + 1 && at + shift === other.start + 1 && end + 2 <= to
    if (!isWhole || one.node !== other.node) {
      visitInline(base, edited, at, Math.min(to, end) - at, at + shift, visitor)
    }
    if (end + 2 > to) return
    visitor.paragraph(one.index, other.index)
    at = end + 2
  }
}

/** Paragraphs at the start and the end that are the same nodes, and have no part in what has changed. */
export function untouchedParagraphs(
  base: Node,
  edited: Node,
  ranges: readonly ChangedRange[],
): { before: number; after: number } {
  const from = ranges[0]?.fromA ?? endOf(base)
  const to = ranges.at(-1)?.toA ?? 1
  const most = Math.min(base.childCount, edited.childCount)
  let before = 0
  for (let end = 1; before < most; before++) {
    const paragraph = base.child(before)
    end += paragraph.nodeSize
    if (paragraph !== edited.child(before) || end > from) break
  }
  let after = 0
  for (let start = endOf(base); after < most - before; after++) {
    const paragraph = base.child(base.childCount - 1 - after)
    start -= paragraph.nodeSize
    if (paragraph !== edited.child(edited.childCount - 1 - after) || start < to) break
  }
  // A visible paragraph is looked at whole: from behind the ¶ that ends the one before, to its own.
  while (before > 0 && isMarkDeleted(base.child(before - 1))) before -= 1
  if (after > 0) after -= 1
  while (after > 0 && isMarkDeleted(base.child(base.childCount - 1 - after))) after -= 1
  return { before, after }
}
