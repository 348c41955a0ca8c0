import type { Range } from '../document/range.ts'

/** A proposal with where its words stand now. */
export type Standing<P> = { readonly proposal: P; readonly range: Range }

export type RangeOf<P> = (proposal: P) => Range | null

/** How far from its turn a proposal may stand: those of one paragraph overlap, and its notes come after it. */
const OUT_OF_TURN = 100

/** Asks for each place once. Only while nothing is edited. */
export function remembered<P>(rangeOf: RangeOf<P>): RangeOf<P> {
  const known = new Map<P, Range | null>()
  return (proposal) => {
    const before = known.get(proposal)
    if (before !== undefined) return before
    const range = rangeOf(proposal)
    known.set(proposal, range)
    return range
  }
}

/** Index of the first that begins at or behind a position; by halving, so that few of thousands are looked for. */
export function firstFrom<P>(proposals: readonly P[], position: number, rangeOf: RangeOf<P>): number {
  // One whose words are gone stands where the one before it does.
  const startAt = (index: number): number => {
    for (let at = index; at >= 0; at--) {
      const proposal = proposals[at]
      const range = proposal === undefined ? null : rangeOf(proposal)
      if (range !== null) return range.from
    }
    return -1
  }
  let low = 0
  let high = proposals.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (startAt(middle) < position) low = middle + 1
    else high = middle
  }
  return low
}

/** Those that meet a stretch of the document, of a list in the order of the text. */
export function near<P>(
  proposals: readonly P[],
  { from, to }: Range,
  rangeOf: RangeOf<P>,
): readonly Standing<P>[] {
  const found: Standing<P>[] = []
  const turn = firstFrom(proposals, from, rangeOf)
  for (let at = Math.max(0, turn - OUT_OF_TURN); at < proposals.length; at++) {
    const proposal = proposals[at]
    const range = proposal === undefined ? null : rangeOf(proposal)
    if (proposal === undefined || range === null) continue
    if (range.from > to && at > turn + OUT_OF_TURN) break
    if (range.from <= to && range.to >= from) found.push({ proposal, range })
  }
  return found
}
