/** A stretch of the document, in ProseMirror positions. */
export type Range = { readonly from: number; readonly to: number }

/** Puts one more, moved by `at`, at the end of ranges in text order; it is joined to the last where they touch. */
export function pushRange(ranges: Range[], { from, to }: Range, at = 0): void {
  const last = ranges.at(-1)
  if (!last || from + at > last.to) ranges.push({ from: from + at, to: to + at })
  else if (to + at > last.to) ranges[ranges.length - 1] = { from: last.from, to: to + at }
}
