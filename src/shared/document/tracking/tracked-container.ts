import type { Attrs } from 'prosemirror-model'
import type { Transform } from 'prosemirror-transform'
import { inheritedAnchors } from './anchor-inheritance.ts'
import type { ChangeRef, ParagraphAttrs } from '../attributes.ts'
import { changedRanges } from './changed-ranges.ts'
import type { ChangedRange } from './changed-ranges.ts'
import { insertedSlices } from './inserted-slices.ts'
import { keepDeleted } from './kept-deletions.ts'
import { untouchedBlocks, visitRetained } from './retained.ts'
import { carryOut, changeMarks, createRewrite, setParagraphAttrs } from './rewrite.ts'
import { blockAt, createFlat, isBy, positionAt, runsBetween, stateOf } from './runs.ts'
import type { Flat } from './runs.ts'
import { schema } from '../schema.ts'
import { findBlock, splitTouched } from './touched-units.ts'
import { insertionFor, isMoved, retainedMarks } from './tracked-content.ts'
import type { ContentContext } from './tracked-content.ts'
import { trackedFlat } from './tracked-positions.ts'
import type { TrackedContainer, TrackedCopy, TrackedRange } from './tracked-positions.ts'
import { trackedAttrs } from './tracked-properties.ts'
import { trackRows } from './tracked-rows.ts'
import { within } from './tracked-tables.ts'
import { insertionOf } from '../tracking-state.ts'
import { once } from './tracking-work.ts'
import type { Pair, Plan, Work } from './tracking-work.ts'

function planNewMarks(plan: Plan, range: ChangedRange, insertion: ChangeRef): void {
  for (const run of runsBetween(plan.edited, range.fromB, range.toB)) {
    if (run.kind !== 'paragraph') continue
    plan.marks.push({ kind: 'inserted', edited: blockAt(plan.edited, run.from).index, insertion })
  }
}

function planRange(plan: Plan, range: ChangedRange): TrackedRange {
  const removed = runsBetween(plan.base, range.fromA, range.toA)
  if (range.fromB === range.toB) {
    return { range, kept: keepDeleted(plan, range, removed), insertion: null, anchors: [], lead: 0 }
  }
  const lead = leadOf(plan.edited, range)
  const before = lead > 0 ? 0 : keepDeleted(plan, range, removed)
  const insertion = insertionFor(plan.base, range, removed, plan.context)
  planNewMarks(plan, range, insertion)
  const kept = lead > 0 ? keepDeleted(plan, range, removed) : before
  const place = { from: range.fromA, to: range.toA }
  return { range, kept, insertion, anchors: inheritedAnchors(plan.base, place, insertion.id), lead }
}

/** A table cannot follow on deleted text, in the middle of a paragraph: it comes before, with all whole paragraphs. */
function leadOf(edited: Flat, { fromB, toB }: ChangedRange): number {
  if (blockAt(edited, fromB).node.isTextblock) return 0
  const last = blockAt(edited, toB)
  return (toB === last.to ? toB : last.from) - fromB
}

function planRetained(
  plan: Plan,
  from: number,
  to: number,
  fromEdited: number,
  touched: readonly ChangedRange[],
): void {
  visitRetained(plan.base, plan.edited, from, to, fromEdited, {
    inline: ({ node }, at, width, after) => {
      const marks = retainedMarks(node.marks, after, plan.context)
      changeMarks(plan.rewrite, node, at, at + width, node.marks, marks)
    },
    paragraph: (base, edited) => plan.marks.push({ kind: 'retained', base, edited }),
    unit: (base, before, edited, editedBefore) => {
      const within = touched.filter(({ fromA, toA }) => before < fromA && toA < before + base.nodeSize)
      const starts = { baseStart: before + 1, editedStart: editedBefore + 1 }
      plan.units.push({ base, edited, ...starts, touched: within })
    },
  })
}

/** The id of the move: that of an earlier one that goes on, or a new one where something is left behind. */
function moveIdFor(
  base: Flat,
  ranges: readonly ChangedRange[],
  { author, newId }: ContentContext,
): (() => string) | null {
  let isLeft = false
  for (const range of ranges) {
    for (const run of runsBetween(base, range.fromA, range.toA)) {
      const { insertion, deletion } = stateOf(run)
      if (deletion !== undefined) continue
      if (!isBy(insertion, author)) isLeft = true
      else if (isMoved(insertion)) return () => insertion.id
    }
  }
  return isLeft ? once(newId) : null
}

function planContainer(plan: Plan, ranges: readonly ChangedRange[], inner: readonly ChangedRange[]) {
  let at = 0
  let editedAt = 0
  const tracked = ranges.map((range) => {
    planRetained(plan, at, range.fromA, editedAt, inner)
    at = range.toA
    editedAt = range.toB
    return planRange(plan, range)
  })
  planRetained(plan, at, plan.base.size, editedAt, inner)
  return tracked
}

function attrsOf(plan: Plan, work: Work): ParagraphAttrs[] {
  const sources = new Map<Attrs, number>()
  const indexAt = new Map<number, number>()
  for (const { node, index, before } of plan.base.blocks) {
    if (!node.isTextblock) continue
    sources.set(node.attrs, index)
    indexAt.set(before, index)
  }
  const { blocks } = plan.edited
  const skipped = blocks[0]?.index ?? 0
  return trackedAttrs(plan.base.container, plan.edited.container, plan.marks, {
    author: plan.context.author,
    styleId: work.styleId,
    sources,
    origin: (index) => {
      const before = work.correspondence.origin(blocks[index - skipped]?.before ?? 0)
      return before === null ? null : (indexAt.get(before) ?? null)
    },
  })
}

/** Tracks what was edited in one container, and then in the tables and notes that stand in it. */
export function trackContainer(work: Work, pair: Pair, context: ContentContext): void {
  const { transform } = work
  const { base, edited, baseStart, editedStart } = pair
  const { before, width, after } = untouchedBlocks(base, edited, baseStart, pair.touched)
  const flats = {
    base: createFlat(base, baseStart + width, before, base.childCount - after),
    edited: createFlat(edited, editedStart + width, before, edited.childCount - after),
  }
  const { own, inner } = splitTouched(findBlock(flats.base), findBlock(flats.edited), pair.touched)
  const ranges = changedRanges(flats.base, flats.edited, own)
  const plan: Plan = {
    ...flats,
    doc: transform.docs[0] ?? transform.doc,
    rewrite: createRewrite(),
    marks: [],
    units: [],
    context: { ...context, moveId: work.isMove ? moveIdFor(flats.base, ranges, context) : null },
  }
  const tracked = planContainer(plan, ranges, inner)
  const attrs = attrsOf(plan, work)
  const start = transform.mapping.map(baseStart)
  const inserted = attrs.filter((_, index) => plan.marks[index]?.kind === 'inserted')
  const rewrite = { ...plan.rewrite, replacements: insertedSlices(plan, tracked, inserted) }
  carryOut(rewrite, transform, start - baseStart)
  setParagraphAttrs(transform, start, { first: before, width }, attrs)
  noteContainer(work, { ...flats, tracked, start, first: before, width, behind: after, editedStart })
  for (const unit of plan.units) trackUnit(work, unit, plan.context)
}

function noteContainer(
  work: Work,
  { base, edited, ...container }: Omit<TrackedContainer, 'steps'> & { readonly base: Flat },
): void {
  const known = { ...container, edited, steps: work.transform.steps.length }
  work.containers.set(container.editedStart, known)
  for (const { range } of container.tracked) {
    work.ranges.push({
      fromA: positionAt(base, range.fromA),
      toA: positionAt(base, range.toA),
      fromB: positionAt(edited, range.fromB),
      toB: positionAt(edited, range.toB),
    })
  }
  work.copies.push(() => copiesIn(work.transform, known))
}

/** The tables and notes that an edit brought whole. */
function copiesIn(transform: Transform, container: TrackedContainer): TrackedCopy[] {
  const { edited, tracked, steps } = container
  const copies: TrackedCopy[] = []
  let flat: Flat | null = null
  let shift = 0
  for (const { range, kept, lead } of tracked) {
    for (const run of runsBetween(edited, range.fromB, range.toB)) {
      if (run.kind !== 'table' && run.node.type !== schema.nodes.footnote) continue
      flat ??= trackedFlat(transform, container)
      const offset = run.from + shift + (run.from < range.fromB + lead ? 0 : kept)
      const to = run.at + run.node.nodeSize
      copies.push({ from: run.at, to, at: positionAt(flat, offset), steps, isCell: false })
    }
    shift += kept
  }
  return copies
}

function trackUnit(work: Work, unit: Pair, context: ContentContext): void {
  if (unit.base.type === schema.nodes.table) trackRows(work, unit, context, trackContainer)
  else {
    const insertion = insertionOf(unit.base.marks) ?? undefined
    trackContainer(work, unit, within(context, insertion))
  }
}
