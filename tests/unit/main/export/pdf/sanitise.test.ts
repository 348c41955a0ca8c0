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
    [
      'so do letters that nothing shows',
      'a\u{e0041}\ufeff\u2063b',
      'a⟦U+E0041⟧\u200b⟦U+FEFF⟧\u200b⟦U+2063⟧b',
    ],
    ['an accent that no font has with its letter stays visible', 'q\u0489', 'q⟦U+0489⟧'],
    ['line feeds stay, tabs are spaces', 'a\r\nb\tc', 'a\nb c'],
    ['soft hyphens and joiners stay', 'a\u00adb\u200dc', 'a\u00adb\u200dc'],
  ])('%s', (_name, text, clean) => {
    expect(createSanitiser(LATIN).clean(text)).toBe(clean)
  })

  test('letters that no font has together are set apart, and each is there', async () => {
    const families = new Map([
      ['one', new Set([0x61, 0x1f469])],
      ['other', new Set([0x1f600])],
    ])
    const { clean } = createSanitiser(families)
    expect(clean('\u{1f469}\u200d\u{1f600}')).toBe('\u{1f469}\u200d\u200b\u{1f600}')
    expect(clean('a\u0316')).toBe('a⟦U+0316⟧')
  })

  test.each([
    ['behind a letter ties no emoji to it', 'é\u200d😀', 'é\u200d\u200b😀'],
    ['at the end ties nothing that another piece begins with', 'a\u200d', 'a\u200d\u200b'],
    ['alone, too', '\u200d', '\u200d\u200b'],
    ['within an emoji stays', '😀\u200d😀', '😀\u200d😀'],
    ['of Arabic stays', 'ه\u200d', 'ه\u200d'],
  ])('a joiner %s', (_name, text, clean) => {
    const points = new Set([0x61, 0xe9, 0x647, 0x1f600])
    expect(createSanitiser(new Map([['all', points]])).clean(text)).toBe(clean)
  })

  test('an accent behind one that no font has is not drawn on the code of that one', () => {
    const { clean } = createSanitiser(new Map([['all', new Set([0x61, 0x301])]]))
    expect(clean('a\u0489\u0301')).toBe('a⟦U+0489⟧\u200b⟦U+0301⟧')
  })

  test('no letter carries more signs than any language writes', () => {
    const families = new Map([['all', new Set([0x61, 0x316])]])
    const clean = createSanitiser(families).clean(`a${'\u0316'.repeat(50)}`)
    expect(clean.match(/\u0316/g)).toHaveLength(8)
    expect(clean.match(/⟦U\+0316⟧/g)).toHaveLength(42)
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
