import { describe, expect, test } from 'vitest'
import { isWhole, pointsOf } from '../../../../../src/main/export/pdf/coverage.ts'
import { CORE } from '../../../../../src/main/export/pdf/font-faces.ts'
import { familyOf } from '../../../../../src/main/export/pdf/font-names.ts'
import { loadFonts } from '../../../../../src/main/export/pdf/fonts.ts'
import { tableOf } from '../../../../../src/main/export/pdf/sfnt.ts'

const EVERYTHING = 'ἄ א ب 😀 ♞ 𝔸 中 가'
const families = ({ files }: { readonly files: readonly Uint8Array[] }) => [...new Set(files.map(familyOf))]

describe('the fonts of a file', () => {
  test.each([
    ['Latin', 'Nine boats, “seized”… é ő ⟦U+0E20⟧ ¶ → ✓', []],
    ['Greek and Cyrillic', 'Αθήνα Москва', []],
    ['Greek of old', 'ἄνθρωπος', ['Stet Wide']],
    ['Hebrew', 'שלום', ['Stet Hebrew']],
    ['Arabic', 'سلام', ['Stet Arabic']],
    ['emoji', '👩🏽‍🚀🏳️‍🌈', ['Stet Emoji']],
    ['formulas', '𝔸', ['Stet Math']],
    ['chess', '♞', ['Stet Signs']],
    ['Chinese', '中文。', ['Stet Chinese']],
    ['Japanese', 'ひらがな', ['Stet Chinese']],
    ['Korean', '한국어', ['Stet Korean']],
    ['what no font has', 'ภาษา', []],
  ])('of %s', (_name, text, more) => {
    expect(families(loadFonts([text]))).toEqual(['Stet Serif', 'Stet Sans', 'Stet Code', ...more])
  })

  test('have private names and come in the same order', () => {
    const fonts = loadFonts([EVERYTHING])
    expect(families(fonts)).toEqual([
      ...new Set(CORE.map(({ family }) => family)),
      'Stet Wide',
      'Stet Hebrew',
      'Stet Arabic',
      'Stet Emoji',
      'Stet Signs',
      'Stet Math',
      'Stet Chinese',
      'Stet Korean',
    ])
  })

  test('are listed with the files that they were made of', () => {
    const { records, files } = loadFonts(['ἄ'])
    expect(records).toHaveLength(files.length)
    expect(records[0]).toEqual({
      name: 'Stet Serif Regular',
      file: 'SourceSerif4_400Regular.ttf',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    })
    expect(new Set(records.map(({ sha256 }) => sha256)).size).toBe(records.length)
  })

  test.each([
    ['nothing', `Nine boats \u00ad\u2068 x\u0302 ${EVERYTHING}`, {}],
    ['a letter made of parts', 'ǫ', { 'Stet Serif': String.raw`[^\u{1eb}]` }],
    ['a space made of another one', '\u2004', { 'Stet Sans': String.raw`[^\u{2004}]` }],
    ['a hyphen made of another one', '\u2011', { 'Stet Serif': String.raw`[^\u{2011}]` }],
  ])('are kept from %s', (_name, text, patterns) => {
    const { covers } = loadFonts([text])
    expect(Object.fromEntries(Object.entries(covers).filter(([, pattern]) => pattern !== null))).toEqual(
      patterns,
    )
  })

  test('are kept from a letter of which they have the mark alone', () => {
    const { covers } = loadFonts(['א\u0302'])
    expect(covers['Stet Serif']).toBe(String.raw`[^\u{5d0}]`)
    expect(covers['Stet Hebrew'] ?? null).toBeNull()
  })
})

test('a renamed font is a sound file: all its 32-bit words add up to the constant of the specification', () => {
  for (const font of loadFonts([EVERYTHING]).files) {
    const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
    let sum = 0
    for (let at = 0; at < font.byteLength; at += 4) sum = (sum + view.getUint32(at)) >>> 0
    expect(sum).toBe(0xb1b0afba)
    expect(tableOf(font, 'glyf').byteLength).toBeGreaterThan(0)
  }
})

test('letters that are let through unseen stand in every family of the core', () => {
  const { coverage } = loadFonts()
  const letters = Array.from({ length: 0x100 }, (_, point) => String.fromCharCode(point)).filter((letter) =>
    /[\u0020-\u007e\u00a0-\u00ac\u00ae-\u00ff]/.test(letter),
  )
  for (const family of coverage) {
    const missing = [...letters, ...Array.from('‘’“”–—…')].filter(
      (letter) => !isWhole(new Map([family]), pointsOf(letter)),
    )
    expect(missing).toEqual([])
  }
})
