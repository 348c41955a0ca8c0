import { Fragment } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import type { ChangeEntry } from '../index/document-index.ts'
import { indexDocument } from '../index/document-index.ts'
import { isAnchor } from '../tracking-state.ts'
import { compare } from './compare.ts'

/** In whose name a comparison writes its differences: nobody's. */
export const COMPARISON = 'comparison'

/** A deletion and what takes its place are one. */
export type Difference = {
  /** Of the group; its first change has it as its own. */
  readonly id: string
  /** Of its changes in the redline. */
  readonly ids: readonly string[]
  readonly kind: ChangeEntry['kind'] | 'replacement'
  readonly inserted: string
  readonly deleted: string
  /** Of a format or a paragraph change, in words. */
  readonly description: string
}

export type Redline = {
  /** The first text with what leads to the second as tracked changes, without anchors. */
  readonly doc: Node
  /** In the order of the text. */
  readonly differences: readonly Difference[]
}

/** Who commented where is not what two texts are compared by. */
function withoutAnchors(node: Node): Node {
  if (node.isText) return node.mark(node.marks.filter((mark) => !isAnchor(mark)))
  const bare = node.copy(Fragment.fromArray(node.children.map(withoutAnchors)))
  return bare.mark(node.marks.filter((mark) => !isAnchor(mark)))
}

function grouped(changes: readonly ChangeEntry[]): readonly Difference[] {
  return [...Map.groupBy(changes, (entry) => entry.groupId)].flatMap(([id, [first, ...others]]) => {
    if (!first) return []
    const inserted = [first, ...others].map((entry) => entry.inserted).join('')
    const deleted = [first, ...others].map((entry) => entry.deleted).join('')
    const kind = others.length > 0 && inserted !== '' && deleted !== '' ? 'replacement' : first.kind
    const ids = [first, ...others].map((entry) => entry.id)
    return [{ id, ids, kind, inserted, deleted, description: first.description }]
  })
}

/** How one text became another, both as their final readings: as a redline, and as a list. */
export function redlineOf(one: Node, other: Node): Redline {
  let count = 0
  const newId = () => `difference-${(count += 1)}`
  const doc = compare(withoutAnchors(one), withoutAnchors(other), { author: COMPARISON, newId })
  return { doc, differences: grouped(indexDocument(doc).changes) }
}
