/** Which code points a font has a glyph for: its `cmap` table, of which the formats 4 and 12 are read. */
export function coverageOf(cmap: DataView): ReadonlySet<number> {
  const covered = new Set<number>()
  for (let index = 0; index < cmap.getUint16(2); index += 1) {
    const at = cmap.getUint32(4 + index * 8 + 4)
    const format = cmap.getUint16(at)
    if (format === 4) addSegments(cmap, at, covered)
    if (format === 12) addGroups(cmap, at, covered)
  }
  return covered
}

function addSegments(cmap: DataView, at: number, covered: Set<number>): void {
  const doubled = cmap.getUint16(at + 6)
  const ends = at + 14
  const starts = ends + doubled + 2
  const deltas = starts + doubled
  const offsets = deltas + doubled
  for (let segment = 0; segment < doubled; segment += 2) {
    const start = cmap.getUint16(starts + segment)
    const end = cmap.getUint16(ends + segment)
    const delta = cmap.getUint16(deltas + segment)
    const offset = cmap.getUint16(offsets + segment)
    for (let point = start; point <= end && point < 0xffff; point += 1) {
      const glyph = offset === 0 ? point : cmap.getUint16(offsets + segment + offset + (point - start) * 2)
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) covered.add(point)
    }
  }
}

function addGroups(cmap: DataView, at: number, covered: Set<number>): void {
  const count = cmap.getUint32(at + 12)
  for (let group = 0; group < count; group += 1) {
    const entry = at + 16 + group * 12
    const end = cmap.getUint32(entry + 4)
    for (let point = cmap.getUint32(entry); point <= end; point += 1) covered.add(point)
  }
}
