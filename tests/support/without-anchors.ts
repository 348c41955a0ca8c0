import { Fragment } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { isAnchor } from '../../src/shared/document/tracking-state.ts'

/** Comments and claims are set apart from edits, and may differ where the text is the same. */
export function withoutAnchors(node: Node): Node {
  const content = Fragment.fromArray(node.children.map(withoutAnchors))
  const bare = node.isText ? node : node.copy(content)
  return bare.mark(node.marks.filter((mark) => !isAnchor(mark)))
}
