import { Fragment } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import type { ChangeRef, Tracking } from '../attributes.ts'
import { schema } from '../schema.ts'

/** Whole nodes that came or went without tracking, as tracked ones. */

type Side = 'insertion' | 'deletion'

function withTracking(node: Node, name: 'paragraphMark' | 'tracking', side: Side, ref: ChangeRef): Node {
  const tracking = node.attrs[name] as Tracking | null
  if (tracking?.[side]) return node
  return node.type.create({ ...node.attrs, [name]: { ...tracking, [side]: ref } }, node.content, node.marks)
}

function textTracked(node: Node, side: Side, ref: ChangeRef): Node {
  const type = schema.marks[side]
  const isNote = node.type === schema.nodes.footnote
  const whole = isNote && side === 'insertion' ? node.copy(contentTracked(node, side, ref)) : node
  if (type.isInSet(node.marks)) return whole
  return whole.mark(type.create({ ...ref, move: null }).addToSet(node.marks))
}

/** Every text and inner ¶; the last ¶ of a cell or a note is nobody's. */
function contentTracked(container: Node, side: Side, ref: ChangeRef): Fragment {
  const { children } = container
  return Fragment.fromArray(
    children.map((child, index) => {
      if (!child.isTextblock) return nodeTracked(child, side, ref)
      const text = child.copy(Fragment.fromArray(child.children.map((one) => textTracked(one, side, ref))))
      return index === children.length - 1 ? text : withTracking(text, 'paragraphMark', side, ref)
    }),
  )
}

/**
 * The same node, inserted or deleted with all that it holds, as far as its parts are not so by somebody already. A
 * table is so by its rows; the cells of such a row need no mark of their own.
 */
export function nodeTracked(node: Node, side: Side, ref: ChangeRef): Node {
  const { table, row, cell } = schema.nodes
  if (node.isInline) return textTracked(node, side, ref)
  if (node.type === table)
    return node.copy(Fragment.fromArray(node.children.map((one) => nodeTracked(one, side, ref))))
  if (node.type === cell)
    return withTracking(node.copy(contentTracked(node, side, ref)), 'tracking', side, ref)
  const isRow = node.type === row
  if (!isRow) return node
  const cells = node.children.map((one) => one.copy(contentTracked(one, side, ref)))
  return withTracking(node.copy(Fragment.fromArray(cells)), 'tracking', side, ref)
}
