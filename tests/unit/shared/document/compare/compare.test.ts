import { describe, expect, test } from 'vitest'
import { compare } from '../../../../../src/shared/document/compare/compare.ts'
import { indexDocument } from '../../../../../src/shared/document/index/document-index.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { bold, counter, deleted, document, inserted, p, show } from '../../../../support/document.ts'
import { same } from '../../../../support/fuzz.ts'
import { project } from '../../../../../src/shared/document/projection.ts'
import type { Node } from 'prosemirror-model'

function redline(base: Node, other: Node): Node {
  const doc = compare(base, other, { author: 'A', newId: counter() })
  doc.check()
  same(project(doc, 'original'), project(base, 'final'))
  same(project(doc, 'final'), project(other, 'final'))
  return doc
}

function shown(base: readonly (string | Node)[], other: readonly (string | Node)[]): string {
  return show(redline(document(...base), document(...other)))
}

const FIRST = 'The council closed the old harbour bridge on Monday after engineers found cracks in it.'
const SECOND = 'Ines Calloway, who runs the ferry, said that nobody had told her of the plan.'
const THIRD = 'Repairs will take until the spring, and they will cost four million crowns.'

describe('two texts as a redline', () => {
  test('equal texts have no changes', () => {
    const doc = document(FIRST, SECOND)
    same(redline(doc, doc), doc)
  })

  test('a word replaced is one word', () => {
    expect(shown([FIRST], [FIRST.replace('old', 'narrow')])).toBe(
      'The council closed the [-A old-][+A narrow+] harbour bridge on Monday after engineers found cracks in it.¶',
    )
  })

  test('words put in stand by themselves', () => {
    expect(shown(['She went home.'], ['She went straight home.'])).toBe('She went [+A straight +]home.¶')
  })

  test('a whole sentence is put in as one, beginning where a sentence does', () => {
    expect(shown(['One came. Two came.'], ['One came. Three came. Two came.'])).toBe(
      'One came. [+A Three came. +]Two came.¶',
    )
  })

  test('a sentence that has moved goes at one place and comes at another', () => {
    const text = shown([`${FIRST} ${SECOND} ${THIRD}`], [`${SECOND} ${FIRST} ${THIRD}`])
    expect(text.match(/\[[-+]A/g)).toHaveLength(2)
  })

  test('equal small words between replaced ones belong to the replacement', () => {
    expect(shown(['They crossed the old bridge.'], ['They reached the new harbour.'])).toBe(
      'They [-A crossed the old bridge-][+A reached the new harbour+].¶',
    )
  })

  test('a number changed is one change', () => {
    const doc = redline(document('It cost 1,250 crowns.'), document('It cost 1,375 crowns.'))
    expect(indexDocument(doc).changes.map(({ kind }) => kind)).toEqual(['deletion', 'insertion'])
  })

  test('quotation marks changed leave the words between alone', () => {
    expect(shown(['He said "not now" twice.'], ['He said “not now” twice.'])).toBe(
      'He said [-A "-][+A “+]not now[-A "-][+A ”+] twice.¶',
    )
  })

  test('a paragraph split is a new ¶', () => {
    expect(shown([`${FIRST} ${SECOND}`, THIRD], [`${FIRST} `, SECOND, THIRD])).toBe(
      `${FIRST} [+A ¶+]${SECOND}¶${THIRD}¶`,
    )
  })

  test('paragraphs joined are a ¶ gone', () => {
    expect(shown([`${FIRST} `, SECOND, THIRD], [`${FIRST} ${SECOND}`, THIRD])).toBe(
      `${FIRST} [-A ¶-]${SECOND}¶${THIRD}¶`,
    )
  })

  test('a paragraph taken out goes whole', () => {
    expect(shown([FIRST, SECOND, THIRD], [FIRST, THIRD])).toBe(`${FIRST}¶[-A ${SECOND}-][-A ¶-]${THIRD}¶`)
  })

  test('a paragraph put in comes whole', () => {
    expect(shown([FIRST, THIRD], [FIRST, SECOND, THIRD])).toBe(`${FIRST}¶[+A ${SECOND}+][+A ¶+]${THIRD}¶`)
  })

  test('an edited paragraph is found again beside new ones', () => {
    expect(shown([FIRST, SECOND], [THIRD, FIRST.replace('Monday', 'Friday'), SECOND])).toBe(
      `[+A ${THIRD}+][+A ¶+]${FIRST.replace('Monday', '[-A Mon-][+A Fri+]day')}¶${SECOND}¶`,
    )
  })

  test('formatting and styles are changes by themselves', () => {
    expect(shown([p('The old bridge')], [p({ style: 'heading1' }, 'The ', bold('old'), ' bridge')])).toBe(
      'heading1(A:body):The {A *old*} bridge¶',
    )
  })

  test('the final reading of each is compared', () => {
    const before = document(p('The ', inserted('old ', 'B'), 'bridge'))
    const after = document(p('The ', deleted('old ', 'B'), 'bridge'))
    expect(show(redline(before, after))).toBe('The [-A old -]bridge¶')
  })

  test('characters of several code points stay whole', () => {
    expect(shown(['Bravo 👩‍👩‍👧 all'], ['Bravo 👩‍👩‍👦 all'])).toBe('Bravo [-A 👩‍👩‍👧-][+A 👩‍👩‍👦+] all¶')
  })

  test('rows of a table, and words in its cells', () => {
    const table = (...rows: readonly (readonly string[])[]) =>
      schema.node(
        'table',
        null,
        rows.map((cells) =>
          schema.node(
            'row',
            null,
            cells.map((words) => schema.node('cell', null, [p(words)])),
          ),
        ),
      )
    const before = document(table(['Ward', 'Seats'], ['North side', 'twelve']), '')
    const after = document(table(['Ward', 'Seats'], ['West end', 'nine'], ['North side', 'fourteen']), '')
    const { changes } = indexDocument(redline(before, after))
    expect(changes.map(({ inserted: words, deleted: gone }) => [gone.trim(), words.trim()])).toHaveLength(3)
  })

  test('words in a note', () => {
    const note = (words: string) => schema.node('footnote', null, [p(words)])
    const doc = redline(
      document(p('Seen by all', note('From the minutes.'))),
      document(p('Seen by all', note('From the first minutes.'))),
    )
    expect(indexDocument(doc).changes.map(({ inserted: words }) => words)).toEqual(['first '])
  })

  test('a list of differences is the index of the redline', () => {
    const doc = redline(document(FIRST, SECOND), document(FIRST.replace('old ', ''), SECOND))
    expect(indexDocument(doc).changes).toMatchObject([{ kind: 'deletion', author: 'A', deleted: 'old ' }])
  })
})
