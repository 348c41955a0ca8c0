import type { Node } from 'prosemirror-model'
import { Fragment, Slice } from 'prosemirror-model'
import { ReplaceStep } from 'prosemirror-transform'
import type { Step } from 'prosemirror-transform'

function sizeOf(blocks: readonly Node[]): number {
  return blocks.reduce((sum, block) => sum + block.nodeSize, 0)
}

/**
 * The one step that makes `other` out of `doc`, whatever stands in them; the whole blocks that both begin and end with
 * stay. Null where the two are equal.
 */
export function replacingStep(doc: Node, other: Node): Step | null {
  const [before, after] = [doc.children, other.children]
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head]?.eq(after[head] as Node) === true) head += 1
  if (head === before.length && head === after.length) return null
  let tail = 0
  const isSameAtEnd = () => before.at(-1 - tail)?.eq(after.at(-1 - tail) as Node) === true
  while (tail < shorter - head && isSameAtEnd()) tail += 1
  const from = sizeOf(before.slice(0, head))
  const to = doc.content.size - sizeOf(before.slice(before.length - tail))
  const blocks = Fragment.from(after.slice(head, after.length - tail))
  return new ReplaceStep(from, to, new Slice(blocks, 0, 0))
}
