import { Fragment, Slice } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import type { CellAttrs, ChangeRef } from '../attributes.ts'
import { trackingOf } from './own-insertion.ts'
import { carryOut, createRewrite } from './rewrite.ts'
import type { Rewrite } from './rewrite.ts'
import { schema } from '../schema.ts'
import { matchChildren, pairWithin } from './matched-children.ts'
import type { Child } from './matched-children.ts'
import { findChild, splitTouched } from './touched-units.ts'
import type { ChangedRange } from './changed-ranges.ts'
import type { ContentContext } from './tracked-content.ts'
import type { TrackedCopy } from './tracked-positions.ts'
import { planLayout } from './tracked-layout.ts'
import { insertedCells, planDeleted, within } from './tracked-tables.ts'
import type { Pair, Work } from './tracking-work.ts'

/** Rows of a table that stays, and cells of a row that stays: what went, what came, and what was edited within. */

type NewChildren = { readonly at: number; readonly nodes: Node[]; readonly from: number }

type RowPlan = {
  readonly rewrite: Rewrite
  readonly retained: { readonly base: Child; readonly edited: Child }[]
  readonly added: NewChildren[]
}

type Refs = { readonly deletion: () => ChangeRef; readonly insertion: () => ChangeRef }

function planChildren(
  pair: Pair,
  own: readonly ChangedRange[],
  context: ContentContext,
  refs: Refs,
): RowPlan {
  const plan: RowPlan = { rewrite: createRewrite(), retained: [], added: [] }
  for (const child of matchChildren(pair, own)) {
    if (child.kind === 'retained') plan.retained.push(child)
    else if (child.kind === 'removed') {
      planDeleted(plan.rewrite, child.base.node, child.base.before, refs.deletion, context.author)
    } else {
      const { at, edited } = child
      const node = insertedCells(edited.node, refs.insertion(), context.carried)
      const last = plan.added.at(-1)
      if (last?.at === at) last.nodes.push(node)
      else plan.added.push({ at, nodes: [node], from: edited.before })
    }
  }
  return plan
}

const SHAPE = ['header', 'colspan', 'rowspan', 'colwidth'] as const satisfies readonly (keyof CellAttrs)[]

/** Word has no tracked change of a cell's shape, so that it stays as it was; but for one's own new row, which is all new. */
function planShapes({ rewrite, retained }: RowPlan, { surrounding }: ContentContext): void {
  if (surrounding === null) return
  for (const { base, edited } of retained) {
    for (const name of base.node.type === schema.nodes.cell ? SHAPE : []) {
      const value: unknown = edited.node.attrs[name]
      if (JSON.stringify(base.node.attrs[name]) === JSON.stringify(value)) continue
      rewrite.attributes.push({ position: base.before, name, value })
    }
  }
}

function carryOutPlan(work: Work, pair: Pair, { rewrite, added }: RowPlan): void {
  const { transform } = work
  const by = transform.mapping.map(pair.baseStart) - pair.baseStart
  carryOut({ ...rewrite, replacements: [] }, transform, by)
  const removals = rewrite.replacements.map((replacement) => ({ replacement, editedFrom: null }))
  const insertions = added.map(({ at, nodes, from }) => {
    const slice = new Slice(Fragment.fromArray(nodes), 0, 0)
    return { replacement: { from: at, to: at, slice, isClosed: true }, editedFrom: from }
  })
  const all = [...removals, ...insertions].toSorted((one, other) => one.replacement.to - other.replacement.to)
  const copies: TrackedCopy[] = []
  for (const { replacement, editedFrom } of all.toReversed()) {
    carryOut({ ...createRewrite(), replacements: [replacement] }, transform, by)
    if (editedFrom === null) continue
    const to = editedFrom + replacement.slice.size
    const at = replacement.from + by
    copies.push({ from: editedFrom, to, at, steps: transform.steps.length, isCell: true })
  }
  work.copies.push(() => copies)
}

type TrackPair = (work: Work, pair: Pair, context: ContentContext) => void

function trackChildren(work: Work, pair: Pair, context: ContentContext, trackWithin: TrackPair): void {
  const { author } = context
  const { own, inner } = splitTouched(
    findChild(pair.base, pair.baseStart),
    findChild(pair.edited, pair.editedStart),
    pair.touched,
  )
  const plan = planChildren(pair, own, context, {
    deletion: () => ({ id: work.cellsId(), author }),
    insertion: () => context.surrounding ?? { id: work.cellsId(), author },
  })
  planShapes(plan, context)
  for (const { base, edited } of plan.retained) {
    const { insertion } = trackingOf(base.node)
    planLayout(plan.rewrite, base, edited, { ...within(context, insertion), layoutId: work.layoutId })
  }
  work.ranges.push(...own)
  carryOutPlan(work, pair, plan)
  for (const child of plan.retained) {
    if (child.base.node === child.edited.node) continue
    const { insertion } = trackingOf(child.base.node)
    trackWithin(work, pairWithin(child, inner), within(context, insertion))
  }
}

function trackTable({ transform, layoutId }: Work, table: Pair, context: ContentContext): void {
  const rewrite = createRewrite()
  const base = { node: table.base, before: table.baseStart - 1 }
  const edited = { node: table.edited, before: table.editedStart - 1 }
  planLayout(rewrite, base, edited, { ...context, layoutId })
  carryOut(rewrite, transform, transform.mapping.map(table.baseStart) - table.baseStart)
}

/** Tracks what was edited in a table: its rows, their cells, and by `trackCell` what stands in these. */
export function trackRows(work: Work, table: Pair, context: ContentContext, trackCell: TrackPair): void {
  trackTable(work, table, context)
  trackChildren(work, table, context, (_, row, rowContext) => {
    trackChildren(work, row, rowContext, trackCell)
  })
}
