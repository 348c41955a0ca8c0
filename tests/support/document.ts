import type { Mark, Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { ParagraphAttrs, ParagraphMark } from '../../src/shared/document/attributes.ts'
import { schema } from '../../src/shared/document/schema.ts'
import { trackChanges } from '../../src/shared/document/tracker.ts'
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
  /** A local transaction by that author, tracked. */
  edit(author: string, change: (transform: Transform) => void): void
}

export function trackedEditor(start: Node): TrackedEditor {
  const newId = counter()
  let doc = start
  return {
    doc: () => doc,
    edit: (author, change) => {
      const local = new Transform(doc)
      change(local)
      const tracked = trackChanges(doc, { doc: local.doc, maps: local.mapping.maps }, { author, newId })
      tracked.transform.doc.check()
      doc = tracked.transform.doc
    },
  }
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

function picture(state: ParagraphMark, body: string): string {
  const one = state.deletion ? `[-${state.deletion.author} ${body}-]` : body
  return state.insertion ? `[+${state.insertion.author} ${one}+]` : one
}

function pictureOfNode(node: Node): string {
  const state: ParagraphMark = {
    ...(insertionOf(node.marks) ? { insertion: insertionOf(node.marks) ?? { id: '', author: '' } } : {}),
    ...(deletionOf(node.marks) ? { deletion: deletionOf(node.marks) ?? { id: '', author: '' } } : {}),
  }
  let body = node.isText ? (node.text ?? '') : '⏎'
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

/**
 * A redline in one line. `[+A x+]` inserted by A, `[-B y-]` deleted by B, `{A *x*}` formatted by A, `*x*` bold,
 * `/x/` italic, `«1 x»` comment, `‹1 x›` claim, `⏎` hard break, `¶` the end of each paragraph. Style, list and
 * alignment that are not plain body stand before a paragraph as `heading1:`, what they were as `heading1(A:body):`.
 */
export function show(doc: Node): string {
  return doc.children
    .map((paragraph) => {
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
