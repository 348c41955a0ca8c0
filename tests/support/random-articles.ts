import { Fragment } from 'prosemirror-model'
import type { Mark, Node } from 'prosemirror-model'
import * as fc from 'fast-check'
import { PARAGRAPH_STYLES } from '../../src/shared/document/attributes.ts'
import { schema } from '../../src/shared/document/schema.ts'
import { PRESERVED_KINDS } from '../../src/shared/document/word-attributes.ts'
import { keyOf, lookMark, pick } from './random-document.ts'

/**
 * Random articles with all that the schema knows: tables, pictures, footnotes, lists, text from right to left.
 * Descriptions and not documents, so that a counterexample prints whole, and shrinks. Nothing in them is tracked.
 */

const FORMATS = [
  'plain',
  'plain',
  'plain',
  'bold',
  'italic',
  'link',
  'place',
  'capitals',
  'marker',
  'comment',
  'claim',
] as const
/** `look`: something that a Word file says of the words. */
export type ArticleFormat = (typeof FORMATS)[number] | 'look'
export type ArticleInline =
  | { readonly kind: 'text'; readonly text: string; readonly format: ArticleFormat }
  | { readonly kind: 'break' }
  /** One of a few pictures. */
  | { readonly kind: 'image'; readonly picture: number; readonly format: ArticleFormat }
  | { readonly kind: 'note'; readonly endnote: boolean; readonly paragraphs: readonly ArticleParagraph[] }
  /** One of a few things that are kept as a Word file has them. */
  | { readonly kind: 'preserved'; readonly which: number; readonly format: ArticleFormat }
export type ArticleList = {
  readonly kind: 'bullet' | 'ordered'
  readonly level: number
  readonly start?: number
}
export type ArticleParagraph = {
  readonly kind: 'paragraph'
  readonly style: (typeof PARAGRAPH_STYLES)[number]
  readonly list: ArticleList | null
  /** Of a Word file; 0 for none. */
  readonly look: number
  readonly content: readonly ArticleInline[]
}
export type ArticleCell = readonly ArticleParagraph[]
export type ArticleTable = {
  readonly kind: 'table'
  /** Whether the first row is one of headers. */
  readonly header: boolean
  /** Of a Word file: of the table, its first row and the first cell of that. */
  readonly looks: readonly [number, number, number]
  readonly rows: readonly (readonly ArticleCell[])[]
}
/** A paragraph stands last, as in every document. */
export type Article = {
  readonly blocks: readonly (ArticleParagraph | ArticleTable)[]
  readonly last: ArticleParagraph
}

const LETTERS = ['a', 'b', ' ', '😀', 'e\u0301', '👩‍👩‍👧', 'ש', 'ל', 'ع', 'ب', '\u200f', 'ñ', '.']

const lineBreak: fc.Arbitrary<ArticleInline> = fc.constant({ kind: 'break' })
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

/** `isKept`: with what came in with a Word file, and only that file can say what it is. */
function articleOf(isKept: boolean): fc.Arbitrary<Article> {
  const format: fc.Arbitrary<ArticleFormat> = fc.constantFrom(
    ...FORMATS,
    ...(isKept ? ['look' as const] : []),
  )
  const look = isKept ? fc.nat(2) : fc.constant(0)
  const text: fc.Arbitrary<ArticleInline> = fc.record({
    kind: fc.constant('text'),
    text: fc
      .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 5 })
      .map((letters) => letters.join('')),
    format,
  })
  const image: fc.Arbitrary<ArticleInline> = fc.record({
    kind: fc.constant('image'),
    picture: fc.nat(2),
    format,
  })
  const preserved: fc.Arbitrary<ArticleInline> = fc.record({
    kind: fc.constant('preserved'),
    which: fc.nat(2),
    format,
  })
  const objects = [lineBreak, image, ...(isKept ? [preserved] : [])].map((arbitrary) => ({
    weight: 1,
    arbitrary,
  }))
  const paragraphOf = (
    content: fc.Arbitrary<readonly ArticleInline[]>,
    style: fc.Arbitrary<ArticleParagraph['style']>,
  ): fc.Arbitrary<ArticleParagraph> =>
    fc.record({ kind: fc.constant('paragraph'), style, list, look, content })
  // No note in a note, as in Word.
  const shortContent = fc.array(fc.oneof({ weight: 4, arbitrary: text }, ...objects), { maxLength: 2 })
  const note: fc.Arbitrary<ArticleInline> = fc.record({
    kind: fc.constant('note'),
    endnote: fc.boolean(),
    paragraphs: fc.array(paragraphOf(shortContent, fc.constant('body')), { minLength: 1, maxLength: 2 }),
  })
  const content = fc.array(
    fc.oneof({ weight: 6, arbitrary: text }, ...objects, { weight: 1, arbitrary: note }),
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
    looks: fc.tuple(look, look, look),
    rows: fc.oneof(
      ...[1, 2, 3].map((columns) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 3 }),
      ),
    ),
  })
  return fc.record({
    blocks: fc.array(fc.oneof({ weight: 3, arbitrary: paragraph }, { weight: 1, arbitrary: table }), {
      maxLength: 4,
    }),
    last: paragraph,
  })
}

export const randomArticle = articleOf(true)
/** As it could have been written in Stet: all of it can go into any Word file. */
export const randomTypedArticle = articleOf(false)

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
    case 'place':
      return [schema.mark('link', { href: '#place' })]
    case 'capitals':
      return [schema.mark('smallCaps'), schema.mark('caps')]
    case 'marker':
      return [schema.mark('highlight', { colour: 'yellow' })]
    case 'look':
      return [lookMark(1)]
    default:
      return [schema.mark(name, { id: name })]
  }
}

/** Stands for a picture's bytes. */
export function blobOf(picture: number): string {
  return picture.toString(16).padStart(64, '0')
}

/** Something that is kept: the second says nothing that could be read. */
export function preservedOf(which: number, marks: readonly Mark[] = []): Node {
  const kind = pick(PRESERVED_KINDS, which)
  return schema.node(
    'preserved',
    { key: keyOf(which), kind, text: which === 1 ? '' : `kept ${which}` },
    [],
    marks,
  )
}

function lookOf(look: number): string | null {
  return look === 0 ? null : keyOf(look)
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
      return schema.node('footnote', { endnote: one.endnote }, one.paragraphs.map(buildParagraph))
    case 'preserved':
      return preservedOf(one.which, marksOf(one.format))
  }
}

function buildParagraph({ style, list: numbering, look, content: inline }: ArticleParagraph): Node {
  const attrs = { style, list: numbering, look: lookOf(look) }
  return schema.node('para', attrs, Fragment.fromArray(inline.map(buildInline)))
}

function buildTable({ header, looks: [ofTable, ofRow, ofCell], rows }: ArticleTable): Node {
  const buildCell = (paragraphs: ArticleCell, isHeader: boolean, look: number) =>
    schema.node('cell', { header: isHeader, look: lookOf(look) }, paragraphs.map(buildParagraph))
  return schema.node(
    'table',
    { look: lookOf(ofTable) },
    rows.map((cells, row) =>
      schema.node(
        'row',
        { look: lookOf(row === 0 ? ofRow : 0) },
        cells.map((one, column) => buildCell(one, header && row === 0, row + column === 0 ? ofCell : 0)),
      ),
    ),
  )
}

export function buildArticle({ blocks, last }: Article): Node {
  const nodes = blocks.map((block) => (block.kind === 'table' ? buildTable(block) : buildParagraph(block)))
  return schema.node('doc', null, [...nodes, buildParagraph(last)])
}
