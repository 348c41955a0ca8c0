import type { Mark, Node } from 'prosemirror-model'
import { Slice } from 'prosemirror-model'
import {
  AddMarkStep,
  AddNodeMarkStep,
  AttrStep,
  RemoveMarkStep,
  RemoveNodeMarkStep,
  ReplaceStep,
} from 'prosemirror-transform'
import type { Step, Transform } from 'prosemirror-transform'
import type { ParagraphAttrs } from '../attributes.ts'
import { containerAt, isUnit } from '../containers.ts'
import { asOneStep, paragraphsAsOneStep } from './many-places.ts'
import type { ParagraphPlace } from './many-places.ts'

/**
 * The plan of a rewrite of a document, in positions of that document, and the steps that carry it out:
 * marks and attributes first and replacements from the last to the first, so that no position needs mapping.
 */

type MarkChange = {
  readonly mark: Mark
  readonly from: number
  to: number
  /** On a note as a whole: what stands in it is left alone. */
  readonly isOnUnit: boolean
}
/** Both ends lie inside paragraphs, or both between nodes; `slice` is empty for a deletion. */
export type Replacement = {
  readonly from: number
  readonly to: number
  readonly slice: Slice
  /** Both ends lie between nodes. */
  readonly isClosed: boolean
}

export type Rewrite = {
  readonly removed: MarkChange[]
  readonly added: MarkChange[]
  readonly attributes: { readonly position: number; readonly name: string; readonly value: unknown }[]
  /** In text order. */
  readonly replacements: Replacement[]
}

export function createRewrite(): Rewrite {
  return { removed: [], added: [], attributes: [], replacements: [] }
}

/** Changes come in text order, so one to go on with is among the last few: there is one for each mark of a node. */
const RECENT = 8

function extend(changes: MarkChange[], mark: Mark, from: number, to: number, isOnUnit: boolean): void {
  const last = isOnUnit
    ? undefined
    : changes.slice(-RECENT).find((change) => !change.isOnUnit && change.to === from && change.mark.eq(mark))
  if (last) last.to = to
  else changes.push({ mark, from, to, isOnUnit })
}

/** Plans the marks that turn `before` into `after` on the inline node, or part of one, at [from, to). */
export function changeMarks(
  rewrite: Rewrite,
  node: Node,
  from: number,
  to: number,
  before: readonly Mark[],
  after: readonly Mark[],
): void {
  const isOnUnit = isUnit(node)
  for (const mark of before) if (!mark.isInSet(after)) extend(rewrite.removed, mark, from, to, isOnUnit)
  for (const mark of after) if (!mark.isInSet(before)) extend(rewrite.added, mark, from, to, isOnUnit)
}

/** Plans a mark on the inline nodes in [from, to) of a paragraph that begins before `from`; on notes as a whole. */
export function addMark(rewrite: Rewrite, node: Node, from: number, to: number, mark: Mark): void {
  extend(rewrite.added, mark, from, to, isUnit(node))
}

/** Plans a deletion; one that follows on from the last is joined to it. */
export function remove(rewrite: Rewrite, from: number, to: number, isClosed = false): void {
  const last = rewrite.replacements.at(-1)
  if (last && last.to === from && last.slice.size === 0 && last.isClosed === isClosed) {
    rewrite.replacements[rewrite.replacements.length - 1] = { ...last, to }
  } else rewrite.replacements.push({ from, to, slice: Slice.empty, isClosed })
}

function markStep({ mark, from, to, isOnUnit }: MarkChange, isAdded: boolean, by: number): Step {
  if (isOnUnit)
    return isAdded ? new AddNodeMarkStep(from + by, mark) : new RemoveNodeMarkStep(from + by, mark)
  return isAdded ? new AddMarkStep(from + by, to + by, mark) : new RemoveMarkStep(from + by, to + by, mark)
}

/** Appends the planned steps to a transform in whose document everything planned for stands `by` further on. */
export function carryOut(rewrite: Rewrite, transform: Transform, by: number): void {
  const whole = by === 0 ? asOneStep(transform.doc, rewrite) : null
  if (whole) {
    setAttributes(rewrite, transform, by)
    transform.step(whole)
    return
  }
  // Removals first: an AddMarkStep that pushes out another mark would not be undone exactly.
  for (const change of rewrite.removed) transform.step(markStep(change, false, by))
  for (const change of rewrite.added) transform.step(markStep(change, true, by))
  setAttributes(rewrite, transform, by)
  for (const { from, to, slice } of rewrite.replacements.toReversed()) {
    transform.step(new ReplaceStep(from + by, to + by, slice))
  }
}

function setAttributes({ attributes }: Rewrite, transform: Transform, by: number): void {
  for (const { position, name, value } of attributes) {
    transform.step(new AttrStep(position + by, name, value))
  }
}

const ATTRIBUTES = ['style', 'list', 'align', 'look', 'paragraphMark', 'paragraphChange'] as const

function differences({ attrs }: Node, wanted: ParagraphAttrs): Partial<ParagraphAttrs> {
  // Objects of equal content and another order of keys give a needless change, never a wrong one.
  const names = ATTRIBUTES.filter((name) => JSON.stringify(attrs[name]) !== JSON.stringify(wanted[name]))
  return Object.fromEntries(names.map((name) => [name, wanted[name]]))
}

/**
 * Sets what differs, as steps that move nothing: of the paragraphs of the container whose content begins at `start`,
 * from its child `first` on (which begins `width` further), tables passed by.
 */
export function setParagraphAttrs(
  transform: Transform,
  start: number,
  { first, width }: { readonly first: number; readonly width: number },
  wanted: readonly ParagraphAttrs[],
): void {
  const container = containerAt(transform.doc, start)
  const places: ParagraphPlace[] = []
  let before = start + width
  let next = 0
  for (let index = first; next < wanted.length && index < container.childCount; index++) {
    const node = container.child(index)
    const attrs = wanted[next]
    if (node.isTextblock && attrs) {
      next += 1
      const changed = differences(node, attrs)
      if (Object.keys(changed).length > 0) places.push({ before, node, attrs: changed })
    }
    before += node.nodeSize
  }
  setAttributesOf(transform, places)
}

/** Of many paragraphs as one step, for each step walks by all the others. */
export function setAttributesOf(transform: Transform, places: readonly ParagraphPlace[]): void {
  const whole = paragraphsAsOneStep(places)
  if (whole) {
    transform.step(whole)
    return
  }
  for (const { before, attrs } of places) {
    for (const [name, value] of Object.entries(attrs)) transform.step(new AttrStep(before, name, value))
  }
}
