import { Fragment } from 'prosemirror-model'
import type { Mark, Node } from 'prosemirror-model'
import { schema } from '../../shared/document/schema.ts'
import type { ParagraphAttrs, ParagraphStyle } from '../../shared/document/attributes.ts'
import type { ImportedChange, ImportedDraft } from '../../shared/model/interchange.ts'
import type { Person } from '../../shared/model/person.ts'
import type { Warning } from '../../shared/model/review.ts'
import type { Thread } from '../../shared/model/thread.ts'
import { HEADLINE_CHARACTERS } from '../opc/limits.ts'

/** What a reader needs and may not make itself. */
export type ImportTools = { readonly now: number; readonly newId: () => string }

/** A paragraph as a reader hands it over, before it has its place in the article. */
export type DraftParagraph = ParagraphAttrs & { readonly content: readonly Node[] }

/** Marks of plain formatting that carry nothing but themselves. */
export type PlainMark = 'strong' | 'em' | 'underline' | 'strike' | 'superscript' | 'subscript'

export const PLAIN_PARAGRAPH: ParagraphAttrs = {
  style: 'body',
  list: null,
  align: 'start',
  paragraphMark: null,
  paragraphChange: null,
}

export type ReadResult = {
  readonly paragraphs: readonly DraftParagraph[]
  readonly people: readonly Person[]
  readonly changes: readonly ImportedChange[]
  readonly threads: readonly Thread[]
  readonly warnings: readonly Warning[]
}

/** Text as inline nodes: line ends become breaks, and characters that no XML may hold are dropped. */
export function textNodes(text: string, marks: readonly Mark[]): Node[] {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  const nodes: Node[] = []
  for (const [index, line] of clean.toWellFormed().split('\n').entries()) {
    if (index > 0) nodes.push(schema.nodes.hardBreak.create(null, null, marks))
    if (line !== '') nodes.push(schema.text(line, marks))
  }
  return nodes
}

/** Gives the paragraphs their places in an article and makes the document. */
export function finishDraft(read: ReadResult): ImportedDraft {
  const warnings = [...read.warnings]
  const paragraphs = dropEmptyEnds(read.paragraphs)
  if (!paragraphs.some((paragraph) => words(paragraph) !== '')) {
    warnings.push({ code: 'no-text', message: 'There is no text in this file.' })
  }
  const doc = assembleDoc(placeHead(paragraphs, warnings))
  const { people, changes, threads } = read
  return { doc: doc.toJSON() as unknown, people, changes, threads, warnings }
}

/** The document of these paragraphs as they stand; equal neighbours become one text node. */
export function assembleDoc(paragraphs: readonly DraftParagraph[]): Node {
  const nodes = paragraphs.map(({ content, ...attrs }) =>
    schema.nodes.para.create(attrs, Fragment.fromArray([...content])),
  )
  const doc = schema.nodes.doc.create(null, nodes)
  doc.check()
  return doc
}

function words(paragraph: DraftParagraph): string {
  return paragraph.content
    .map((node) => node.text ?? ' ')
    .join('')
    .trim()
}

function isBare(paragraph: DraftParagraph | undefined): boolean {
  if (!paragraph || paragraph.style === 'headline') return false
  return paragraph.content.length === 0 && !paragraph.paragraphMark && !paragraph.paragraphChange
}

/** Empty lines before the headline and after the end are layout of the file, not of the story. */
function dropEmptyEnds(paragraphs: readonly DraftParagraph[]): readonly DraftParagraph[] {
  let from = 0
  let to = paragraphs.length
  while (from < to && isBare(paragraphs[from])) from += 1
  while (to > from + 1 && isBare(paragraphs[to - 1]) && !paragraphs[to - 2]?.paragraphMark) to -= 1
  return paragraphs.slice(from, to)
}

function placeHead(paragraphs: readonly DraftParagraph[], warnings: Warning[]): readonly DraftParagraph[] {
  const [first] = paragraphs
  if (!first) return [{ ...PLAIN_PARAGRAPH, style: 'headline', content: [] }]
  const isLong = first.style !== 'headline' && words(first).length > HEADLINE_CHARACTERS
  if (isLong) {
    warnings.push({ code: 'no-headline', message: 'No headline was found; its line was left empty.' })
    return [{ ...PLAIN_PARAGRAPH, style: 'headline', content: [] }, ...place(paragraphs, 0)]
  }
  return place(paragraphs, 1)
}

/** `heads`: how many paragraphs stand in the headline; later ones of that style are headings. */
function place(paragraphs: readonly DraftParagraph[], heads: number): readonly DraftParagraph[] {
  const byline = paragraphs.findIndex((one, index) => index >= heads && words(one) !== '')
  return paragraphs.map((paragraph, index) => {
    if (index < heads) return { ...paragraph, style: 'headline', list: null }
    if (paragraph.style === 'headline') return { ...paragraph, style: 'heading1' }
    const isByline = index === byline && paragraph.style === 'body' && !paragraph.list
    if (isByline && /^by\s+\S/i.test(words(paragraph)) && words(paragraph).length <= 120) {
      return { ...paragraph, style: 'byline' }
    }
    return paragraph
  })
}

/** HTML and Markdown headings: the first paragraph becomes the headline anyway, the others start at `heading1`. */
export function headingStyle(level: number): ParagraphStyle {
  const styles: readonly ParagraphStyle[] = [
    'heading1',
    'heading1',
    'heading2',
    'heading3',
    'heading4',
    'heading4',
  ]
  return styles[level - 1] ?? 'body'
}

export function isSpace(text: string): boolean {
  return /^\s*$/.test(text)
}
