import { Fragment, Slice } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { ReplaceStep } from 'prosemirror-transform'
import type { Transform } from 'prosemirror-transform'
import { paragraphAttrs, propertiesOf } from '../../../shared/document/tracking-state.ts'
import { spanAt } from '../../../shared/document/visible-span.ts'
import { liveTextOf } from './live-text.ts'
import { giveProperties, ownerAttrs } from './properties.ts'

/**
 * Whole blocks always come to stand between visible paragraphs. Returns the position between the two that a place in
 * a paragraph is or becomes: the paragraph is split unless the place is at its edge. A container ends in a paragraph,
 * so behind its last one there is no such place.
 */
export function gapAt(transform: Transform, position: number): number {
  const span = spanAt(transform.doc, position)
  if (!span) return position
  if (liveTextOf(span, position).text === '' && span.owner < span.container.childCount - 1) return span.to
  if (liveTextOf(span, span.from, position).text === '') return span.from
  return splitAt(transform, position)
}

/**
 * Splits a paragraph as Enter does, and returns the position between its halves. The right-hand one keeps the ¶; the
 * left one gets a new one, and what was seen there, which is its owner's where its own ¶ is deleted.
 */
export function splitAt(transform: Transform, position: number): number {
  const span = spanAt(transform.doc, position)
  if (!span) return position
  const seen = ownerAttrs(span)
  const before = transform.doc.resolve(position).before()
  // Both halves keep the attributes themselves, by which the tracker tells a copy from a choice.
  transform.split(position)
  if (before !== span.ownerFrom) giveProperties(transform, before, propertiesOf(seen))
  const left = transform.doc.nodeAt(before)
  if (left && paragraphAttrs(left).paragraphMark) transform.setNodeAttribute(before, 'paragraphMark', null)
  return position + 1
}

function insert(transform: Transform, position: number, content: Fragment): void {
  if (content.size > 0) transform.step(new ReplaceStep(position, position, new Slice(content, 0, 0)))
}

/**
 * Puts paragraphs and tables in at a place of a paragraph of the document; words of an open end join those that stand
 * there. Returns where what was put in ends.
 */
export function insertBlocks(
  transform: Transform,
  position: number,
  { content, openStart, openEnd }: Slice,
): number {
  const blocks: Node[] = [...content.content]
  const head = openStart > 0 ? blocks.shift() : undefined
  const words = head?.content ?? Fragment.empty
  insert(transform, position, words)
  const place = position + words.size
  const steps = transform.steps.length
  const gap = gapAt(transform, place)
  const isSplit = transform.steps.length > steps
  const tail = openEnd > 0 && isSplit ? blocks.pop() : undefined
  const whole = Fragment.fromArray(blocks)
  insert(transform, gap, whole)
  const behind = gap + whole.size
  insert(transform, behind + 1, tail?.content ?? Fragment.empty)
  return tail ? behind + 1 + tail.content.size : behind
}
