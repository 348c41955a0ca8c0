import type { Mark, Node } from 'prosemirror-model'
import type { Range } from '../../../shared/document/range.ts'
import { deletionOf } from '../../../shared/document/tracking-state.ts'

/** What stands in the final text of a stretch of the document. */
export type Pieces = {
  /** Without what is deleted between them. */
  readonly ranges: readonly Range[]
  readonly text: string
  /** Of the first letter. */
  readonly marks: readonly Mark[]
}

export function piecesOf(doc: Node, { from, to }: Range): Pieces {
  const ranges: Range[] = []
  let text = ''
  let marks: readonly Mark[] | null = null
  doc.nodesBetween(from, to, (node, position) => {
    // A note in the middle is read by itself; where the words are within one, the way to them leads through it.
    if (!node.isText) return deletionOf(node.marks) === null && !(node.isInline && position >= from)
    if (deletionOf(node.marks)) return false
    const begin = Math.max(from, position)
    const end = Math.min(to, position + node.nodeSize)
    const before = ranges.at(-1)
    if (before?.to === begin) ranges[ranges.length - 1] = { from: before.from, to: end }
    else ranges.push({ from: begin, to: end })
    text += (node.text ?? '').slice(begin - position, end - position)
    marks ??= node.marks
    return false
  })
  return { ranges, text, marks: marks ?? [] }
}
