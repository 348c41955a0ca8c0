import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../../../src/main/export/pdf/engine.ts'
import { glyphsOf } from '../../../../../src/main/export/pdf/font-coverage.ts'
import { BY_NEED } from '../../../../../src/main/export/pdf/font-faces.ts'
import { familyOf, renameFont } from '../../../../../src/main/export/pdf/font-names.ts'
import { loadFonts } from '../../../../../src/main/export/pdf/fonts.ts'
import { tableOf } from '../../../../../src/main/export/pdf/sfnt.ts'

const LARGE = BY_NEED.flat().filter(({ isLarge }) => isLarge)
const require = createRequire(import.meta.url)

const WHOLE = new Map(
  LARGE.map(({ family, style, file }) => {
    const font = readFileSync(require.resolve(file))
    renameFont(font, family, style)
    return [family, font]
  }),
)

const TEMPLATE = `#set document(date: datetime(year: 2026, month: 11, day: 22))
#set page(width: 400pt, height: auto)
#set text(font: ("Stet Serif", "Stet Chinese", "Stet Korean"), fallback: false)
#let words = json("/data.json")
#for (lang, region) in (("en", none), ("zh", "CN"), ("zh", "TW"), ("ja", "JP"), ("ko", "KR")) {
  par(text(lang: lang, region: region, words))
}
#text(weight: "bold", style: "italic", words)`

async function set(files: readonly Uint8Array[], text: string): Promise<Uint8Array> {
  const engine = await createEngine(files)
  const sources = [{ path: '/main.typ', text: TEMPLATE }]
  const outcome = engine.typeset({ sources, data: JSON.stringify(text), pictures: [] })
  engine.close()
  if (!outcome.ok) throw new Error(outcome.diagnostics)
  return outcome.pdf
}

function points(...ranges: readonly (readonly [number, number])[]): readonly string[] {
  const all = ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index),
  )
  const fonts = [...WHOLE.values()].map((font) => glyphsOf(tableOf(font, 'cmap')))
  return all
    .filter((point) => fonts.some((font) => font.has(point)))
    .map((point) => String.fromCodePoint(point))
}

const KINDS: readonly (readonly [string, readonly string[]])[] = [
  ['Han', points([0x3400, 0x4dbf], [0x4e00, 0x9fff], [0xf900, 0xfaff], [0x20000, 0x2ffff])],
  ['Kana and signs', points([0x3000, 0x33ff], [0xff00, 0xffef], [0x2e80, 0x2fff])],
  ['Hangul', points([0xac00, 0xd7a3])],
  ['parts of Hangul', points([0x1100, 0x11ff], [0xa960, 0xa97f], [0xd7b0, 0xd7ff], [0x3130, 0x318f])],
  ['anything', points([0x20, 0xffff])],
]

async function isSame(text: string): Promise<boolean> {
  const { files } = loadFonts([TEMPLATE, text])
  const whole = files.map((font) => WHOLE.get(familyOf(font)) ?? font)
  return Buffer.compare(await set(files, text), await set(whole, text)) === 0
}

describe('the part of a large font', () => {
  test.each(KINDS)('sets %s as the whole font does, to the byte', async (_name, letters) => {
    expect(letters.length).toBeGreaterThan(100)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 60 }), async (some) =>
        isSame(some.join('')),
      ),
      { numRuns: Number(process.env['WORD_RUNS'] ?? 12) },
    )
  })

  test.each([
    ['a sign that is composed to another one, and has a glyph of its own', '\ufa5d\u3400'],
    ['a sign without a letter, which gets a ring', '\u302f'],
    ['a syllable in parts', '\u1112\u1161\u11ab\u1100'],
    ['a hyphen that does not break among signs', '中\u2011文'],
  ])('sets %s as the whole font does', async (_name, text) => {
    expect(await isSame(text)).toBe(true)
  })

  test('is small', () => {
    const parts = loadFonts(['中文 한국어']).files.filter((font) => WHOLE.has(familyOf(font)))
    expect(parts.map(familyOf)).toEqual(LARGE.map(({ family }) => family))
    for (const part of parts) expect(part.length).toBeLessThan((WHOLE.get(familyOf(part))?.length ?? 0) / 10)
  })

  test('is all of it where a sign chooses among the forms of a letter', () => {
    const sizes = (text: string) =>
      loadFonts([text])
        .files.filter((font) => WHOLE.has(familyOf(font)))
        .map(({ length }) => length)
    expect(sizes('葛\u{e0100}')).toEqual([WHOLE.get('Stet Chinese')?.length])
    expect(sizes('中 ⛴\ufe0f')[0]).toBeLessThan(1_000_000)
  })
})
