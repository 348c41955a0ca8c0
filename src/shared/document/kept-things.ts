import type { Node } from 'prosemirror-model'
import type { PreservedAttrs, PreservedKind } from './word-attributes.ts'
import { schema } from './schema.ts'

export type KeptCount = { readonly kind: PreservedKind; readonly count: number }

/** What of a Word file stands in the text as it is, counted by kind, most first. */
export function keptThings(doc: Node): readonly KeptCount[] {
  const counts = new Map<PreservedKind, number>()
  doc.descendants((node) => {
    if (node.type !== schema.nodes.preserved) return
    const { kind } = node.attrs as PreservedAttrs
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  })
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((one, other) => other.count - one.count)
}
