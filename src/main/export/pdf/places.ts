import { z } from 'zod'
import type { Line } from '../../pdf/annotate.ts'

/** Where the words under comments came to stand: what the template says, turned into stretches of lines. */

const place = z.object({
  label: z.string(),
  style: z.string(),
  /** `before` and `from`: on either side of the first letter; `to`: behind the last. */
  side: z.enum(['before', 'from', 'to']),
  /** From 1. */
  page: z.number(),
  /** Points from the upper left; `y` is the baseline. */
  x: z.number(),
  y: z.number(),
  size: z.number(),
  pitch: z.number(),
  /** Of the column, of what stands on the page, and of the page. */
  left: z.number(),
  right: z.number(),
  foot: z.number(),
  height: z.number(),
})
type Place = z.infer<typeof place>

const dump = z.array(place).nullable()

export type NotedPlace = {
  /** From 0: where the words begin. */
  readonly page: number
  readonly lines: readonly Line[]
}

/** By the number of the comment ("C3"). Of words on several pages those on the first, as a comment has one page. */
export function notedPlaces(places: unknown): ReadonlyMap<string, NotedPlace> {
  const result = new Map<string, NotedPlace>()
  for (const [label, ends] of Map.groupBy(dump.parse(places) ?? [], (one) => one.label)) {
    const stretches = stretchesOf(ends)
    const [first] = stretches
    if (!first) continue
    const lines = stretches.filter(([start]) => start.page === first[0].page).flatMap(linesOf)
    result.set(label, { page: first[0].page - 1, lines })
  }
  return result
}

type Stretch = readonly [start: Place, end: Place]

/** The three ends of each stretch come one after the other. */
function stretchesOf(ends: readonly Place[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  let before: Place | null = null
  let start: Place | null = null
  for (const end of ends) {
    if (end.side === 'before') before = end
    else if (end.side === 'from') start = before && isOneLine(before, end) ? before : { ...end, x: end.left }
    else if (start) {
      stretches.push([start, end])
      start = null
    }
  }
  return stretches
}

function isOneLine(one: Place, other: Place): boolean {
  return one.page === other.page && Math.abs(one.y - other.y) < one.pitch / 2
}

function linesOf([start, end]: Stretch): readonly Line[] {
  if (isOneLine(start, end)) return [lineOf(start, start.y, start.x, end.x)]
  // How wide a cell is nobody says: the words' first line stands for all.
  if (start.style === 'cell') return [lineOf(start, start.y, start.x, start.x + start.size)]
  const last = end.page === start.page ? end.y : start.foot
  const between: Line[] = []
  for (let y = start.y + start.pitch; y < last - start.pitch / 2; y += start.pitch) {
    between.push(lineOf(start, y, start.left, start.right))
  }
  const first = lineOf(start, start.y, start.x, start.right)
  return end.page === start.page
    ? [first, ...between, lineOf(start, end.y, start.left, end.x)]
    : [first, ...between]
}

/** As high as the letters are: 0.78 and 0.22 of their size, as `theme.typ` sets every line. */
function lineOf({ size, height }: Place, y: number, from: number, to: number): Line {
  return {
    left: Math.min(from, to),
    right: Math.max(from, to),
    top: height - y + 0.78 * size,
    bottom: height - y - 0.22 * size,
  }
}
