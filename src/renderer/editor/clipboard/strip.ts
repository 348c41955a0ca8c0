import { Fragment, Slice } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import type { ParagraphAttrs } from '../../../shared/document/attributes.ts'
import { schema } from '../../../shared/document/schema.ts'
import { isFormatting, paragraphAttrs } from '../../../shared/document/tracking-state.ts'

/**
 * Takes from a slice whatever belongs to the review it came from: deleted words, change marks, anchors, paragraph
 * tracking, and the headline's style, of which an article has one.
 */
export function stripTracking(slice: Slice): Slice {
  return new Slice(stripFragment(slice.content), slice.openStart, slice.openEnd)
}

function stripFragment(fragment: Fragment): Fragment {
  const nodes: Node[] = []
  fragment.forEach((node) => {
    if (schema.marks.deletion.isInSet(node.marks)) return
    nodes.push(node.isInline ? stripInline(node) : stripParagraph(node))
  })
  return Fragment.from(nodes)
}

function stripInline(node: Node): Node {
  return node.mark(node.marks.filter(isFormatting))
}

function stripParagraph(node: Node): Node {
  const attrs = paragraphAttrs(node)
  const style = attrs.style === 'headline' ? 'heading1' : attrs.style
  const clean: ParagraphAttrs = { ...attrs, style, paragraphMark: null, paragraphChange: null }
  return node.type.create(clean, stripFragment(node.content))
}
