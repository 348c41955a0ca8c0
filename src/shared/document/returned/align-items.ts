import { commonPairs } from '../compare/common-pairs.ts'
import { alignStretch } from './align-stretch.ts'
import type { Pair } from './align-stretch.ts'
import { mayBeSame } from './returned-items.ts'
import type { Item } from './returned-items.ts'

/** More than this many places to look at are not looked at one by one. */
const MOST_PLACES = 6_000_000

/** Up to here every row of a table is held against every other one: their words alone may say too little. */
const MOST_ROWS = 10_000

type Line = { readonly from: number; says: string; words: string }

/** Up to and with each ¶, table, row or cell. */
function linesOf(items: readonly Item[]): readonly Line[] {
  const lines: Line[] = []
  let isOpen = false
  items.forEach((item, index) => {
    if (!isOpen) lines.push({ from: index, says: '', words: '' })
    const line = lines.at(-1)
    if (line) {
      line.says += `${item.says}\u0006`
      line.words += item.kind === 'text' ? item.text : `\u0006${item.kind}`
    }
    isOpen = item.kind === 'text' || item.kind === 'atom'
  })
  return lines
}

type Within = (base: readonly Item[], copy: readonly Item[]) => readonly Pair[]

/** Whole lines that are the same, and what stands between them by `within`. */
function byLines(
  base: readonly Item[],
  copy: readonly Item[],
  wordsOf: (line: Line) => string,
  inLine: Within,
  between: Within,
): readonly Pair[] {
  const [lines, others] = [linesOf(base), linesOf(copy)]
  const startOf = (list: readonly Line[], index: number, end: number) => list[index]?.from ?? end
  const pairs: Pair[] = []
  let [line, other] = [0, 0]
  const read = (toLine: number, toOther: number, within: Within) => {
    const [from, otherFrom] = [startOf(lines, line, base.length), startOf(others, other, copy.length)]
    const one = base.slice(from, startOf(lines, toLine, base.length))
    const two = copy.slice(otherFrom, startOf(others, toOther, copy.length))
    for (const [left, right] of within(one, two)) pairs.push([from + left, otherFrom + right])
    line = toLine
    other = toOther
  }
  for (const [left, right] of commonPairs(lines, others, (one, two) => wordsOf(one) === wordsOf(two))) {
    read(left, right, between)
    read(left + 1, right + 1, inLine)
  }
  read(lines.length, others.length, between)
  return pairs
}

function oneByOne(base: readonly Item[]): readonly Pair[] {
  return base.map((_, index) => [index, index] as const)
}

/** Without what is the same at both ends. */
function trimmed(base: readonly Item[], copy: readonly Item[], within: Within): readonly Pair[] {
  const most = Math.min(base.length, copy.length)
  let head = 0
  while (head < most && base[head]?.says === copy[head]?.says) head += 1
  let tail = 0
  while (tail < most - head && base.at(-1 - tail)?.says === copy.at(-1 - tail)?.says) tail += 1
  const middle = within(base.slice(head, base.length - tail), copy.slice(head, copy.length - tail))
  return [
    ...oneByOne(base.slice(0, head)),
    ...middle.map(([left, right]) => [left + head, right + head] as const),
    ...Array.from({ length: tail }, (_, at) => [base.length - tail + at, copy.length - tail + at] as const),
  ]
}

function stretch(base: readonly Item[], copy: readonly Item[]): readonly Pair[] {
  return trimmed(base, copy, (one, two) =>
    one.length * two.length <= MOST_PLACES ? alignStretch(one, two) : commonPairs(one, two, mayBeSame),
  )
}

function longStretch(base: readonly Item[], copy: readonly Item[]): readonly Pair[] {
  if (base.length * copy.length <= MOST_PLACES) return stretch(base, copy)
  return byLines(base, copy, ({ words }) => words, stretch, stretch)
}

/**
 * Where each token of the base stands in the copy, ascending: paragraphs that say the same, with the same changes,
 * first, and what is left between them letter by letter. The last ¶ is always the last ¶.
 */
export function alignItems(base: readonly Item[], copy: readonly Item[]): readonly Pair[] {
  const areFew = base[0]?.kind === 'row' && base.length * copy.length <= MOST_ROWS
  if (areFew) return trimmed(base, copy, alignStretch)
  const areEnded = base.at(-1)?.kind === 'paragraph' && copy.at(-1)?.kind === 'paragraph'
  if (!areEnded) return byLines(base, copy, ({ says }) => says, oneByOne, longStretch)
  const [last, otherLast] = [base.length - 1, copy.length - 1]
  const pairs = byLines(
    base.slice(0, last),
    copy.slice(0, otherLast),
    ({ says }) => says,
    oneByOne,
    longStretch,
  )
  return [...pairs, [last, otherLast]]
}
