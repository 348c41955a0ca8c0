import { Fragment, Slice } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import type { ParagraphAttrs } from '../attributes.ts'
import type { Replacement } from './rewrite.ts'
import { blockAt, isBlockStart, positionAt, positionBetween, runsBetween } from './runs.ts'
import { schema } from '../schema.ts'
import type { TrackedRange } from './tracked-positions.ts'
import { insertedCells, insertedInline } from './tracked-tables.ts'
import type { Plan } from './tracking-work.ts'

/** The text that an edit brought, as slices for the places of the base where it comes to stand. */

type NewText = { readonly blocks: readonly Node[]; readonly rest: readonly Node[] }

/** Whole paragraphs and tables, and what stands behind the last of them. */
function newText(
  plan: Plan,
  { range, insertion, anchors }: TrackedRange,
  attrs: Iterator<ParagraphAttrs>,
): NewText {
  const { carried } = plan.context
  const blocks: Node[] = []
  let content: Node[] = []
  if (!insertion) return { blocks, rest: content }
  for (const run of runsBetween(plan.edited, range.fromB, range.toB)) {
    if (run.kind === 'paragraph') {
      blocks.push(schema.nodes.para.create(attrs.next().value as ParagraphAttrs, content))
      content = []
    } else if (run.kind === 'table') blocks.push(insertedCells(run.node, insertion, carried))
    else {
      const node = run.kind === 'text' ? schema.text(run.text, run.node.marks) : run.node
      content.push(insertedInline(node, insertion, anchors, carried))
    }
  }
  return { blocks, rest: content }
}

/** Open where it begins and ends within paragraphs of the base; closed beside a table. */
function replacementsFor(plan: Plan, one: TrackedRange, attrs: Iterator<ParagraphAttrs>): Replacement[] {
  const { blocks, rest } = newText(plan, one, attrs)
  const at = one.range.toA
  const inside = positionAt(plan.base, at)
  const open = (slice: Slice) => ({ from: inside, to: inside, slice, isClosed: false })
  const tail = new Slice(Fragment.fromArray([...rest]), 0, 0)
  if (blocks.length === 0) return tail.size === 0 ? [] : [open(tail)]
  const first = one.lead > 0 ? one.range.fromA : at
  const { node: next } = blockAt(plan.base, first)
  if (!isBlockStart(plan.base, first) || (one.lead === 0 && next.isTextblock)) {
    const last = next.type.create(next.attrs, rest)
    return [open(new Slice(Fragment.fromArray([...blocks, last]), 1, 1))]
  }
  const between = positionBetween(plan.base, first)
  const slice = new Slice(Fragment.fromArray([...blocks]), 0, 0)
  const closed = { from: between, to: between, slice, isClosed: true }
  return tail.size === 0 ? [closed] : [closed, open(tail)]
}

/** The planned removals and, in their places, the new text; in text order. `attrs`: of each new ¶. */
export function insertedSlices(
  plan: Plan,
  tracked: readonly TrackedRange[],
  attrs: readonly ParagraphAttrs[],
): Replacement[] {
  const removals = plan.rewrite.replacements.values()
  const remaining = attrs.values()
  const merged: Replacement[] = []
  let removal = removals.next()
  const passTo = (position: number) => {
    for (; removal.done !== true && removal.value.to <= position; removal = removals.next()) {
      merged.push(removal.value)
    }
  }
  for (const insertion of tracked.flatMap((one) => replacementsFor(plan, one, remaining))) {
    passTo(insertion.from)
    const last = merged.at(-1)
    // One step does both where the removal ends where the new text comes in, within a paragraph.
    if (last && last.to === insertion.from && !last.isClosed && !insertion.isClosed) {
      merged[merged.length - 1] = { ...last, slice: insertion.slice }
    } else merged.push(insertion)
  }
  passTo(Infinity)
  return merged
}
