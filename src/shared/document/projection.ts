import { Fragment } from 'prosemirror-model'
import type { Mark, Node } from 'prosemirror-model'
import { schema } from './schema.ts'
import type { ParagraphAttrs } from './attributes.ts'
import {
  deletionOf,
  formatChangeOf,
  insertionOf,
  isAnchor,
  isFormatting,
  paragraphAttrs,
  propertiesOf,
  restoreMarks,
} from './tracking-state.ts'

/** `original`: every open change rejected. `final`: every open change accepted. */
export type Reading = 'original' | 'final'

function isGone(node: Node, reading: Reading): boolean {
  if (reading === 'original') return insertionOf(node.marks) !== null
  return deletionOf(node.marks) !== null
}

function readMarks(marks: readonly Mark[], reading: Reading): readonly Mark[] {
  const change = reading === 'original' ? formatChangeOf(marks) : null
  if (!change) return marks.filter((mark) => isAnchor(mark) || isFormatting(mark))
  return restoreMarks(change.before, marks.filter(isAnchor))
}

function isMarkGone(attrs: ParagraphAttrs, reading: Reading): boolean {
  const mark = attrs.paragraphMark
  return (reading === 'original' ? mark?.insertion : mark?.deletion) !== undefined
}

function readAttrs(attrs: ParagraphAttrs, reading: Reading): ParagraphAttrs {
  const properties = reading === 'original' ? (attrs.paragraphChange?.before ?? attrs) : attrs
  return { ...propertiesOf(properties), paragraphMark: null, paragraphChange: null }
}

/**
 * One reading of the text: no tracking left in it, anchors kept. Where a ¶ is gone its text runs on into the
 * next paragraph, whose properties stay, as in Word. The last ¶ always stands.
 */
export function project(doc: Node, reading: Reading): Node {
  const paragraphs: Node[] = []
  let open = Fragment.empty
  doc.forEach((paragraph, _offset, index) => {
    const content = paragraph.children
      .filter((node) => !isGone(node, reading))
      .map((node) => node.mark(readMarks(node.marks, reading)))
    open = open.append(Fragment.fromArray(content))
    const attrs = paragraphAttrs(paragraph)
    if (isMarkGone(attrs, reading) && index < doc.childCount - 1) return
    paragraphs.push(schema.nodes.para.create(readAttrs(attrs, reading), open))
    open = Fragment.empty
  })
  return doc.copy(Fragment.fromArray(paragraphs))
}

/** The text of each paragraph; a hard break is "\n". */
export function paragraphTexts(doc: Node): string[] {
  return doc.children.map((paragraph) => paragraph.textBetween(0, paragraph.content.size, '', '\n'))
}
