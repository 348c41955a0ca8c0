import type { Node } from 'prosemirror-model'
import type { Tracking } from '../../../shared/document/attributes.ts'
import { schema } from '../../../shared/document/schema.ts'
import { paragraphAttrs } from '../../../shared/document/tracking-state.ts'
import type { LayoutChange } from '../../../shared/document/word-attributes.ts'
import type { ChangeKind } from '../../../shared/model/change.ts'

/** Earlier ones name a change that is several. */
const ORDER: readonly ChangeKind[] = [
  'move',
  'cells',
  'insertion',
  'deletion',
  'format',
  'split',
  'join',
  'paragraph',
  'layout',
]

/** What each change in a document is. */
export function changeKinds(doc: Node): ReadonlyMap<string, ChangeKind> {
  const { insertion, deletion, formatChange } = schema.marks
  const kinds = new Map<string, ChangeKind>()
  const say = (id: string, kind: ChangeKind): void => {
    const before = kinds.get(id)
    if (before === kind) return
    if (!before || ORDER.indexOf(kind) < ORDER.indexOf(before)) kinds.set(id, kind)
  }
  const sayBoth = (tracking: Tracking, inserted: ChangeKind, deleted: ChangeKind): void => {
    const { insertion, deletion } = tracking
    if (insertion) say(insertion.id, insertion.move === insertion.id ? 'move' : inserted)
    if (deletion) say(deletion.id, deletion.move === deletion.id ? 'move' : deleted)
  }
  doc.descendants((node) => {
    if (node.isInline) {
      for (const { type, attrs } of node.marks) {
        const { id, move } = attrs as { readonly id: string; readonly move?: string | null }
        if (type === insertion) say(id, move === id ? 'move' : 'insertion')
        else if (type === deletion) say(id, move === id ? 'move' : 'deletion')
        else if (type === formatChange) say(id, 'format')
      }
    } else if (node.isTextblock) {
      const { paragraphMark, paragraphChange } = paragraphAttrs(node)
      if (paragraphMark) sayBoth(paragraphMark, 'split', 'join')
      if (paragraphChange) say(paragraphChange.id, 'paragraph')
    } else {
      const layout = node.attrs['layoutChange'] as LayoutChange | null | undefined
      if (layout) say(layout.id, 'layout')
      const tracking = node.attrs['tracking'] as Tracking | null | undefined
      if (tracking) sayBoth(tracking, 'cells', 'cells')
    }
  })
  return kinds
}
