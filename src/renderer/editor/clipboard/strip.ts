import { Fragment } from 'prosemirror-model'
import type { Attrs, Mark, Node, NodeType, Slice } from 'prosemirror-model'
import type { Tracking } from '../../../shared/document/attributes.ts'
import { schema } from '../../../shared/document/schema.ts'
import { cleanText } from './clean-text.ts'
import { openSlice } from './open-slice.ts'
import { deletionOf, isAnchor, isFormatting } from '../../../shared/document/tracking-state.ts'

/** Which anchors stay with the words. */
type Keep = (anchor: Mark) => boolean

const NONE: Keep = () => false

/**
 * Takes from a slice whatever belongs to the review it came from: deleted words, rows and cells, change marks,
 * tracking of paragraphs, and anchors; also the headline's style, of which an article has one.
 */
export function stripTracking(slice: Slice, keep: Keep = NONE): Slice {
  return openSlice(stripFragment(slice.content, keep), slice.openStart, slice.openEnd)
}

function isGone(node: Node): boolean {
  const tracking = node.attrs['tracking'] as Tracking | null | undefined
  return deletionOf(node.marks) !== null || tracking?.deletion !== undefined
}

function stripFragment(fragment: Fragment, keep: Keep): Fragment {
  return Fragment.fromArray(
    fragment.content.flatMap((node) => (isGone(node) ? [] : (stripNode(node, keep) ?? []))),
  )
}

function stripNode(node: Node, keep: Keep): Node | null {
  const marks = node.marks.filter((mark) => (isAnchor(mark) ? keep(mark) : isFormatting(mark)))
  if (node.isText) return stripText(node.text ?? '', marks)
  const content = stripFragment(node.content, keep)
  // A table or a row goes with the last thing in it.
  if (content.size === 0 && node.content.size > 0 && !node.type.validContent(content)) return null
  return node.type.create(stripAttrs(node.type, node.attrs), content, marks)
}

function stripText(text: string, marks: readonly Mark[]): Node | null {
  const clean = cleanText(text)
  return clean === '' ? null : schema.text(clean, marks)
}

function stripAttrs(type: NodeType, attrs: Attrs): Attrs {
  const clean: Record<string, unknown> = { ...attrs }
  for (const name of ['paragraphMark', 'paragraphChange', 'tracking', 'layoutChange'])
    if (name in clean) clean[name] = null
  if (type === schema.nodes.para && clean['style'] === 'headline') clean['style'] = 'heading1'
  return clean
}
