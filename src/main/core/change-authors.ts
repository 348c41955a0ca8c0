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

/** Of a block and all in it. Nodes never change: of a long text only what was edited is read again. */
const known = new WeakMap<Node, readonly Ref[]>()

function refsIn(block: Node): readonly Ref[] {
  const before = known.get(block)
  if (before) return before
  const refs = [...refsOf(block)]
  block.descendants((node) => void refs.push(...refsOf(node)))
  known.set(block, refs)
  return refs
}

/** True when some change id stands under two names: no editor makes that, and it would hide who changed what. */
export function hasSharedChange(doc: Node): boolean {
  const authors = new Map<string, string>()
  for (const block of doc.children) {
    for (const { id, author } of refsIn(block)) {
      const before = authors.get(id)
      if (before === undefined) authors.set(id, author)
      else if (before !== author) return true
    }
  }
  return false
}
