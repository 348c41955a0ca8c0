import type { Pair } from './common-pairs.ts'
import { similarity } from './compare-lines.ts'
import type { Line } from './compare-lines.ts'

/**
 * Which lines of one text are lines of the other: first those that are equal and stand once in each, then those with
 * pairs of words that stand nowhere else, then, where few are left, the best of all ways to pair them. Each step looks
 * only between the pairs of the one before, so that a long text costs little more than its length.
 */

/** Lines with less than this in common are two different ones. */
const ALIKE = 0.4
/** Pairs of lines that are compared one by one in one place. */
const MOST_COMPARED = 10_000

type Lines = readonly Line[]
type Step = (one: Lines, other: Lines) => readonly Pair[]

/** The longest part of the pairs that ascends on both sides; they come in order of the first. */
function ascending(pairs: readonly Pair[]): Pair[] {
  const ends: number[] = []
  const before: number[] = []
  pairs.forEach(([, place], index) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? (ends[low - 1] ?? -1) : -1
    ends[low] = index
  })
  const chosen: Pair[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at]
    if (pair) chosen.push(pair)
  }
  return chosen.toReversed()
}

/** The line of each key that stands in one line alone, and there once. */
function unique(lines: Lines, keysOf: (line: Line) => readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  lines.forEach((line, index) => {
    for (const key of keysOf(line)) places.set(key, places.has(key) ? -1 : index)
  })
  return places
}

const equalLines: Step = (one, other) => {
  const places = unique(other, ({ says }) => [says])
  const pairs: Pair[] = []
  for (const [says, index] of unique(one, (line) => [line.says])) {
    const place = places.get(says) ?? -1
    if (index >= 0 && place >= 0) pairs.push([index, place])
  }
  return ascending(pairs)
}

function wordPairs({ wordList }: Line): string[] {
  return wordList.slice(1).map((word, index) => `${wordList[index] ?? ''} ${word}`)
}

const telltaleLines: Step = (one, other) => {
  const places = unique(other, wordPairs)
  const votes = new Map<number, Map<number, number>>()
  for (const [key, index] of unique(one, wordPairs)) {
    const place = places.get(key) ?? -1
    if (index < 0 || place < 0) continue
    const known = votes.get(index) ?? new Map<number, number>()
    votes.set(index, known.set(place, (known.get(place) ?? 0) + 1))
  }
  const pairs = one.flatMap((line, index): Pair[] => {
    const [best] = [...(votes.get(index) ?? [])].toSorted(([, left], [, right]) => right - left)
    const match = best && other[best[0]]
    return match && similarity(line, match) >= ALIKE ? [[index, best[0]]] : []
  })
  return ascending(pairs)
}

/** The pairs with the most in common altogether. */
const bestLines: Step = (one, other) => {
  if (one.length * other.length > MOST_COMPARED) return []
  const width = other.length + 1
  const scores = new Float64Array((one.length + 1) * width)
  const score = (at: number, place: number) => scores[at * width + place] ?? 0
  const gain = (at: number, place: number) => {
    const [left, right] = [one[at], other[place]]
    const value = left && right ? similarity(left, right) : 0
    return value >= ALIKE ? value : 0
  }
  for (let at = one.length - 1; at >= 0; at--) {
    for (let place = other.length - 1; place >= 0; place--) {
      const paired = gain(at, place)
      const skipped = Math.max(score(at + 1, place), score(at, place + 1))
      scores[at * width + place] = Math.max(skipped, paired > 0 ? paired + score(at + 1, place + 1) : 0)
    }
  }
  const pairs: Pair[] = []
  let at = 0
  let place = 0
  while (at < one.length && place < other.length) {
    const here = score(at, place)
    if (here === score(at + 1, place)) at += 1
    else if (here === score(at, place + 1)) place += 1
    else pairs.push([at++, place++])
  }
  return pairs
}

const STEPS: readonly Step[] = [equalLines, telltaleLines, bestLines]

function alignBetween(one: Lines, other: Lines, step: number): Pair[] {
  const find = STEPS[step]
  if (!find || one.length === 0 || other.length === 0) return []
  const pairs: Pair[] = []
  let at = 0
  let place = 0
  for (const [nextAt, nextPlace] of [...find(one, other), [one.length, other.length] as const]) {
    const between = alignBetween(one.slice(at, nextAt), other.slice(place, nextPlace), step + 1)
    for (const [left, right] of between) pairs.push([left + at, right + place])
    if (nextAt < one.length) pairs.push([nextAt, nextPlace])
    at = nextAt + 1
    place = nextPlace + 1
  }
  return pairs
}

/** Pairs of lines that are the same or alike, in order. */
export function alignLines(one: Lines, other: Lines): readonly Pair[] {
  let head = 0
  const most = Math.min(one.length, other.length)
  while (head < most && one[head]?.says === other[head]?.says) head += 1
  let tail = 0
  while (tail < most - head && one[one.length - 1 - tail]?.says === other[other.length - 1 - tail]?.says) {
    tail += 1
  }
  const middle = alignBetween(one.slice(head, one.length - tail), other.slice(head, other.length - tail), 0)
  return [
    ...Array.from({ length: head }, (_, index): Pair => [index, index]),
    ...middle.map(([left, right]): Pair => [left + head, right + head]),
    ...Array.from({ length: tail }, (_, index): Pair => [
      one.length - tail + index,
      other.length - tail + index,
    ]),
  ]
}
