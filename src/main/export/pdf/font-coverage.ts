import type { Glyphs } from './coverage.ts'

/** What a face has, and by which number; 0 for none. */
export type NumberedGlyphs = Glyphs & { glyph(point: number): number }

/**
 * Which code points a font has a glyph for: its `cmap` table, of which the formats 4 and 12 are read. They are looked
 * up as they are asked for; of a Chinese font a text asks for some hundreds out of thirty thousand.
 */
export function glyphsOf(cmap: DataView): NumberedGlyphs {
  const lookups = Array.from({ length: cmap.getUint16(2) }, (_, index) => {
    const at = cmap.getUint32(4 + index * 8 + 4)
    const format = cmap.getUint16(at)
    if (format === 4) return (point: number) => inSegments(cmap, at, point)
    return format === 12 ? (point: number) => inGroups(cmap, at, point) : () => 0
  })
  function glyph(point: number): number {
    for (const lookup of lookups) {
      const found = lookup(point)
      if (found !== 0) return found
    }
    return 0
  }
  return { glyph, has: (point) => glyph(point) !== 0 }
}

/** The first of `count` ascending ends that is not before the point; `count` for none. */
function firstEnd(count: number, endOf: (index: number) => number, point: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (endOf(middle) < point) low = middle + 1
    else high = middle
  }
  return low
}

function inSegments(cmap: DataView, at: number, point: number): number {
  // The last segment ends every table, and is no letter.
  if (point >= 0xffff) return 0
  const doubled = cmap.getUint16(at + 6)
  const ends = at + 14
  const starts = ends + doubled + 2
  const deltas = starts + doubled
  const offsets = deltas + doubled
  const segment = 2 * firstEnd(doubled / 2, (index) => cmap.getUint16(ends + 2 * index), point)
  if (segment === doubled) return 0
  const start = cmap.getUint16(starts + segment)
  if (point < start) return 0
  const offset = cmap.getUint16(offsets + segment)
  const glyph = offset === 0 ? point : cmap.getUint16(offsets + segment + offset + (point - start) * 2)
  return glyph === 0 ? 0 : (glyph + cmap.getUint16(deltas + segment)) & 0xffff
}

function inGroups(cmap: DataView, at: number, point: number): number {
  const count = cmap.getUint32(at + 12)
  const entry = (index: number) => at + 16 + index * 12
  const group = firstEnd(count, (index) => cmap.getUint32(entry(index) + 4), point)
  const first = group < count ? cmap.getUint32(entry(group)) : Infinity
  return point < first ? 0 : cmap.getUint32(entry(group) + 8) + point - first
}
