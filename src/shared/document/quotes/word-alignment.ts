/**
 * The best way to lay a short run of words over part of a text: every word of the pattern is met again, replaced or
 * left out, and words of the text between them are passed over. Global in the pattern, local in the text
 * (Needleman and Wunsch 1970, with free ends on one side).
 */

/** What a word that is replaced, left out or passed over costs, in bits. */
const COST = 1

export type Pattern = {
  /** Numbers of the words; null for a word that the text does not have. */
  readonly ids: readonly (number | null)[]
  /** What meeting each of them is worth, in bits. */
  readonly bits: readonly number[]
}

/** For each word of the pattern where it came to lie, as an index of the text; null where it was left out. */
export type Alignment = readonly (number | null)[]

/** Ways into a cell of the table: one word of each, a word of the pattern alone, a word of the text alone. */
const BOTH = 0
const PATTERN = 1
const TEXT = 2

type Table = { readonly ways: Uint8Array; readonly width: number; readonly bestEnd: number }

function fillTable(pattern: Pattern, text: Int32Array): Table {
  const width = text.length + 1
  const ways = new Uint8Array((pattern.ids.length + 1) * width)
  // The first row stays 0: the pattern may begin anywhere in the text.
  let above = new Float64Array(width)
  let row = new Float64Array(width)
  pattern.ids.forEach((id, index) => {
    const bits = pattern.bits[index] ?? 0
    const start = (index + 1) * width
    row[0] = (above[0] ?? 0) - COST
    ways[start] = PATTERN
    for (let at = 1; at < width; at++) {
      const both = (above[at - 1] ?? 0) + (text[at - 1] === id ? bits : -COST)
      const pattern = (above[at] ?? 0) - COST
      const passed = (row[at - 1] ?? 0) - COST
      row[at] = Math.max(both, pattern, passed)
      ways[start + at] = both >= pattern && both >= passed ? BOTH : pattern >= passed ? PATTERN : TEXT
    }
    ;[above, row] = [row, above]
  })
  let bestEnd = 0
  above.forEach((score, at) => {
    if (score > (above[bestEnd] ?? 0)) bestEnd = at
  })
  return { ways, width, bestEnd }
}

export function alignWords(pattern: Pattern, ids: Int32Array, from: number, to: number): Alignment {
  const { ways, width, bestEnd } = fillTable(pattern, ids.subarray(from, to))
  const alignment = Array<number | null>(pattern.ids.length).fill(null)
  let at = bestEnd
  for (let index = pattern.ids.length; index > 0;) {
    const way = ways[index * width + at]
    if (way === TEXT) at -= 1
    else {
      if (way === BOTH) alignment[index - 1] = from + (at -= 1)
      index -= 1
    }
  }
  return alignment
}
