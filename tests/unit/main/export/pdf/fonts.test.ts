import { expect, test } from 'vitest'
import { familyOf } from '../../../../../src/main/export/pdf/font-names.ts'
import { loadFonts } from '../../../../../src/main/export/pdf/fonts.ts'
import { tableOf } from '../../../../../src/main/export/pdf/sfnt.ts'

const fonts = await loadFonts()

test('every font carries a private family name', () => {
  const families = new Set(fonts.files.map(familyOf))
  expect([...families]).toEqual(['Stet Serif', 'Stet Sans', 'Stet Code', 'Stet Wide', 'Stet Emoji'])
})

test('a renamed font is a sound file: all its 32-bit words add up to the constant of the specification', () => {
  for (const font of fonts.files) {
    const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
    let sum = 0
    for (let at = 0; at < font.byteLength; at += 4) sum = (sum + view.getUint32(at)) >>> 0
    expect(sum).toBe(0xb1b0afba)
    expect(tableOf(font, 'glyf').byteLength).toBeGreaterThan(0)
  }
})

test.each([
  ['Latin, Greek and Cyrillic', 'Aéßαж', true],
  ['the brackets of a token and the paragraph mark', '⟦⟧¶', true],
  ['emoji', '😀', true],
  ['Thai', 'ภ', false],
])('the fonts cover %s: %s, %s', (_name, letters, covered) => {
  const points = Array.from(letters, (letter) => letter.codePointAt(0) ?? 0)
  expect(points.every((point) => fonts.covered.has(point))).toBe(covered)
})
