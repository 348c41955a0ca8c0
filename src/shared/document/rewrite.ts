import type { Mark, Node } from 'prosemirror-model'
import { Slice } from 'prosemirror-model'
import { AddMarkStep, RemoveMarkStep, ReplaceStep } from 'prosemirror-transform'
import type { Transform } from 'prosemirror-transform'
import type { ParagraphAttrs } from './attributes.ts'

/**
 * The plan of a rewrite of a document, in positions of that document, and the steps that carry it out:
 * marks first and replacements from the last to the first, so that no position needs mapping.
 */

type MarkChange = { readonly mark: Mark; readonly from: number; to: number }
/** Lies inside paragraphs at both ends; `slice` is empty for a deletion. */
export type Replacement = { readonly from: number; readonly to: number; readonly slice: Slice }

export type Rewrite = {
  readonly removed: MarkChange[]
  readonly added: MarkChange[]
  /** In text order. */
  readonly replacements: Replacement[]
}

export function createRewrite(): Rewrite {
  return { removed: [], added: [], replacements: [] }
}

/** Changes come in text order, so one to go on with is among the last few: there is one for each mark of a node. */
const RECENT = 8

function extend(changes: MarkChange[], mark: Mark, from: number, to: number): void {
  const last = changes.slice(-RECENT).find((change) => change.to === from && change.mark.eq(mark))
  if (last) last.to = to
  else changes.push({ mark, from, to })
}

/** Plans the marks that turn `before` into `after` on [from, to). */
export function changeMarks(
  rewrite: Rewrite,
  from: number,
  to: number,
  before: readonly Mark[],
  after: readonly Mark[],
): void {
  for (const mark of before) if (!mark.isInSet(after)) extend(rewrite.removed, mark, from, to)
  for (const mark of after) if (!mark.isInSet(before)) extend(rewrite.added, mark, from, to)
}

/** Plans a deletion; one that follows on from the last is joined to it. */
export function remove(rewrite: Rewrite, from: number, to: number): void {
  const last = rewrite.replacements.at(-1)
  if (last && last.to === from && last.slice.size === 0) {
    rewrite.replacements[rewrite.replacements.length - 1] = { from: last.from, to, slice: Slice.empty }
  } else rewrite.replacements.push({ from, to, slice: Slice.empty })
}

/** Appends the planned steps to a transform whose document is the one that was planned for. */
export function carryOut(rewrite: Rewrite, transform: Transform): void {
  // Removals first: an AddMarkStep that pushes out another mark would not be undone exactly.
  for (const { mark, from, to } of rewrite.removed) transform.step(new RemoveMarkStep(from, to, mark))
  for (const { mark, from, to } of rewrite.added) transform.step(new AddMarkStep(from, to, mark))
  for (const { from, to, slice } of rewrite.replacements.toReversed()) {
    transform.step(new ReplaceStep(from, to, slice))
  }
}

const ATTRIBUTES = ['style', 'list', 'align', 'paragraphMark', 'paragraphChange'] as const

/** Sets what differs, as steps that move nothing. Paragraphs are counted from `first`. */
export function setParagraphAttrs(
  transform: Transform,
  first: number,
  wanted: readonly ParagraphAttrs[],
): void {
  let position = startOf(transform.doc, first)
  for (const [index, attrs] of wanted.entries()) {
    const paragraph = transform.doc.child(first + index)
    for (const name of ATTRIBUTES) {
      // Objects of equal content and another order of keys give a needless step, never a wrong one.
      if (JSON.stringify(paragraph.attrs[name]) === JSON.stringify(attrs[name])) continue
      transform.setNodeAttribute(position, name, attrs[name])
    }
    position += paragraph.nodeSize
  }
}

/** The position before the paragraph of that index. */
export function startOf(doc: Node, index: number): number {
  let position = 0
  for (let at = 0; at < index; at++) position += doc.child(at).nodeSize
  return position
}
