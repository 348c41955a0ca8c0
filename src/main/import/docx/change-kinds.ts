import type { Node } from 'prosemirror-model'
import type { Tracking } from '../../../shared/document/attributes.ts'
import {
  deletionOf,
  formatChangeOf,
  insertionOf,
  paragraphAttrs,
} from '../../../shared/document/tracking-state.ts'
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
  const kinds = new Map<string, ChangeKind>()
  const say = (id: string, kind: ChangeKind): void => {
    const before = kinds.get(id)
    if (!before || ORDER.indexOf(kind) < ORDER.indexOf(before)) kinds.set(id, kind)
  }
  const sayBoth = (tracking: Tracking, inserted: ChangeKind, deleted: ChangeKind): void => {
    const { insertion, deletion } = tracking
    if (insertion) say(insertion.id, insertion.move === insertion.id ? 'move' : inserted)
    if (deletion) say(deletion.id, deletion.move === deletion.id ? 'move' : deleted)
  }
  doc.descendants((node) => {
    if (node.isInline) {
      const [insertion, deletion] = [insertionOf(node.marks), deletionOf(node.marks)]
      const format = formatChangeOf(node.marks)
      if (insertion) sayBoth({ insertion }, 'insertion', 'deletion')
      if (deletion) sayBoth({ deletion }, 'insertion', 'deletion')
      if (format) say(format.id, 'format')
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
