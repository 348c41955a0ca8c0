import { Fragment } from 'prosemirror-model'
import type { Mark, Node } from 'prosemirror-model'
import * as fc from 'fast-check'
import { PARAGRAPH_STYLES } from '../../src/shared/document/attributes.ts'
import { schema } from '../../src/shared/document/schema.ts'

/**
 * Random articles with all that the schema knows: tables, pictures, footnotes, lists, text from right to left.
 * Descriptions and not documents, so that a counterexample prints whole, and shrinks. Nothing in them is tracked.
 */

export type ArticleFormat = 'plain' | 'bold' | 'italic' | 'link' | 'comment' | 'claim'
export type ArticleInline =
  | { readonly kind: 'text'; readonly text: string; readonly format: ArticleFormat }
  | { readonly kind: 'break' }
  /** One of a few pictures. */
  | { readonly kind: 'image'; readonly picture: number; readonly format: ArticleFormat }
  | { readonly kind: 'note'; readonly paragraphs: readonly ArticleParagraph[] }
export type ArticleList = {
  readonly kind: 'bullet' | 'ordered'
  readonly level: number
  readonly start?: number
}
export type ArticleParagraph = {
  readonly kind: 'paragraph'
  readonly style: (typeof PARAGRAPH_STYLES)[number]
  readonly list: ArticleList | null
  readonly content: readonly ArticleInline[]
}
export type ArticleCell = readonly ArticleParagraph[]
export type ArticleTable = {
  readonly kind: 'table'
  /** Whether the first row is one of headers. */
  readonly header: boolean
  readonly rows: readonly (readonly ArticleCell[])[]
}
/** A paragraph stands last, as in every document. */
export type Article = {
  readonly blocks: readonly (ArticleParagraph | ArticleTable)[]
  readonly last: ArticleParagraph
}

const LETTERS = ['a', 'b', ' ', '😀', 'e\u0301', '👩‍👩‍👧', 'ש', 'ל', 'ع', 'ب', '\u200f', 'ñ', '.']

const format: fc.Arbitrary<ArticleFormat> = fc.constantFrom(
  'plain',
  'plain',
  'plain',
  'bold',
  'italic',
  'link',
  'comment',
  'claim',
)
const text: fc.Arbitrary<ArticleInline> = fc.record({
  kind: fc.constant('text'),
  text: fc
    .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 5 })
    .map((letters) => letters.join('')),
  format,
})
const lineBreak: fc.Arbitrary<ArticleInline> = fc.constant({ kind: 'break' })
const image: fc.Arbitrary<ArticleInline> = fc.record({
  kind: fc.constant('image'),
  picture: fc.nat(2),
  format,
})
const list: fc.Arbitrary<ArticleList | null> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.record(
      { kind: fc.constantFrom('bullet' as const, 'ordered' as const), level: fc.nat(8), start: fc.nat(9) },
      { requiredKeys: ['kind', 'level'] },
    ),
  },
)

function paragraphOf(
  content: fc.Arbitrary<readonly ArticleInline[]>,
  style: fc.Arbitrary<ArticleParagraph['style']>,
): fc.Arbitrary<ArticleParagraph> {
  return fc.record({ kind: fc.constant('paragraph'), style, list, content })
}

/** No note in a note, as in Word. */
const shortContent = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: text },
    { weight: 1, arbitrary: lineBreak },
    { weight: 1, arbitrary: image },
  ),
  { maxLength: 2 },
)
const body = fc.constant('body' as const)
const note: fc.Arbitrary<ArticleInline> = fc.record({
  kind: fc.constant('note'),
  paragraphs: fc.array(paragraphOf(shortContent, body), { minLength: 1, maxLength: 2 }),
})
const content = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: text },
    { weight: 1, arbitrary: lineBreak },
    { weight: 1, arbitrary: image },
    { weight: 1, arbitrary: note },
  ),
  { maxLength: 4 },
)
const paragraph = paragraphOf(content, fc.constantFrom(...PARAGRAPH_STYLES))

const cell = fc.array(
  paragraphOf(
    fc.oneof({ weight: 3, arbitrary: shortContent }, { weight: 1, arbitrary: content }),
    fc.constantFrom('body' as const, 'caption' as const, 'quote' as const),
  ),
  { minLength: 1, maxLength: 2 },
)
const table: fc.Arbitrary<ArticleTable> = fc.record({
  kind: fc.constant('table'),
  header: fc.boolean(),
  rows: fc.oneof(
    ...[1, 2, 3].map((columns) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 3 }),
    ),
  ),
})

export const randomArticle: fc.Arbitrary<Article> = fc.record({
  blocks: fc.array(fc.oneof({ weight: 3, arbitrary: paragraph }, { weight: 1, arbitrary: table }), {
    maxLength: 4,
  }),
  last: paragraph,
})

function marksOf(name: ArticleFormat): readonly Mark[] {
  switch (name) {
    case 'plain':
      return []
    case 'bold':
      return [schema.mark('strong')]
    case 'italic':
      return [schema.mark('em')]
    case 'link':
      return [schema.mark('link', { href: 'https://example.org/' })]
    default:
      return [schema.mark(name, { id: name })]
  }
}

/** Stands for a picture's bytes. */
export function blobOf(picture: number): string {
  return picture.toString(16).padStart(64, '0')
}

function buildInline(one: ArticleInline): Node {
  switch (one.kind) {
    case 'text':
      return schema.text(one.text, marksOf(one.format))
    case 'break':
      return schema.node('hardBreak')
    case 'image':
      return schema.node('image', { blob: blobOf(one.picture), alt: 'A dam' }, [], marksOf(one.format))
    case 'note':
      return schema.node('footnote', null, one.paragraphs.map(buildParagraph))
  }
}

function buildParagraph({ style, list: numbering, content: inline }: ArticleParagraph): Node {
  return schema.node('para', { style, list: numbering }, Fragment.fromArray(inline.map(buildInline)))
}

function buildTable({ header, rows }: ArticleTable): Node {
  const buildCell = (paragraphs: ArticleCell, isHeader: boolean) =>
    schema.node('cell', { header: isHeader }, paragraphs.map(buildParagraph))
  return schema.node(
    'table',
    null,
    rows.map((cells, index) =>
      schema.node(
        'row',
        null,
        cells.map((one) => buildCell(one, header && index === 0)),
      ),
    ),
  )
}

export function buildArticle({ blocks, last }: Article): Node {
  const nodes = blocks.map((block) => (block.kind === 'table' ? buildTable(block) : buildParagraph(block)))
  return schema.node('doc', null, [...nodes, buildParagraph(last)])
}
