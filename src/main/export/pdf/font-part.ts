import { addSubstitutes } from './font-substitutes.ts'
import { glyphsOf } from './font-coverage.ts'
import { newTable, readFont, viewOf, writeFont } from './sfnt.ts'
import type { FontFile } from './sfnt.ts'

/** Of `indexToLocFormat` in the table `head`: 1 for places of 32 bits in `loca`. */
const FORMAT_OF_PLACES = 50
/** Flags of a part of a glyph that is put together from others (OpenType specification, `glyf`). */
const WORDS = 0x1
const SCALE = 0x8
const MORE = 0x20
const SCALE_EACH_WAY = 0x40
const MATRIX = 0x80

function partsOf(outline: DataView): readonly number[] {
  const parts: number[] = []
  if (outline.byteLength === 0 || outline.getInt16(0) >= 0) return parts
  for (let at = 10, flags = MORE; (flags & MORE) !== 0;) {
    flags = outline.getUint16(at)
    parts.push(outline.getUint16(at + 2))
    at += 4 + ((flags & WORDS) === 0 ? 2 : 4)
    if ((flags & SCALE) !== 0) at += 2
    else if ((flags & SCALE_EACH_WAY) !== 0) at += 4
    else if ((flags & MATRIX) !== 0) at += 8
  }
  return parts
}

/** What shaping shows of itself: a space for letters that nobody sees, a hyphen for others, a ring below a lone sign. */
const UNASKED = [0x20, 0x2010, 0x25cc]

/** Shaping may take a letter apart, and put any of its parts together, before it looks for glyphs. */
function formsOf(letter: string): string {
  const parts = Array.from(letter.normalize('NFD'))
  const grown = parts.map((_, index) =>
    parts
      .slice(0, index + 1)
      .join('')
      .normalize('NFC'),
  )
  return [letter, ...parts, ...grown].join('')
}

function glyphsFor(letters: Iterable<string>, font: FontFile): Set<number> {
  const cmap = glyphsOf(viewOf(font.read('cmap')))
  const points = new Set(Array.from(letters, formsOf).join(''))
  const glyphs = new Set([0, ...UNASKED.map((point) => cmap.glyph(point))])
  for (const point of points) glyphs.add(cmap.glyph(point.codePointAt(0) ?? 0))
  addSubstitutes(glyphs, viewOf(font.read('GSUB')))
  return glyphs
}

type Outlines = { readonly glyf: Uint8Array; readonly loca: Uint8Array }

/** The outlines of these glyphs and of the parts that they are put together from, one behind the other. */
function outlinesOf(glyphs: Set<number>, font: FontFile): Outlines {
  const before = viewOf(font.read('loca'))
  const place = (glyph: number) => before.getUint32(glyph * 4)
  const outlines = new Map<number, Uint8Array>()
  for (const glyph of glyphs) {
    const outline = font.read('glyf', place(glyph), place(glyph + 1) - place(glyph))
    outlines.set(glyph, outline)
    // A set goes on with what is added to it meanwhile.
    for (const part of partsOf(viewOf(outline))) glyphs.add(part)
  }
  const loca = new Uint8Array(before.byteLength)
  const after = viewOf(loca)
  const bodies: Uint8Array[] = []
  let length = 0
  for (let glyph = 0; glyph * 4 < loca.length; glyph += 1) {
    after.setUint32(glyph * 4, length)
    const outline = outlines.get(glyph)
    if (!outline) continue
    bodies.push(outline)
    length += outline.length
  }
  bodies.push(new Uint8Array(-length & 3))
  return { glyf: Buffer.concat(bodies), loca }
}

/**
 * Of a font in an open file what these letters can show: all of it but the outlines that none of them leads to, of a
 * Chinese one 10 of 10.5 MB. Glyphs keep their numbers, so that pages that are set with it are the same to the byte.
 * `letters`: the composed letters of a text and every code point that stands in it. It does not hold for letters with a
 * selector of their form behind them. Throws where places in the font have 16 bits.
 */
export function readPart(file: number, letters: Iterable<string>): Uint8Array {
  const font = readFont(file)
  if (viewOf(font.read('head')).getUint16(FORMAT_OF_PLACES) !== 1) throw new Error('The font is not large.')
  const { glyf, loca } = outlinesOf(glyphsFor(letters, font), font)
  return writeFont(
    font.tags.map((tag) => {
      if (tag === 'glyf') return newTable(tag, glyf)
      return tag === 'loca'
        ? newTable(tag, loca)
        : { tag, content: font.read(tag), checksum: font.checksumOf(tag) }
    }),
  )
}
