import type { Mark, Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { ChangeRef, ParagraphAttrs, Tracking } from '../../src/shared/document/attributes.ts'
import { schema } from '../../src/shared/document/schema.ts'
import { trackChanges } from '../../src/shared/document/tracking/tracker.ts'
import {
  formatChangeOf,
  insertionOf,
  deletionOf,
  paragraphAttrs,
} from '../../src/shared/document/tracking-state.ts'

/** Tiny builders of documents, an editor of two lines, and a one-line picture of a redline for assertions. */

type Inline = string | Node | readonly (string | Node)[]

function inline(content: Inline, mark: Mark): Node[] {
  return nodes(content).map((node) => node.mark(mark.addToSet(node.marks)))
}

function nodes(content: Inline): Node[] {
  const list: readonly (string | Node)[] =
    typeof content === 'string' || !Array.isArray(content) ? [content as string | Node] : content
  return list.flatMap((one) => {
    if (typeof one !== 'string') return [one]
    return one === '' ? [] : [schema.text(one)]
  })
}

export type Content = string | Node | readonly Node[]

export function text(content: string): Node[] {
  return nodes(content)
}
export function bold(content: Inline): Node[] {
  return inline(content, schema.mark('strong'))
}
export function inserted(content: Inline, author: string, id = `i-${author}`): Node[] {
  return inline(content, schema.mark('insertion', { id, author }))
}
export function deleted(content: Inline, author: string, id = `d-${author}`): Node[] {
  return inline(content, schema.mark('deletion', { id, author }))
}
export function comment(content: Inline, id: string): Node[] {
  return inline(content, schema.mark('comment', { id }))
}
export function claim(content: Inline, id: string): Node[] {
  return inline(content, schema.mark('claim', { id }))
}
export function hardBreak(): Node {
  return schema.node('hardBreak')
}

/** A paragraph of attributes and content; `p('text')` is one of style body. */
export function p(...parts: readonly (Content | Partial<ParagraphAttrs>)[]): Node {
  let attrs: Partial<ParagraphAttrs> = {}
  const content: Node[] = []
  for (const part of parts) {
    if (typeof part === 'string' || 'nodeSize' in part) content.push(...nodes(part))
    else if (Array.isArray(part)) content.push(...(part as readonly Node[]))
    else attrs = part as Partial<ParagraphAttrs>
  }
  return schema.node('para', attrs, content)
}

/** Each paragraph given as itself or as its text. */
export function document(...paragraphs: readonly (string | Node)[]): Node {
  return schema.node(
    'doc',
    null,
    paragraphs.map((one) => (typeof one === 'string' ? p(one) : one)),
  )
}

/** c1, c2, … */
export function counter(prefix = 'c'): () => string {
  let last = 0
  return () => `${prefix}${String(++last)}`
}

export type TrackedEditor = {
  readonly doc: () => Node
  /** A local transaction by that author, tracked. `isMove`: what goes and what comes are two sides of one move. */
  edit(author: string, change: (transform: Transform) => void, isMove?: boolean): void
}

export function trackedEditor(start: Node): TrackedEditor {
  const newId = counter()
  let doc = start
  return {
    doc: () => doc,
    edit: (author, change, isMove = false) => {
      const local = new Transform(doc)
      change(local)
      const edited = { doc: local.doc, maps: local.mapping.maps }
      const result = trackChanges(doc, edited, { author, newId, isMove })
      result.transform.doc.check()
      doc = result.transform.doc
    },
  }
}

/** The document after one tracked edit by that author. */
export function tracked(
  start: Node,
  author: string,
  change: (transform: Transform) => void,
  isMove = false,
): Node {
  const editor = trackedEditor(start)
  editor.edit(author, change, isMove)
  return editor.doc()
}

/** The position before the first occurrence of the words, which lie in one paragraph. */
export function positionOf(doc: Node, words: string): number {
  let found = -1
  doc.forEach((paragraph, start) => {
    const at = paragraph.textBetween(0, paragraph.content.size, '', '\n').indexOf(words)
    if (found < 0 && at >= 0) found = start + 1 + at
  })
  if (found < 0) throw new Error(`The document does not hold "${words}".`)
  return found
}

/** The position behind them. */
export function endPositionOf(doc: Node, words: string): number {
  return positionOf(doc, words) + words.length
}

function picture({ insertion, deletion }: Tracking, body: string): string {
  const wrap = (ref: ChangeRef, sign: string, within: string) => `[${sign}${ref.author} ${within}${sign}]`
  const one = deletion ? wrap(deletion, deletion.move === deletion.id ? '<' : '-', body) : body
  return insertion ? wrap(insertion, insertion.move === insertion.id ? '>' : '+', one) : one
}

function wordsOf(node: Node): string {
  if (node.isText) return node.text ?? ''
  if (node.type === schema.nodes.footnote) return `(${show(node)})`
  return node.type === schema.nodes.image ? '▣' : '⏎'
}

function pictureOfNode(node: Node): string {
  const state: Tracking = {
    ...(insertionOf(node.marks) ? { insertion: insertionOf(node.marks) ?? { id: '', author: '' } } : {}),
    ...(deletionOf(node.marks) ? { deletion: deletionOf(node.marks) ?? { id: '', author: '' } } : {}),
  }
  let body = wordsOf(node)
  if (schema.marks.strong.isInSet(node.marks)) body = `*${body}*`
  if (schema.marks.em.isInSet(node.marks)) body = `/${body}/`
  const format = formatChangeOf(node.marks)
  if (format) body = `{${format.author} ${body}}`
  for (const mark of node.marks) {
    if (mark.type === schema.marks.comment) body = `«${String(mark.attrs['id'])} ${body}»`
    if (mark.type === schema.marks.claim) body = `‹${String(mark.attrs['id'])} ${body}›`
  }
  return picture(state, body)
}

function pictureOfTable(table: Node): string {
  const picturesOf = (node: Node, within: (child: Node) => string, between: string) =>
    node.children
      .map((child) => picture((child.attrs['tracking'] as Tracking | null) ?? {}, within(child)))
      .join(between)
  return `⟦${picturesOf(table, (row) => picturesOf(row, show, '|'), ';')}⟧`
}

/**
 * A redline in one line. `[+A x+]` inserted by A, `[-B y-]` deleted by B, `[<A x<]` moved away by A, `[>A x>]` moved
 * to there, `{A *x*}` formatted by A, `*x*` bold, `/x/` italic, `«1 x»` comment, `‹1 x›` claim, `⏎` hard break, `▣`
 * picture, `(x¶)` footnote, `⟦a¶|b¶;c¶|d¶⟧` table of two rows, `¶` the end of each paragraph. Style, list and
 * alignment that are not plain body stand before a paragraph as `heading1:`, what they were as `heading1(A:body):`.
 */
export function show(doc: Node): string {
  return doc.children
    .map((paragraph) => {
      if (!paragraph.isTextblock) return pictureOfTable(paragraph)
      const attrs = paragraphAttrs(paragraph)
      const change = attrs.paragraphChange
      const name = (properties: Pick<ParagraphAttrs, 'style' | 'list' | 'align'>) =>
        [
          properties.style,
          ...(properties.list ? [`${properties.list.kind}${String(properties.list.level)}`] : []),
          ...(properties.align === 'start' ? [] : [properties.align]),
        ].join('.')
      const now = name(attrs)
      const was = change ? `(${change.author}:${name(change.before)})` : ''
      const head = now === 'body' && was === '' ? '' : `${now}${was}:`
      return head + paragraph.children.map(pictureOfNode).join('') + picture(attrs.paragraphMark ?? {}, '¶')
    })
    .join('')
}
