import { Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { decide } from '../../../../../src/shared/document/decide/decide.ts'
import type { FindQuery } from '../../../../../src/shared/document/find/find-fold.ts'
import { findText, matchAt, matchFrom } from '../../../../../src/shared/document/find/find-text.ts'
import { inCaseOf, replaceMatches } from '../../../../../src/shared/document/find/replace-text.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { trackChanges } from '../../../../../src/shared/document/tracking/tracker.ts'
import {
  bold,
  counter,
  deleted,
  document,
  hardBreak,
  inserted,
  p,
  show,
} from '../../../../support/document.ts'
import type { Content } from '../../../../support/document.ts'

const ASKED = { matchCase: false, wholeWords: false }

function found(content: Content, text: string, asked: Partial<FindQuery> = {}): string[] {
  return findText(document(p(content)), { ...ASKED, text, ...asked }).map((match) => match.text)
}

describe('what is found', () => {
  test.each([
    ['letters of either case', 'Harbour HARBOUR harbour', 'harbour', ['Harbour', 'HARBOUR', 'harbour']],
    ['accents that were not typed', 'Café, cafe\u0301, cafe', 'cafe', ['Café', 'cafe\u0301', 'cafe']],
    ['strokes that were not typed', 'Łódź and Malmø', 'lodz', ['Łódź']],
    ['straight quotes for curly ones', 'Don’t say “no”', '"no"', ['“no”']],
    ['plain spaces for fixed ones', '12\u00a0km', '12 km', ['12\u00a0km']],
    ['one place after the other', 'aaaa', 'aa', ['aa', 'aa']],
    ['signs', 'a.b (c) [d] \\', '. (', []],
    ['every sign as itself', 'a.b a+b', 'a.b', ['a.b']],
    ['emoji', 'x 👩‍👩‍👧 y', '👩‍👩‍👧', ['👩‍👩‍👧']],
    ['no part of a character', 'x 👩‍👩‍👧 y 👩', '👩', ['👩']],
    ['vowel signs that are letters', 'का', 'क', []],
    ['Turkish dots', 'İstanbul', 'istanbul', ['İstanbul']],
    ['a sigma at the end of a word', 'ΛΟΓΟΣ λόγος', 'λογος', ['ΛΟΓΟΣ', 'λόγος']],
    ['nothing for nothing', 'abc', '', []],
    ['nothing for an accent alone', 'cafe\u0301', '\u0301', []],
  ])('%s', (_what, text, query, places) => {
    expect(found(text, query)).toEqual(places)
  })

  test.each([
    ['accents that were typed', 'Café cafe cafe\u0301', 'café', {}, ['Café', 'cafe\u0301']],
    ['curly quotes that were typed', "don’t don't", 'don’t', {}, ['don’t']],
    ['case where it matters', 'Port port', 'port', { matchCase: true }, ['port']],
    ['whole words', 'art, party, part art', 'art', { wholeWords: true }, ['art', 'art']],
    ['whole words by other scripts', 'мир мира', 'мир', { wholeWords: true }, ['мир']],
    ['a sign beside a word', 'C++ and C', 'c++', { wholeWords: true }, ['C++']],
    ['a word before an apostrophe', "the mayor's", 'mayor', { wholeWords: true }, ['mayor']],
  ])('%s', (_what, text, query, asked, places) => {
    expect(found(text, query, asked)).toEqual(places)
  })
})

describe('where it is looked for', () => {
  test('across formats and insertions, and around what is deleted', () => {
    const content = [...bold('co'), ...inserted('lo', 'A'), ...deleted('xx', 'B'), ...p('ur').children]
    const [match] = findText(document(p(content)), { ...ASKED, text: 'colour' })
    expect(match).toMatchObject({
      from: 1,
      to: 9,
      ranges: [
        { from: 1, to: 5 },
        { from: 7, to: 9 },
      ],
      text: 'colour',
    })
  })

  test('never in what is deleted', () => {
    expect(found(deleted('colour', 'A'), 'colour')).toEqual([])
  })

  test('across a deleted ¶, not across one that stands', () => {
    const deletion = { id: 'd', author: 'A' }
    const join = document(p({ paragraphMark: { deletion } }, 'har'), 'bour', 'har', 'bour')
    expect(findText(join, { ...ASKED, text: 'harbour' })).toMatchObject([{ from: 1, to: 10 }])
  })

  test('not across a line break', () => {
    expect(found([...p('har').children, hardBreak(), ...p('bour').children], 'harbour')).toEqual([])
  })

  test('in cells and footnotes, by themselves and in the order of the text', () => {
    const note = schema.node('footnote', null, [p('port')])
    const cell = (words: string) => schema.node('cell', null, [p(words)])
    const table = schema.node('table', null, [schema.node('row', null, [cell('port'), cell('po')])])
    const doc = schema.node('doc', null, [
      p([...p('po').children, note, ...p('rt port').children]),
      table,
      p('port'),
    ])
    doc.check()
    const places = findText(doc, { ...ASKED, text: 'port' })
    expect(places.map(({ from, to }) => doc.textBetween(from, to))).toEqual(['port', 'port', 'port', 'port'])
    expect(places.map(({ from }) => from)).toEqual(places.map(({ from }) => from).toSorted((a, b) => a - b))
  })
})

test('going on goes round at the ends', () => {
  const matches = findText(document('a b a b a'), { ...ASKED, text: 'a' })
  const caret = { from: 2, to: 2 }
  expect(matchFrom(matches, caret, 1)?.from).toBe(5)
  expect(matchFrom(matches, { from: 5, to: 6 }, 1)?.from).toBe(9)
  expect(matchFrom(matches, { from: 9, to: 10 }, 1)?.from).toBe(1)
  expect(matchFrom(matches, { from: 1, to: 2 }, -1)?.from).toBe(9)
  expect(matchFrom(matches, caret, -1)?.from).toBe(1)
  expect(matchFrom([], caret, 1)).toBeNull()
  expect([matchAt(matches, { from: 5, to: 6 }), matchAt(matches, caret)]).toEqual([2, 0])
})

describe('replacing', () => {
  test.each([
    ['colour', 'color', 'color'],
    ['Colour', 'color', 'Color'],
    ['COLOUR', 'color', 'COLOR'],
    ['A', 'the', 'The'],
    ['colour', 'Color', 'Color'],
    ['COLOUR', 'CoLor', 'CoLor'],
    ['3rd', 'third', 'third'],
    ['x', '', ''],
  ])('%s by %s writes %s', (was, by, now) => {
    expect(inCaseOf(was, by)).toBe(now)
  })

  function replaced(doc: ReturnType<typeof document>, text: string, by: string): Transform {
    const edit = new Transform(doc)
    replaceMatches(edit, findText(doc, { ...ASKED, text }), by, false)
    return edit
  }

  test('all, tracked, makes each place a change of its own, and of the fewest letters', () => {
    const doc = document(p('The colour of ', bold('Colour')), 'No colour')
    const edit = replaced(doc, 'colour', 'color')
    const tracked = trackChanges(
      doc,
      { doc: edit.doc, maps: edit.mapping.maps },
      { author: 'A', newId: counter() },
    )
    expect(show(tracked.transform.doc)).toBe('The colo[-A u-]r of *Colo*[-A *u*-]*r*¶No colo[-A u-]r¶')
    expect(decide(tracked.transform.doc, 'all', 'accept').doc.eq(edit.doc)).toBe(true)
  })

  test('leaves what is deleted inside where it is', () => {
    const doc = document(p([...p('col').children, ...deleted('x', 'B'), ...p('our').children]))
    expect(show(replaced(doc, 'colour', 'hue').doc)).toBe('hue[-B x-]¶')
  })

  test('reaches into cells and footnotes also in very many places', () => {
    const cell = () => schema.node('cell', null, [p('port port port')])
    const rows = Array.from({ length: 20 }, () => schema.node('row', null, [cell(), cell()]))
    const table = schema.node('table', null, rows)
    const note = schema.node('footnote', null, [p('port')])
    const doc = schema.node('doc', null, [p('port'), table, p([...p('a').children, note]), p('port')])
    const edit = replaced(doc, 'port', 'bay')
    const edited = { doc: edit.doc, maps: edit.mapping.maps }
    const { transform } = trackChanges(doc, edited, { author: 'A', newId: counter() })
    expect(findText(transform.doc, { ...ASKED, text: 'bay' })).toHaveLength(123)
    expect(decide(transform.doc, 'all', 'accept').doc.eq(edit.doc)).toBe(true)
    expect(decide(transform.doc, 'all', 'reject').doc.eq(doc)).toBe(true)
  })
})
