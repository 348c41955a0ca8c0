/** A stretch of the document, in ProseMirror positions. */
export type Range = { readonly from: number; readonly to: number }

/** The ranges, in text order, with one more at their end, which is joined to the last where they touch. */
export function addRange(ranges: readonly Range[], range: Range): readonly Range[] {
  const last = ranges.at(-1)
  if (!last) return [range]
  if (range.from > last.to) return [...ranges, range]
  return [...ranges.slice(0, -1), { from: last.from, to: Math.max(last.to, range.to) }]
}
