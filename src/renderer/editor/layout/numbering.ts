import type { Node } from 'prosemirror-model'
import { paragraphAttrs } from '../../../shared/document/tracking-state.ts'

/** Headline, standfirst and byline have no number, and neither have empty paragraphs and tables. */
export function isNumbered(block: Node): boolean {
  if (!block.isTextblock) return false
  const { style } = paragraphAttrs(block)
  const isHead = style === 'headline' || style === 'standfirst' || style === 'byline'
  return !isHead && block.content.size > 0
}

/** The number in the gutter of the paragraph at a position of the document; null where it has none. */
export function paragraphNumber(doc: Node, position: number): number | null {
  const last = doc.resolve(Math.min(position, doc.content.size)).index(0)
  const block = doc.maybeChild(last)
  if (!block || !isNumbered(block)) return null
  let number = 0
  for (let index = 0; index <= last; index++) if (isNumbered(doc.child(index))) number += 1
  return number
}
