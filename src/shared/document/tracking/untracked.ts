import { Mark } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { inheritedAnchors } from './anchor-inheritance.ts'
import type { ChangeRef, ParagraphMark } from '../attributes.ts'
import { changedRanges, correspondenceOf } from './changed-ranges.ts'
import type { ChangedRange, Edited } from './changed-ranges.ts'
import { matchChildren, pairWithin } from './matched-children.ts'
import { untouchedBlocks, visitRetained } from './retained.ts'
import { carryOut, changeMarks, createRewrite, setParagraphAttrs } from './rewrite.ts'
import type { Rewrite } from './rewrite.ts'
import { createFlat, positionAt, runsBetween, stateAfter, stateBefore } from './runs.ts'
import type { Flat } from './runs.ts'
import { schema } from '../schema.ts'
import { isCarried } from './tracked-content.ts'
import { findBlock, findChild, splitTouched } from './touched-units.ts'
import { isAnchor, isFormatting, paragraphAttrs } from '../tracking-state.ts'
import type { Pair } from './tracking-work.ts'

type Settling = {
  readonly base: Node
  readonly edited: Node
  readonly transform: Transform
  readonly carried: ReadonlySet<string>
}

type Places = {
  readonly base: Flat
  readonly edited: Flat
  readonly ranges: readonly ChangedRange[]
}

/** The insertion that new text stands in the middle of: it belongs to that, whoever types. */
function surroundingInsertion(base: Flat, range: ChangedRange): ChangeRef | null {
  const before = stateBefore(base, range.fromA).insertion
  return before && before.id === stateAfter(base, range.toA).insertion?.id ? before : null
}

function isElsewhere(doc: Node, mark: Mark, from: number, to: number): boolean {
  let found = false
  doc.descendants((node, position) => {
    const isOutside = position < from || position >= to
    found ||= node.isInline && isOutside && mark.isInSet(node.marks)
    return !found
  })
  return found
}

/** New text is nobody's change, with all that stands in it; and a table brings no tracking of its own. */
function settleWithin(rewrite: Rewrite, node: Node, before: number): void {
  if (node.isInline) {
    const settled = node.marks.filter((mark) => isAnchor(mark) || isFormatting(mark))
    changeMarks(rewrite, node, before, before + node.nodeSize, node.marks, settled)
  }
  for (const name of ['tracking', 'paragraphMark', 'paragraphChange', 'layoutChange']) {
    if ((node.attrs[name] ?? null) === null) continue
    rewrite.attributes.push({ position: before, name, value: null })
  }
  node.forEach((child, offset) => settleWithin(rewrite, child, before + 1 + offset))
}

function settleText(rewrite: Rewrite, work: Settling, places: Places, range: ChangedRange): void {
  const { base, edited } = places
  const inherited = inheritedAnchors(base, { from: range.fromA, to: range.toA }, null)
  const insertion = surroundingInsertion(base, range)
  const from = positionAt(edited, range.fromB)
  const to = positionAt(edited, range.toB)
  for (const run of runsBetween(edited, range.fromB, range.toB)) {
    if (run.kind === 'paragraph') continue
    run.node.forEach((child, offset) => settleWithin(rewrite, child, run.at + 1 + offset))
    if (run.kind === 'table') continue
    const { marks } = run.node
    // Words that were cut before bring their anchors along; a copy of words that are still there does not.
    const moved = marks.filter(
      (mark) =>
        isAnchor(mark) &&
        !mark.isInSet(inherited) &&
        (isCarried(mark, work.carried) || !isElsewhere(work.edited, mark, from, to)),
    )
    const tracking = insertion ? [schema.mark('insertion', insertion)] : []
    const settled = Mark.setFrom([...inherited, ...moved, ...tracking, ...marks.filter(isFormatting)])
    const width = run.kind === 'text' ? run.to - run.from : run.node.nodeSize
    changeMarks(rewrite, run.node, run.at, run.at + width, marks, settled)
  }
}

/** Walks the ¶ of the edited blocks, and the units that stay; a new ¶ has the state of its surroundings. */
function settleMarks({ base, edited, ranges }: Places, units: Pair[], inner: readonly ChangedRange[]) {
  const marks: (ParagraphMark | null)[] = []
  const visitRest = (from: number, to: number, fromEdited: number) => {
    visitRetained(base, edited, from, to, fromEdited, {
      inline: () => undefined,
      paragraph: (index) => marks.push(paragraphAttrs(base.container.child(index)).paragraphMark),
      unit: (was, before, is, editedBefore) => {
        const whole = { base: { node: was, before }, edited: { node: is, before: editedBefore } }
        units.push(pairWithin(whole, inner))
      },
    })
  }
  let at = 0
  let editedAt = 0
  for (const range of ranges) {
    visitRest(at, range.fromA, editedAt)
    const insertion = surroundingInsertion(base, range)
    for (const run of runsBetween(edited, range.fromB, range.toB)) {
      if (run.kind === 'paragraph') marks.push(insertion && { insertion })
    }
    at = range.toA
    editedAt = range.toB
  }
  visitRest(at, base.size, editedAt)
  return marks
}

function settleContainer(work: Settling, pair: Pair): void {
  const { transform } = work
  const { base, edited, baseStart, editedStart } = pair
  const { before, width, after } = untouchedBlocks(base, edited, baseStart, pair.touched)
  const flats = {
    base: createFlat(base, baseStart + width, before, base.childCount - after),
    edited: createFlat(edited, editedStart + width, before, edited.childCount - after),
  }
  const { own, inner } = splitTouched(findBlock(flats.base), findBlock(flats.edited), pair.touched)
  const places = { ...flats, ranges: changedRanges(flats.base, flats.edited, own) }
  const rewrite = createRewrite()
  for (const range of places.ranges) settleText(rewrite, work, places, range)
  const units: Pair[] = []
  const marks = settleMarks(places, units, inner)
  carryOut(rewrite, transform, 0)
  const paragraphs = flats.edited.blocks.filter(({ node }) => node.isTextblock)
  const wanted = paragraphs.map(({ node }, index) => ({
    ...paragraphAttrs(node),
    paragraphMark: marks[index] ?? null,
  }))
  setParagraphAttrs(transform, editedStart, { first: before, width }, wanted)
  for (const unit of units) settleUnit(work, unit)
}

function settleUnit(work: Settling, pair: Pair): void {
  const { table, row } = schema.nodes
  if (pair.base.type !== table && pair.base.type !== row) {
    settleContainer(work, pair)
    return
  }
  const { own, inner } = splitTouched(
    findChild(pair.base, pair.baseStart),
    findChild(pair.edited, pair.editedStart),
    pair.touched,
  )
  const rewrite = createRewrite()
  for (const child of matchChildren(pair, own)) {
    if (child.kind === 'added') settleWithin(rewrite, child.edited.node, child.edited.before)
    else if (child.kind === 'retained' && child.base.node !== child.edited.node) {
      settleUnit(work, pairWithin(child, inner))
    }
  }
  carryOut(rewrite, work.transform, 0)
}

/**
 * What an edit that is not tracked still owes to the tracking around it: steps on the edited document that move
 * nothing. New text is never born deleted, belongs to the insertion that it stands in and to the anchors of
 * trackChanges; and a ¶ keeps its own state, which ProseMirror copies on a split and loses on a join. `carried`: as
 * trackChanges takes it.
 */
export function settleUntracked(
  base: Node,
  edit: Edited,
  carried: ReadonlySet<string> = new Set(),
): Transform {
  const transform = new Transform(edit.doc)
  const { ranges } = correspondenceOf(edit.maps)
  const whole = { base, edited: edit.doc, baseStart: 0, editedStart: 0, touched: ranges }
  settleContainer({ base, edited: edit.doc, transform, carried }, whole)
  return transform
}
