import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSanitiser, mapStrings } from '../../../../../src/main/export/pdf/sanitise.ts'

const LATIN = new Map([['Latin', new Set(Array.from({ length: 95 }, (_, index) => 0x20 + index))]])

describe('cleaning text for the page', () => {
  test.each([
    ['covered letters stay', 'Nine boats.', 'Nine boats.'],
    ['a letter without a glyph becomes its code', 'ภ!', '⟦U+0E20⟧!'],
    ['so does one beyond the basic plane', '😀', '⟦U+1F600⟧'],
    ['controls that reorder words become visible', 'a\u202eb', 'a⟦U+202E⟧b'],
    ['zero bytes and half surrogates become visible', '\u0000\ud83d', '⟦U+0000⟧\u200b⟦U+D83D⟧'],
    ['line feeds stay, tabs are spaces', 'a\r\nb\tc', 'a\nb c'],
    ['soft hyphens and joiners stay', 'a\u00adb\u200dc', 'a\u00adb\u200dc'],
  ])('%s', (_name, text, clean) => {
    expect(createSanitiser(LATIN).clean(text)).toBe(clean)
  })

  test('each token is listed once', () => {
    const sanitiser = createSanitiser(LATIN)
    sanitiser.clean('ภภ')
    sanitiser.clean('ภก')
    expect(sanitiser.replaced()).toEqual(['⟦U+0E20⟧', '⟦U+0E01⟧'])
  })

  test('a word too long for a line gets places to break, and loses nothing', () => {
    const clean = createSanitiser(LATIN).clean('a'.repeat(5000))
    expect(clean.replaceAll('\u200b', '')).toBe('a'.repeat(5000))
    expect(Math.max(...clean.split('\u200b').map((part) => part.length))).toBeLessThanOrEqual(30)
  })

  test('nothing uncovered is left, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const rest = createSanitiser(LATIN)
          .clean(text)
          .replaceAll(/⟦U\+[0-9A-F]{4,6}⟧/g, '')
        expect(rest).toMatch(/^[\n\x20-\x7e\u00ad\u200b-\u200d\u2060\p{VS}]*$/u)
      }),
    )
  })
})

test('every string of a report is changed, and nothing else', () => {
  const report = { a: 'x', b: [{ c: 'y', d: 1, e: null, f: true }] }
  expect(mapStrings(report, (text) => text.toUpperCase())).toEqual({
    a: 'X',
    b: [{ c: 'Y', d: 1, e: null, f: true }],
  })
})
