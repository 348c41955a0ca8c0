import type { Mark, Node } from 'prosemirror-model'
import type { RowAttrs } from '../../shared/document/attributes.ts'
import { paragraphAttrs } from '../../shared/document/tracking-state.ts'

type Ref = { readonly id: string; readonly author: string }

function refsOfMark(mark: Mark): readonly Ref[] {
  const { id, author } = mark.attrs as Partial<Ref>
  return id === undefined || author === undefined ? [] : [{ id, author }]
}

function refsOf(node: Node): readonly Ref[] {
  if (node.isInline) return node.marks.flatMap(refsOfMark)
  if (!node.isTextblock) {
    // A row or a cell of a table.
    const { tracking } = node.attrs as Partial<RowAttrs>
    return [tracking?.insertion, tracking?.deletion].flatMap((ref) => ref ?? [])
  }
  const { paragraphMark, paragraphChange } = paragraphAttrs(node)
  return [paragraphMark?.insertion, paragraphMark?.deletion, paragraphChange].flatMap((ref) => ref ?? [])
}

/** True when some change id stands under two names: no editor makes that, and it would hide who changed what. */
export function hasSharedChange(doc: Node): boolean {
  const authors = new Map<string, string>()
  let shared = false
  doc.descendants((node) => {
    for (const { id, author } of refsOf(node)) {
      const known = authors.get(id)
      if (known === undefined) authors.set(id, author)
      else shared ||= known !== author
    }
    return !shared
  })
  return shared
}
