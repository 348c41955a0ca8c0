/** Which rows of a long list are mounted. Heights are CSS pixels; those of rows never seen are a guess. */

/** A row by its index, or the empty space in place of rows that are not mounted. */
export type Piece =
  | { readonly kind: 'row'; readonly index: number }
  | { readonly kind: 'gap'; readonly before: number; readonly height: number }

/** Top of each row and, last, the height of them all. */
export function rowTops(heights: readonly number[]): readonly number[] {
  const tops = [0]
  for (const height of heights) tops.push((tops.at(-1) ?? 0) + height)
  return tops
}

/** First row that ends below `edge`. */
export function rowAt(tops: readonly number[], edge: number): number {
  let low = 0
  let high = tops.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tops[middle + 1] ?? Infinity) <= edge) low = middle + 1
    else high = middle
  }
  return low
}

/** The rows between `from` and `to`, and those that are pinned (one holds the focus), wherever they stand. */
export function piecesOf(
  tops: readonly number[],
  from: number,
  to: number,
  pinned: readonly number[],
): readonly Piece[] {
  const count = tops.length - 1
  const first = rowAt(tops, from)
  const last = Math.min(rowAt(tops, to), count - 1)
  const shown = Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset)
  const apart = pinned.filter((at) => at >= 0 && at < count && (at < first || at > last))
  const indices = apart.length > 0 ? [...new Set([...shown, ...apart])].sort((a, b) => a - b) : shown
  const pieces: Piece[] = []
  let next = 0
  const leave = (index: number) => {
    const height = (tops[index] ?? 0) - (tops[next] ?? 0)
    if (height > 0) pieces.push({ kind: 'gap', before: index, height })
  }
  for (const index of indices) {
    leave(index)
    pieces.push({ kind: 'row', index })
    next = index + 1
  }
  leave(count)
  return pieces
}

/** Where the list is to be scrolled so that a row is wholly in sight; the same where it is already. */
export function scrollFor(tops: readonly number[], index: number, scrollTop: number, room: number): number {
  const top = tops[index] ?? 0
  const bottom = tops[index + 1] ?? top
  if (top < scrollTop) return top
  return bottom > scrollTop + room ? Math.max(0, Math.min(top, bottom - room)) : scrollTop
}
