import { Slice } from 'prosemirror-model'
import type { Fragment, Node } from 'prosemirror-model'

function depthOf(content: Fragment, next: (node: Node | Fragment) => Node | null): number {
  let depth = 0
  for (let node = next(content); node && !node.isLeaf; node = next(node)) depth += 1
  return depth
}

/** A slice as open as it was, but no deeper than what is left in it: its first row may be gone. */
export function openSlice(content: Fragment, openStart: number, openEnd: number): Slice {
  const start = depthOf(content, (node) => node.firstChild)
  const end = depthOf(content, (node) => node.lastChild)
  return new Slice(content, Math.min(openStart, start), Math.min(openEnd, end))
}
