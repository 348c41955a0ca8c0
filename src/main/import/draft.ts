import { Fragment } from 'prosemirror-model'
import type { Mark, Node } from 'prosemirror-model'
import { schema } from '../../shared/document/schema.ts'
import type { ParagraphAttrs, ParagraphStyle } from '../../shared/document/attributes.ts'
import { paragraphAttrs } from '../../shared/document/tracking-state.ts'
import type { ImportedChange, ImportedDraft, Pictures, WorkProgress } from '../../shared/model/interchange.ts'
import type { Person } from '../../shared/model/person.ts'
import type { Warning } from '../../shared/model/review.ts'
import type { Thread } from '../../shared/model/thread.ts'
import { HEADLINE_CHARACTERS } from '../opc/limits.ts'

/** What a reader needs and may not make itself. */
export type ImportTools = {
  readonly now: number
  readonly newId: () => string
  /** Told how far the reading is, as often as it likes. */
  readonly progress?: (how: WorkProgress) => void
}

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
  look: null,
}

export type ReadResult = {
  /** Paragraphs and tables, before they have their places in the article. */
  readonly blocks: readonly Node[]
  readonly people: readonly Person[]
  readonly changes: readonly ImportedChange[]
  readonly threads: readonly Thread[]
  readonly images?: Pictures
  readonly warnings: readonly Warning[]
}

/** What few texts hold: ends of lines, letters in two halves, what no XML may hold. */
const NEEDS_CARE = /[\u0000-\u001f\ud800-\udfff\ufffe\uffff]/

/** Text as inline nodes: line ends become breaks, and characters that no XML may hold are dropped. */
export function textNodes(text: string, marks: readonly Mark[]): Node[] {
  if (text !== '' && !NEEDS_CARE.test(text)) return [schema.text(text, marks)]
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
  const { doc, warnings } = arrangeDraft(read)
  const { people, changes, threads, images } = read
  return {
    doc: doc.toJSON() as unknown,
    people,
    changes,
    threads,
    ...(images && images.size > 0 ? { images } : {}),
    warnings,
  }
}

/** The same, and which block of the document the first block of the file became: below 0 where that was dropped. */
export function arrangeDraft(read: Pick<ReadResult, 'blocks' | 'warnings'>): {
  readonly doc: Node
  readonly first: number
  readonly warnings: readonly Warning[]
} {
  const warnings = [...read.warnings]
  const blocks = dropEmptyEnds(read.blocks)
  if (!blocks.some((block) => words(block) !== '')) {
    warnings.push({ code: 'no-text', message: 'There is no text in this file.' })
  }
  const placed = placeHead(blocks, warnings)
  const [start] = blocks
  const dropped = start ? read.blocks.indexOf(start) : 0
  return { doc: assembleDoc(placed), first: placed.length - blocks.length - dropped, warnings }
}

/** Equal neighbours in the text become one text node. */
export function paragraphNode({ content, ...attrs }: DraftParagraph): Node {
  return schema.nodes.para.create(isPlain(attrs) ? null : attrs, Fragment.fromArray([...content]))
}

/** Most are, and share their attributes. */
function isPlain(attrs: ParagraphAttrs): boolean {
  const isBody = attrs.style === 'body' && attrs.align === 'start'
  const isUntracked = attrs.paragraphMark === null && attrs.paragraphChange === null
  return isBody && isUntracked && attrs.list === null && attrs.look === null
}

/** The document of these blocks as they stand. A paragraph ends it: an empty one after a table. */
export function assembleDoc(blocks: readonly Node[]): Node {
  const end = blocks.at(-1)?.isTextblock === true ? [] : [schema.nodes.para.create()]
  const doc = schema.nodes.doc.create(null, [...blocks, ...end])
  doc.check()
  return doc
}

function words(block: Node): string {
  return block.textBetween(0, block.content.size, ' ', ' ').trim()
}

function styleOf(block: Node | undefined): ParagraphStyle | null {
  return block?.isTextblock === true ? paragraphAttrs(block).style : null
}

function withStyle(paragraph: Node, change: Partial<ParagraphAttrs>): Node {
  return schema.nodes.para.create({ ...paragraph.attrs, ...change }, paragraph.content)
}

function isBare(block: Node | undefined): boolean {
  if (!block?.isTextblock || styleOf(block) === 'headline' || block.childCount > 0) return false
  const { paragraphMark, paragraphChange } = paragraphAttrs(block)
  return !paragraphMark && !paragraphChange
}

function hasTrackedMark(block: Node | undefined): boolean {
  return block?.isTextblock === true && paragraphAttrs(block).paragraphMark !== null
}

/** Empty lines before the headline and after the end are layout of the file, not of the story. */
function dropEmptyEnds(blocks: readonly Node[]): readonly Node[] {
  let from = 0
  let to = blocks.length
  while (from < to && isBare(blocks[from])) from += 1
  while (to > from + 1 && isBare(blocks[to - 1]) && !hasTrackedMark(blocks[to - 2])) to -= 1
  return blocks.slice(from, to)
}

function placeHead(blocks: readonly Node[], warnings: Warning[]): readonly Node[] {
  const [first] = blocks
  const empty = paragraphNode({ ...PLAIN_PARAGRAPH, style: 'headline', content: [] })
  if (!first) return [empty]
  const isLong = styleOf(first) !== 'headline' && words(first).length > HEADLINE_CHARACTERS
  if (isLong || !first.isTextblock) {
    warnings.push({ code: 'no-headline', message: 'No headline was found; its line was left empty.' })
    return [empty, ...place(blocks, 0)]
  }
  return place(blocks, 1)
}

/** `heads`: how many paragraphs stand in the headline; later ones of that style are headings. */
function place(blocks: readonly Node[], heads: number): readonly Node[] {
  const byline = blocks.findIndex((one, index) => index >= heads && words(one) !== '')
  return blocks.map((block, index) => {
    if (!block.isTextblock) return block
    const { style, list } = paragraphAttrs(block)
    if (index < heads) return withStyle(block, { style: 'headline', list: null })
    if (style === 'headline') return withStyle(block, { style: 'heading1' })
    const isByline = index === byline && style === 'body' && !list
    if (isByline && /^by\s+\S/i.test(words(block)) && words(block).length <= 120) {
      return withStyle(block, { style: 'byline' })
    }
    return block
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
