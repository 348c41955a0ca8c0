import { Fragment, Slice } from 'prosemirror-model'
import type { Attrs, Mark, Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { inheritedAnchors } from './anchor-inheritance.ts'
import type { ParagraphAttrs } from './attributes.ts'
import { changedRanges, originOf } from './changed-ranges.ts'
import type { ChangedRange, Edited } from './changed-ranges.ts'
import { untouchedParagraphs, visitRetained } from './retained.ts'
import { carryOut, changeMarks, createRewrite, remove, setParagraphAttrs, startOf } from './rewrite.ts'
import type { Rewrite } from './rewrite.ts'
import { paragraphAt, runsBetween, stateOf } from './runs.ts'
import type { Run } from './runs.ts'
import { schema } from './schema.ts'
import { deletionFor, insertedMarks, insertionFor, isWithdrawn, retainedMarks } from './tracked-content.ts'
import type { ContentContext } from './tracked-content.ts'
import { createMapPosition } from './tracked-positions.ts'
import type { MapPosition, TrackedRange } from './tracked-positions.ts'
import { trackedAttrs } from './tracked-properties.ts'
import type { TrackedMark } from './tracked-properties.ts'

export type TrackingContext = { readonly author: string; readonly newId: () => string }

export type Tracked = {
  /** From the base to the tracked document. */
  readonly transform: Transform
  /**
   * Where a position of the edited document stands in the tracked one. `assoc` chooses the side of deleted text
   * that was kept there: -1 before it (Backspace), 1 after it (Delete, typing). One between paragraphs stays so.
   */
  readonly mapPosition: MapPosition
}

type Plan = {
  readonly base: Node
  readonly edited: Node
  readonly rewrite: Rewrite
  readonly marks: TrackedMark[]
  readonly context: ContentContext
}

function keepDeleted(plan: Plan, range: ChangedRange, removed: readonly Run[]): number {
  const { rewrite, context } = plan
  const isNew = (run: Run) => stateOf(run).deletion === undefined && !isWithdrawn(run, context.author)
  const deletion = removed.some(isNew) ? deletionFor(plan.base, range, removed, context) : null
  let kept = 0
  for (const run of removed) {
    if (isWithdrawn(run, context.author)) {
      remove(rewrite, run.from, run.to)
      continue
    }
    kept += run.to - run.from
    if (run.kind !== 'paragraph') continue
    const { index } = paragraphAt(plan.base, run.from)
    plan.marks.push({ kind: 'deleted', base: index, deletion: isNew(run) ? deletion : null })
  }
  if (deletion) markDeleted(rewrite, removed, isNew, schema.mark('deletion', deletion))
  return kept
}

/** One mark for each stretch, across paragraphs: a mark on a ¶ is none. */
function markDeleted(
  rewrite: Rewrite,
  removed: readonly Run[],
  isNew: (run: Run) => boolean,
  mark: Mark,
): void {
  let isOpen = false
  for (const run of removed) {
    if (run.kind !== 'paragraph') isOpen = isNew(run)
    if (!isOpen) continue
    const last = rewrite.added.at(-1)
    if (last?.mark === mark && last.to === run.from) last.to = run.to
    else rewrite.added.push({ mark, from: run.from, to: run.to })
  }
}

function planRange(plan: Plan, range: ChangedRange): TrackedRange {
  const removed = runsBetween(plan.base, range.fromA, range.toA)
  const kept = keepDeleted(plan, range, removed)
  if (range.fromB === range.toB) return { range, kept, insertion: null, anchors: [] }
  const insertion = insertionFor(plan.base, range, removed, plan.context)
  for (const run of runsBetween(plan.edited, range.fromB, range.toB)) {
    if (run.kind !== 'paragraph') continue
    const { index } = paragraphAt(plan.edited, run.from)
    plan.marks.push({ kind: 'inserted', edited: index, insertion })
  }
  return { range, kept, insertion, anchors: inheritedAnchors(plan.base, range, insertion.id) }
}

function planRetained(plan: Plan, from: number, to: number, fromEdited: number): void {
  visitRetained(plan.base, plan.edited, from, to, fromEdited, {
    inline: (start, end, before, after) => {
      changeMarks(plan.rewrite, start, end, before, retainedMarks(before, after, plan.context))
    },
    paragraph: (base, edited) => plan.marks.push({ kind: 'retained', base, edited }),
  })
}

/** The new text as a slice; open where it begins and ends within paragraphs of the base. */
function insertedSlice(
  plan: Plan,
  { range, insertion, anchors }: TrackedRange,
  attrs: Iterator<ParagraphAttrs>,
): Slice {
  if (!insertion) return Slice.empty
  const paragraphs: Node[] = []
  let content: Node[] = []
  for (const run of runsBetween(plan.edited, range.fromB, range.toB)) {
    if (run.kind === 'paragraph') {
      paragraphs.push(schema.nodes.para.create(attrs.next().value as ParagraphAttrs, content))
      content = []
    } else {
      const marks = insertedMarks(run.node, insertion, anchors)
      content.push(run.kind === 'text' ? schema.text(run.text, marks) : run.node.mark(marks))
    }
  }
  if (paragraphs.length === 0) return new Slice(Fragment.fromArray(content), 0, 0)
  const rest = paragraphAt(plan.base, range.toA).node
  return new Slice(Fragment.fromArray([...paragraphs, rest.type.create(rest.attrs, content)]), 1, 1)
}

function planInsertions(
  plan: Plan,
  tracked: readonly TrackedRange[],
  attrs: readonly ParagraphAttrs[],
): Rewrite {
  const inserted = attrs.filter((_, index) => plan.marks[index]?.kind === 'inserted').values()
  const replacements = [...plan.rewrite.replacements]
  for (const one of tracked) {
    const slice = insertedSlice(plan, one, inserted)
    const at = one.range.toA
    if (slice.size === 0) continue
    const before = replacements.findIndex((replacement) => replacement.to >= at)
    const touching = replacements[before]
    if (touching?.to === at) replacements[before] = { from: touching.from, to: at, slice }
    else replacements.splice(before < 0 ? replacements.length : before, 0, { from: at, to: at, slice })
  }
  return { ...plan.rewrite, replacements }
}

function once(make: () => string): () => string {
  let made: string | null = null
  return () => (made ??= make())
}

/**
 * Turns a local edit into its tracked form. What the edit took away is kept as deleted (only one's own insertions
 * go), what it brought is inserted after that, and changes of format and of paragraph properties are noted
 * with what they were. Accepting all of it gives the edited document, rejecting all of it the base.
 *
 * The edit is read as the difference between its first and its last document, as small as can be, and not step
 * by step: so a transaction of many steps leaves no more traces than what it did.
 */
export function trackChanges(base: Node, edit: Edited, context: TrackingContext): Tracked {
  const ranges = changedRanges(base, edit)
  const { before, after } = untouchedParagraphs(base, edit.doc, ranges)
  const plan: Plan = {
    base,
    edited: edit.doc,
    rewrite: createRewrite(),
    marks: [],
    context: { ...context, formatId: once(context.newId) },
  }
  let at = startOf(base, before) + 1
  let editedAt = at
  const tracked = ranges.map((range) => {
    planRetained(plan, at, range.fromA, editedAt)
    at = range.toA
    editedAt = range.toB
    return planRange(plan, range)
  })
  planRetained(plan, at, startOf(base, base.childCount - after) + 1, editedAt)

  const sources = new Map<Attrs, number>()
  for (let index = before; index < base.childCount - after; index++) {
    sources.set(base.child(index).attrs, index)
  }
  const attrs = trackedAttrs(base, edit.doc, plan.marks, {
    author: context.author,
    styleId: once(context.newId),
    sources,
    origin: (index) => {
      const position = originOf(edit, startOf(edit.doc, index))
      return position === null ? null : base.resolve(position).index(0)
    },
  })
  const transform = new Transform(base)
  carryOut(planInsertions(plan, tracked, attrs), transform)
  setParagraphAttrs(transform, before, attrs)
  return { transform, mapPosition: createMapPosition(edit.doc, tracked) }
}
