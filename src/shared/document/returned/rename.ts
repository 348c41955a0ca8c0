import { Fragment } from 'prosemirror-model'
import type { Mark, Node } from 'prosemirror-model'
import type { ChangeRef, Tracking } from '../attributes.ts'
import { schema } from '../schema.ts'

export type Renaming = {
  readonly author: (id: string) => string
  /** Null where the comment has no place that a file may tell. */
  readonly comment: (id: string) => string | null
}

function renamedMark(mark: Mark, { author, comment }: Renaming): readonly Mark[] {
  const { id, author: by } = mark.attrs as { id?: string; author?: string }
  if (mark.type === schema.marks.comment) {
    const renamed = comment(id ?? '')
    return renamed === null ? [] : [mark.type.create({ id: renamed })]
  }
  return by === undefined ? [mark] : [mark.type.create({ ...mark.attrs, author: author(by) })]
}

function renamedAttrs(node: Node, { author }: Renaming): Record<string, unknown> {
  const attrs: Record<string, unknown> = { ...node.attrs }
  const by = <Ref extends ChangeRef>(ref: Ref): Ref => ({ ...ref, author: author(ref.author) })
  for (const name of ['paragraphMark', 'tracking']) {
    const tracking = attrs[name] as Tracking | null | undefined
    if (!tracking) continue
    attrs[name] = {
      ...(tracking.insertion ? { insertion: by(tracking.insertion) } : {}),
      ...(tracking.deletion ? { deletion: by(tracking.deletion) } : {}),
    }
  }
  for (const name of ['paragraphChange', 'layoutChange']) {
    const change = attrs[name] as ChangeRef | null | undefined
    if (change) attrs[name] = by(change)
  }
  return attrs
}

/** The same text with other authors and comments. */
export function renamed(node: Node, renaming: Renaming): Node {
  const marks = new Map(
    node.marks.flatMap((mark) => renamedMark(mark, renaming)).map((mark) => [keyOf(mark), mark]),
  )
  const own = [...marks.values()]
  if (node.isText) return node.mark(own)
  const content = node.children.map((child) => renamed(child, renaming))
  return node.type.create(renamedAttrs(node, renaming), Fragment.fromArray(content), own)
}

/** Two comments of a file may be one here. */
function keyOf({ type, attrs }: Mark): string {
  return `${type.name} ${String(attrs['id'] ?? '')}`
}
