import { Fragment } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { paragraphAttrs } from '../tracking-state.ts'

/** An empty line that nobody tracks. */
function isBare(block: Node | undefined): boolean {
  if (!block?.isTextblock || block.childCount > 0) return false
  const { paragraphMark, paragraphChange } = paragraphAttrs(block)
  return !paragraphMark && !paragraphChange
}

function isHeadline(block: Node | undefined): boolean {
  return block?.isTextblock === true && paragraphAttrs(block).style === 'headline'
}

function isBareHeadline(block: Node | undefined): block is Node {
  return isHeadline(block) && isBare(block)
}

function bareAtStart(blocks: readonly Node[]): number {
  const first = blocks.findIndex((block) => !isBare(block))
  return first < 0 ? blocks.length : first
}

/**
 * The copy without what an import takes off a file, and with what it puts there: empty lines before and after the text
 * are layout, and an article without a headline has an empty one. Neither is an edit of anybody.
 */
export function fitEnds(base: Node, copy: Node): Node {
  const [head] = base.children
  const blocks = [...copy.children]
  const atStart = bareAtStart(blocks)
  const atEnd = bareAtStart(blocks.toReversed())
  if (atStart === blocks.length) return copy
  // A line that was emptied stands at an end, too; only what the copy has more of was put there.
  const more = Math.max(0, blocks.length - base.childCount)
  const moreAtStart = Math.min(more, Math.max(0, atStart - bareAtStart(base.children)))
  const moreAtEnd = Math.min(more - moreAtStart, Math.max(0, atEnd - bareAtStart(base.children.toReversed())))
  // The last ¶ of a text ends it: it stays where it follows a table.
  const keepsLast = moreAtEnd === atEnd && blocks.at(-1 - atEnd)?.isTextblock !== true
  const kept = blocks.slice(moreAtStart, blocks.length - Math.max(0, moreAtEnd - (keepsLast ? 1 : 0)))
  // Words in the style of a headline were typed into the empty one, and stand in its place.
  const hasNoHead = atStart === 0 && isBareHeadline(head) && !isHeadline(blocks[0])
  return copy.copy(Fragment.fromArray(hasNoHead ? [head, ...kept] : kept))
}
