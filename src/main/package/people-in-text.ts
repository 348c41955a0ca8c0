import type { Node } from 'prosemirror-model'
import type { CellAttrs, ParagraphAttrs, RowAttrs, Tracking } from '../../shared/document/attributes.ts'
import { schema } from '../../shared/document/schema.ts'

/** Paragraphs never change once made: those that stand in many saved versions are looked into once. */
const known = new WeakMap<Node, ReadonlySet<string>>()

/** Ids of everybody who made one of the changes that stand in a text. */
export function authorsIn(doc: Node): ReadonlySet<string> {
  const authors = new Set<string>()
  for (const block of doc.children) {
    const found = known.get(block) ?? authorsOfBlock(block)
    known.set(block, found)
    for (const author of found) authors.add(author)
  }
  return authors
}

function authorsOfBlock(block: Node): ReadonlySet<string> {
  const authors = new Set<string>()
  const addAll = (tracking: Tracking | null) => {
    for (const ref of [tracking?.insertion, tracking?.deletion]) if (ref) authors.add(ref.author)
  }
  const visit = (node: Node): void => {
    for (const { attrs } of node.marks) if (typeof attrs['author'] === 'string') authors.add(attrs['author'])
    if (node.type === schema.nodes.para) {
      const { paragraphMark, paragraphChange } = node.attrs as ParagraphAttrs
      addAll(paragraphMark)
      if (paragraphChange) authors.add(paragraphChange.author)
    } else if (node.type === schema.nodes.row || node.type === schema.nodes.cell) {
      addAll((node.attrs as RowAttrs | CellAttrs).tracking)
    }
    node.forEach(visit)
  }
  visit(block)
  return authors
}
