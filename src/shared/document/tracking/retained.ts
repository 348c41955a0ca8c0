import type { Mark, Node } from 'prosemirror-model'
import type { ChangedRange } from './changed-ranges.ts'
import { schema } from '../schema.ts'
import { blockAt, runsBetween } from './runs.ts'
import type { Flat, Run } from './runs.ts'
import { isMarkDeleted } from '../tracking-state.ts'

export type RetainedVisitor = {
  /** A stretch of the base (ProseMirror position and width), its marks there, and those it has in the edited document. */
  inline(run: Run, at: number, width: number, after: readonly Mark[]): void
  /** A ¶ that stands in both, by the index of the paragraphs it closes. */
  paragraph(base: number, edited: number): void
  /** A table or a note that stands in both, as different nodes; positions before it. */
  unit(base: Node, before: number, edited: Node, editedBefore: number): void
}

function visitInline(run: Run, others: readonly Run[], shift: number, visitor: RetainedVisitor): void {
  for (const other of others) {
    const from = Math.max(run.from, other.from - shift)
    const to = Math.min(run.to, other.to - shift)
    if (from >= to) continue
    const width = run.kind === 'text' ? to - from : run.node.nodeSize
    visitor.inline(run, run.at + from - run.from, width, other.node.marks)
  }
}

function visitBlock(
  base: readonly Run[],
  edited: readonly Run[],
  shift: number,
  indexes: { readonly base: number; readonly edited: number },
  visitor: RetainedVisitor,
): void {
  let at = 0
  for (const run of base) {
    while ((edited[at]?.to ?? Infinity) - shift <= run.from) at += 1
    const other = edited[at]
    if (!other) return
    if (run.kind === 'paragraph') visitor.paragraph(indexes.base, indexes.edited)
    else if (run.kind !== 'table') {
      let end = at
      while ((edited[end]?.to ?? Infinity) - shift < run.to) end += 1
      visitInline(run, edited.slice(at, end + 1), shift, visitor)
    }
    const isUnit = run.kind === 'table' || run.node.type === schema.nodes.footnote
    const isOtherLook = run.node.attrs['look'] !== other.node.attrs['look']
    if (isUnit && (run.node.content !== other.node.content || isOtherLook)) {
      visitor.unit(run.node, run.at, other.node, other.at)
    }
  }
}

function placeOf(flat: Flat, offset: number): number {
  return blockAt(flat, offset).index - (flat.blocks[0]?.index ?? 0)
}

/** Walks what is the same text in both, from offset `from` to `to` of the base; a block that is one node in both is not looked into. */
export function visitRetained(
  base: Flat,
  edited: Flat,
  from: number,
  to: number,
  fromEdited: number,
  visitor: RetainedVisitor,
): void {
  const shift = fromEdited - from
  if (from >= to) return
  const others = edited.blocks
  let otherAt = placeOf(edited, fromEdited)
  for (let at = placeOf(base, from); at < base.blocks.length; at++) {
    const block = base.blocks[at]
    if (!block || block.from >= to) return
    const start = Math.max(from, block.from)
    const end = Math.min(to, block.to)
    while ((others[otherAt]?.to ?? Infinity) <= start + shift) otherAt += 1
    const other = others[otherAt]
    if (!other) return
    const indexes = { base: block.index, edited: other.index }
    const isWhole = start === block.from && end === block.to && other.from === start + shift
    if (isWhole && block.node === other.node) {
      if (block.node.isTextblock) visitor.paragraph(block.index, other.index)
      continue
    }
    const was = runsBetween(base, start, end)
    const is = runsBetween(edited, start + shift, end + shift)
    visitBlock(was, is, shift, indexes, visitor)
  }
}

function markRunsOn(container: Node, index: number): boolean {
  for (let at = index; at >= 0; at--) {
    const block = container.child(at)
    if (block.isTextblock) return isMarkDeleted(block)
  }
  return false
}

function startsAt(block: Node, before: number): number {
  return block.isTextblock ? before + 1 : before
}

export type UntouchedBlocks = {
  readonly before: number
  /** How wide these are together. */
  readonly width: number
  readonly after: number
}

/**
 * How many blocks at the start and at the end are the same nodes, and have no part in what was touched (positions
 * of the base, whose content begins at `start`). What is left, one paragraph at least, begins behind a ¶ that stands and
 * ends with one.
 */
export function untouchedBlocks(
  base: Node,
  edited: Node,
  start: number,
  ranges: readonly ChangedRange[],
): UntouchedBlocks {
  const from = ranges[0]?.fromA ?? Infinity
  const to = ranges.at(-1)?.toA ?? 0
  // Plain arrays: all of a long text is passed by at every key.
  const was = base.children
  const is = edited.children
  const most = Math.min(was.length, is.length)
  let before = 0
  let width = 0
  for (; before < most - 1; before++) {
    const block = was[before]
    if (!block || block !== is[before] || start + width + block.nodeSize > from) break
    width += block.nodeSize
  }
  let after = 0
  for (let at = start + base.content.size; after < most - before; after++) {
    const block = was[was.length - 1 - after]
    if (!block || block !== is[is.length - 1 - after]) break
    at -= block.nodeSize
    if (startsAt(block, at) < to) break
  }
  // A visible paragraph is looked at whole: from behind the ¶ that ends the one before, to its own.
  while (before > 0 && markRunsOn(base, before - 1)) {
    before -= 1
    width -= base.child(before).nodeSize
  }
  const isOpen = () => {
    const last = base.child(base.childCount - 1 - after)
    return !last.isTextblock || isMarkDeleted(last)
  }
  if (after > 0) after -= 1
  while (after > 0 && isOpen()) after -= 1
  return { before, width, after }
}
