import type { Node } from 'prosemirror-model'
import type { ParagraphAttrs, RowAttrs, TableAttrs, Tracking } from '../../shared/document/attributes.ts'
import { pictureNames } from '../../shared/document/pictures.ts'
import { schema } from '../../shared/document/schema.ts'

/** Paragraphs never change once made: those that stand in many saved versions are looked into once. */
function once(
  namesOf: (block: Node) => ReadonlySet<string>,
): (blocks: readonly Node[]) => ReadonlySet<string> {
  const known = new WeakMap<Node, ReadonlySet<string>>()
  return (blocks) => {
    const names = new Set<string>()
    for (const block of blocks) {
      const found = known.get(block) ?? namesOf(block)
      known.set(block, found)
      for (const name of found) names.add(name)
    }
    return names
  }
}

/** Ids of everybody who made one of the changes that stand in a text. */
export const authorsIn = once(authorsOfBlock)
export const picturesIn = once(pictureNames)

function isFrame({ type }: Node): boolean {
  const { table, row, cell } = schema.nodes
  return type === table || type === row || type === cell
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
    } else if (isFrame(node)) {
      const { tracking, layoutChange } = node.attrs as TableAttrs & Partial<RowAttrs>
      addAll(tracking ?? null)
      if (layoutChange) authors.add(layoutChange.author)
    }
    node.forEach(visit)
  }
  visit(block)
  return authors
}
