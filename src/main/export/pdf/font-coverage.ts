import type { Glyphs } from './coverage.ts'

/**
 * Which code points a font has a glyph for: its `cmap` table, of which the formats 4 and 12 are read. They are looked
 * up as they are asked for; of a Chinese font a text asks for some hundreds out of thirty thousand.
 */
export function glyphsOf(cmap: DataView): Glyphs {
  const lookups = Array.from({ length: cmap.getUint16(2) }, (_, index) => {
    const at = cmap.getUint32(4 + index * 8 + 4)
    const format = cmap.getUint16(at)
    if (format === 4) return (point: number) => isInSegments(cmap, at, point)
    return format === 12 ? (point: number) => isInGroups(cmap, at, point) : () => false
  })
  return { has: (point) => lookups.some((lookup) => lookup(point)) }
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

function isInSegments(cmap: DataView, at: number, point: number): boolean {
  // The last segment ends every table, and is no letter.
  if (point >= 0xffff) return false
  const doubled = cmap.getUint16(at + 6)
  const ends = at + 14
  const starts = ends + doubled + 2
  const deltas = starts + doubled
  const offsets = deltas + doubled
  const segment = 2 * firstEnd(doubled / 2, (index) => cmap.getUint16(ends + 2 * index), point)
  if (segment === doubled) return false
  const start = cmap.getUint16(starts + segment)
  if (point < start) return false
  const offset = cmap.getUint16(offsets + segment)
  const glyph = offset === 0 ? point : cmap.getUint16(offsets + segment + offset + (point - start) * 2)
  return glyph !== 0 && ((glyph + cmap.getUint16(deltas + segment)) & 0xffff) !== 0
}

function isInGroups(cmap: DataView, at: number, point: number): boolean {
  const count = cmap.getUint32(at + 12)
  const entry = (index: number) => at + 16 + index * 12
  const group = firstEnd(count, (index) => cmap.getUint32(entry(index) + 4), point)
  return group < count && cmap.getUint32(entry(group)) <= point
}
