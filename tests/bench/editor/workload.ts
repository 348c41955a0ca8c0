import type { Mark, Node } from 'prosemirror-model'
import type { ChangeRef, ParagraphAttrs } from '../../../src/shared/document/attributes.ts'
import { schema } from '../../../src/shared/document/schema.ts'
import { createRandom } from './random.ts'
import type { Random } from './random.ts'

/**
 * Articles of three sizes for measuring, the same at every run. Each is a redline of three authors with comments and
 * claims spread evenly over paragraphs of about 65 words, as press articles have them.
 */
export type Size = 'S' | 'M' | 'L'
export type Amounts = {
  readonly words: number
  readonly changes: number
  readonly comments: number
  readonly claims: number
}

export const AMOUNTS: Record<Size, Amounts> = {
  S: { words: 700, changes: 40, comments: 12, claims: 8 },
  M: { words: 10_000, changes: 500, comments: 200, claims: 50 },
  L: { words: 100_000, changes: 5_000, comments: 2_000, claims: 500 },
}

export const AUTHORS = ['ines', 'mara', 'tobias'] as const
const WORDS_A_PARAGRAPH = 65

const VOCABULARY = (
  'the of a to in and that for is on was with said at by it from as be are have this has not were had will they ' +
  'their its which who been would council harbour ferry budget report minister officials estuary vote inquiry boats ' +
  'published spring committee answer record public company workers night morning quarter letter question figures'
).split(' ')

export function buildWorkload(size: Size): Node {
  const random = createRandom(20_261_122)
  const amounts = AMOUNTS[size]
  const count = Math.ceil(amounts.words / WORDS_A_PARAGRAPH)
  const share = (total: number, index: number) =>
    Math.floor(((index + 1) * total) / count) - Math.floor((index * total) / count)
  let change = 0
  let comment = 0
  let claim = 0
  const paragraphs = Array.from({ length: count }, (_, index) =>
    paragraph(random, index, {
      changes: Array.from({ length: share(amounts.changes, index) }, () => `change-${change++}`),
      comments: Array.from({ length: share(amounts.comments, index) }, () => `comment-${comment++}`),
      claims: Array.from({ length: share(amounts.claims, index) }, () => `claim-${claim++}`),
    }),
  )
  return schema.nodes.doc.create(null, paragraphs)
}

/** The same words in the same paragraphs without any mark: what plain ProseMirror is measured with. */
export function withoutMarks(doc: Node): Node {
  const paragraphs = doc.children.map((paragraph) =>
    paragraph.type.create(
      { ...paragraph.attrs, paragraphMark: null, paragraphChange: null },
      schema.text(paragraph.textContent),
    ),
  )
  return doc.type.create(null, paragraphs)
}

type Ids = {
  readonly changes: readonly string[]
  readonly comments: readonly string[]
  readonly claims: readonly string[]
}

/** Each word with its marks, then pieces of equal marks joined. */
function paragraph(random: Random, index: number, ids: Ids): Node {
  const words = Array.from({ length: WORDS_A_PARAGRAPH }, (_, at) => wordAt(random, at))
  const marks: Mark[][] = words.map(() => [])
  const cover = (mark: Mark, from: number, length: number) => {
    for (const list of marks.slice(from, from + length)) list.push(mark)
  }
  const slot = (which: number, of: number) => Math.floor(((which + 0.3) * words.length) / of)
  let attrs: Partial<ParagraphAttrs> = attrsOf(index)
  ids.changes.forEach((id, which) => {
    const ref = { id, author: random.of(AUTHORS) }
    const from = slot(which, ids.changes.length)
    const kind = random.below(20)
    if (kind === 0) attrs = { ...attrs, paragraphMark: { insertion: ref } }
    else if (kind === 1 && !attrs.paragraphMark)
      attrs = { ...attrs, paragraphChange: styleChange(ref, attrs) }
    else cover(changeMark(kind, ref), from, 1 + random.below(3))
  })
  ids.comments.forEach((id, which) => {
    cover(schema.mark('comment', { id }), slot(which, ids.comments.length), 2 + random.below(6))
  })
  ids.claims.forEach((id, which) => {
    cover(schema.mark('claim', { id }), slot(which, ids.claims.length) + 5, 4 + random.below(8))
  })
  const texts = words.map((word, at) =>
    schema.text(at === words.length - 1 ? `${word}.` : `${word} `, setOf(marks[at] ?? [])),
  )
  return schema.nodes.para.create(attrs, texts)
}

/** In the order of the schema, and without two of one kind that exclude each other. */
function setOf(marks: readonly Mark[]): readonly Mark[] {
  return marks.reduce<readonly Mark[]>((set, mark) => mark.addToSet(set), [])
}

function wordAt(random: Random, at: number): string {
  const word = random.of(VOCABULARY)
  return at % 13 === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : at % 13 === 12 ? `${word}.` : word
}

function attrsOf(index: number): Partial<ParagraphAttrs> {
  if (index === 0) return { style: 'headline' }
  if (index % 40 === 0) return { style: 'heading1' }
  return index % 25 === 3 ? { list: { kind: 'bullet', level: 0 } } : {}
}

function styleChange(ref: ChangeRef, { style = 'body' }: Partial<ParagraphAttrs>) {
  const before = { style: style === 'quote' ? ('body' as const) : ('quote' as const), list: null }
  return { ...ref, before: { ...before, align: 'start' as const } }
}

function changeMark(kind: number, ref: ChangeRef): Mark {
  if (kind < 4) return schema.mark('formatChange', { ...ref, before: [{ type: 'strong' }] })
  return schema.mark(kind % 2 === 0 ? 'insertion' : 'deletion', ref)
}
