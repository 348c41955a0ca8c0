import type { Node } from 'prosemirror-model'
import { schema } from './schema.ts'

/**
 * A container holds paragraphs, and the document tables among them: the document, a cell, a footnote. Text runs from
 * paragraph to paragraph within one; no edit joins two. Its last ¶ always stands.
 */
export function isContainer(node: Node): boolean {
  const { doc, cell, footnote } = schema.nodes
  return node.type === doc || node.type === cell || node.type === footnote
}

/** The container whose content begins at a position, as given by `containerAround`; 0 is the document's. */
export function containerAt(doc: Node, start: number): Node {
  const container = start === 0 ? doc : doc.nodeAt(start - 1)
  if (!container || !isContainer(container)) throw new RangeError(`No paragraphs begin at ${String(start)}`)
  return container
}

/** The innermost container around a position, its depth, and where its content begins. */
export function containerAround(
  doc: Node,
  position: number,
): { readonly node: Node; readonly depth: number; readonly start: number } {
  const place = doc.resolve(position)
  let { depth } = place
  while (!isContainer(place.node(depth))) depth -= 1
  return { node: place.node(depth), depth, start: place.start(depth) }
}

/** A table, or a note: it stands in the text as one thing, and holds containers of its own. */
export function isUnit(node: Node): boolean {
  return node.type === schema.nodes.table || node.type === schema.nodes.footnote
}
