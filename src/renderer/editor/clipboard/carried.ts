import type { Mark, Node, Slice } from 'prosemirror-model'
import { anchorKey } from '../../../shared/document/quotes/quote.ts'
import { deletionOf, isAnchor } from '../../../shared/document/tracking-state.ts'

/**
 * Anchors that move with their words. Words that were cut take their comments and claims along to where they are
 * pasted, once: a second paste, or one after the cut was undone, is a copy and brings none.
 */

export function keyOf({ type, attrs }: Mark): string {
  return anchorKey(type.name === 'claim' ? 'claim' : 'comment', String(attrs['id']))
}

/** How much text each anchor has that is not deleted: a length for each key. */
export function standing(content: Pick<Node, 'descendants'> | Slice['content']): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>()
  content.descendants((node) => {
    if (deletionOf(node.marks)) return false
    for (const mark of node.isInline ? node.marks.filter(isAnchor) : []) {
      lengths.set(keyOf(mark), (lengths.get(keyOf(mark)) ?? 0) + node.nodeSize)
    }
    return true
  })
  return lengths
}

/** What stands of each anchor of a slice once the slice is cut out of the document. */
export function leftAfterCut(doc: Node, cut: Slice): ReadonlyMap<string, number> {
  const before = standing(doc)
  return new Map([...standing(cut.content)].map(([key, length]) => [key, (before.get(key) ?? 0) - length]))
}

/** The anchors that have as much text now as the cut left them: their words are in nobody's hands but the clipboard's. */
export function onTheWay(doc: Node, left: ReadonlyMap<string, number>): ReadonlySet<string> {
  const now = standing(doc)
  return new Set([...left].flatMap(([key, length]) => ((now.get(key) ?? 0) === length ? [key] : [])))
}
