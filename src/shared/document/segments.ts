import type { Node } from 'prosemirror-model'
import { schema } from './schema.ts'
import type { ChangeRef, ParagraphAttrs } from './attributes.ts'
import type { FormatChange } from './tracking-state.ts'
import { deletionOf, formatChangeOf, insertionOf, isFormatting, paragraphAttrs } from './tracking-state.ts'

/** A stretch of equal state. A hard break is a segment of its own with the text "\n". */
export type Segment = {
  readonly text: string
  /** Names of the plain formatting marks, without `link`. */
  readonly marks: readonly string[]
  /** Where the text links to; null for none. */
  readonly link: string | null
  readonly insertion: ChangeRef | null
  /** Beside an insertion of another author: inserted by one, deleted by the other. */
  readonly deletion: ChangeRef | null
  readonly formatChange: FormatChange | null
  /** Ids, in the order of the marks. */
  readonly comments: readonly string[]
  readonly claims: readonly string[]
}

export type ParagraphSegments = {
  readonly attrs: ParagraphAttrs
  readonly segments: readonly Segment[]
}

function segmentOf(node: Node): Segment {
  const idsOf = (type: 'comment' | 'claim') =>
    node.marks.filter((mark) => mark.type === schema.marks[type]).map((mark) => String(mark.attrs['id']))
  const link = schema.marks.link.isInSet(node.marks)
  return {
    text: node.isText ? (node.text ?? '') : '\n',
    marks: node.marks
      .filter((mark) => isFormatting(mark) && mark.type !== schema.marks.link)
      .map((mark) => mark.type.name),
    link: link ? String(link.attrs['href']) : null,
    insertion: insertionOf(node.marks),
    deletion: deletionOf(node.marks),
    formatChange: formatChangeOf(node.marks),
    comments: idsOf('comment'),
    claims: idsOf('claim'),
  }
}

/** A flat reading of the redline, paragraph by paragraph, for the writers of files. */
export function readSegments(doc: Node): readonly ParagraphSegments[] {
  return doc.children.map((paragraph) => ({
    attrs: paragraphAttrs(paragraph),
    segments: paragraph.children.map(segmentOf),
  }))
}
