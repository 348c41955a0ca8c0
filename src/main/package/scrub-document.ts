import { Fragment } from 'prosemirror-model'
import type { Mark, Node } from 'prosemirror-model'
import type {
  ChangeRef,
  ParagraphAttrs,
  RowAttrs,
  TableAttrs,
  Tracking,
} from '../../shared/document/attributes.ts'
import { schema } from '../../shared/document/schema.ts'

export type DocumentScrub = {
  /** True for a comment whose places are left out. */
  readonly isHidden: (threadId: string) => boolean
  /** The id of a person as it is written. */
  readonly person: (id: string) => string
}

/** A block without the places of hidden comments, and with its people as they are written; its words are the same. */
export function scrubNode(node: Node, scrub: DocumentScrub): Node {
  const marks = node.marks.flatMap((mark) => scrubMark(mark, scrub))
  if (node.isText) return node.mark(marks)
  // Joins text that only a mark divided.
  const content = Fragment.fromArray(node.children.map((child) => scrubNode(child, scrub)))
  return node.type.create(scrubAttrs(node, scrub), content, marks)
}

function scrubMark(mark: Mark, { isHidden, person }: DocumentScrub): readonly Mark[] {
  if (mark.type === schema.marks.comment) return isHidden(String(mark.attrs['id'])) ? [] : [mark]
  const author: unknown = mark.attrs['author']
  if (typeof author !== 'string') return [mark]
  return [mark.type.create({ ...mark.attrs, author: person(author) })]
}

function scrubAttrs(node: Node, scrub: DocumentScrub) {
  const ref = <Ref extends ChangeRef>(one: Ref): Ref => ({ ...one, author: scrub.person(one.author) })
  const tracking = (one: Tracking | null): Tracking | null =>
    one === null
      ? null
      : {
          ...(one.insertion ? { insertion: ref(one.insertion) } : {}),
          ...(one.deletion ? { deletion: ref(one.deletion) } : {}),
        }
  if (node.type === schema.nodes.para) {
    const { paragraphMark, paragraphChange, ...rest } = node.attrs as ParagraphAttrs
    const change = paragraphChange === null ? null : ref(paragraphChange)
    return { ...rest, paragraphMark: tracking(paragraphMark), paragraphChange: change }
  }
  const { table, row, cell } = schema.nodes
  if (node.type === table || node.type === row || node.type === cell) {
    const { layoutChange, ...attrs } = node.attrs as TableAttrs & Partial<RowAttrs>
    const change = layoutChange === null ? null : ref(layoutChange)
    // A table has no tracking of its own; what it is given too much is left out as it is made.
    return { ...attrs, layoutChange: change, tracking: tracking(attrs.tracking ?? null) }
  }
  return node.attrs
}
