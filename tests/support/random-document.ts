import { Fragment } from 'prosemirror-model'
import type { Mark, Node } from 'prosemirror-model'
import * as fc from 'fast-check'
import { PARAGRAPH_STYLES } from '../../src/shared/document/attributes.ts'
import { schema } from '../../src/shared/document/schema.ts'

/** Random paragraphs of text, as descriptions that shrink, and the words and formats that random edits write, too. */

export const WORDS = ['a', 'b', 'ab', 'x y', '😀', '😁', 'e\u0301', '\u0301', '👩‍👩‍👧', 'zé', 'ba', '\u200d', 'ñ']
const FORMATS = [
  'strong',
  'em',
  'underline',
  'superscript',
  'subscript',
  'link',
  'smallCaps',
  'caps',
  'highlight',
] as const

export function pick<T>(list: readonly T[], choice: number): T {
  return list[choice % list.length] as T
}

const randomText = fc
  .array(fc.constantFrom('a', 'b', ' ', '😀', 'e\u0301'), { maxLength: 6 })
  .map((letters) => letters.join(''))

export function formatting(choice: number): readonly Mark[] {
  if (choice % 3 !== 0) return []
  return [formatMark(choice)]
}

export function formatMark(choice: number): Mark {
  const name = pick(FORMATS, choice)
  if (name === 'link') {
    return schema.mark('link', { href: choice % 2 ? 'https://example.org/' : '#place' })
  }
  return name === 'highlight'
    ? schema.mark('highlight', { colour: choice % 2 ? 'yellow' : 'darkRed' })
    : schema.mark(name)
}

/** The name of properties in a Word file, one of a few. */
export function keyOf(choice: number): string {
  return (choice % 3).toString(16).padStart(16, 'c')
}

export function lookMark(choice: number): Mark {
  return schema.mark('look', { key: keyOf(choice) })
}

export type RandomParagraph = {
  readonly pieces: readonly { readonly text: string; readonly choice: number }[]
  readonly style: number
  readonly list: number
  readonly comment: number
  /** Of the paragraph and its first words; 0 for none. */
  readonly look: number
}

/** A description and not a document, so that a counterexample prints whole. */
export const randomDocument: fc.Arbitrary<readonly RandomParagraph[]> = fc.array(
  fc.record({
    pieces: fc.array(fc.record({ text: randomText, choice: fc.nat(30) }), { maxLength: 3 }),
    style: fc.nat(8),
    list: fc.nat(3),
    comment: fc.nat(4),
    look: fc.nat(3),
  }),
  { minLength: 1, maxLength: 4 },
)

export function buildDocument(paragraphs: readonly RandomParagraph[]): Node {
  return schema.node(
    'doc',
    null,
    paragraphs.map(({ pieces, style, list, comment, look }) => {
      const attrs = {
        style: pick(PARAGRAPH_STYLES, style),
        list: list === 0 ? { kind: 'bullet', level: 1 } : null,
        look: look === 0 ? null : keyOf(look),
      }
      const nodes = pieces.flatMap(({ text, choice }, index) => {
        const anchors = index === 0 && comment === 0 ? [schema.mark('comment', { id: 'k' })] : []
        const looks = index === 0 && look > 1 ? [lookMark(look)] : []
        const words = text === '' ? [] : [schema.text(text, [...anchors, ...formatting(choice), ...looks])]
        return choice === 7 ? [...words, schema.node('hardBreak')] : words
      })
      return schema.node('para', attrs, Fragment.fromArray(nodes))
    }),
  )
}
