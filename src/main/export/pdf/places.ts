import { z } from 'zod'
import type { Line } from '../../pdf/annotate.ts'

/**
 * Where things came to stand: what the template says of its first pages (resources/typst/places.typ). Points, from the
 * upper left of the page.
 */

/** `y` is the baseline; pages count from 1. A tag stands behind the letter that it is tied to. */
const at = { page: z.number(), x: z.number(), y: z.number() }
const tag = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sentence'), label: z.string(), ...at }),
  z.object({ kind: z.literal('claim'), label: z.string(), shape: z.string(), ...at }),
  z.object({ kind: z.literal('change'), label: z.string(), initials: z.string(), hue: z.number(), ...at }),
  z.object({ kind: z.literal('comment'), label: z.string(), ...at }),
  z.object({ kind: z.literal('ref'), label: z.string(), ...at }),
  z.object({ kind: z.literal('from'), ...at }),
  z.object({ kind: z.literal('to'), ...at }),
  z.object({
    kind: z.literal('noted'),
    label: z.string(),
    style: z.string(),
    /** `before` and `from`: on either side of the first letter; `to`: behind the last. */
    side: z.enum(['before', 'from', 'to']),
    ...at,
  }),
])
export type PlacedTag = z.infer<typeof tag>
type Place = Extract<PlacedTag, { kind: 'noted' }>

const places = z.object({
  tags: z.array(tag),
  /** Height of the sheet; where text begins and ends on it, and the sides of the column with the redline. */
  sheet: z.object({
    height: z.number(),
    top: z.number(),
    foot: z.number(),
    left: z.number(),
    right: z.number(),
  }),
  /** Where the redline begins; nothing of the margins stands above it on its page. */
  start: z.object({ page: z.number(), y: z.number() }).nullable(),
  /** Size and line pitch of each style of the redline. */
  styles: z.record(z.string(), z.tuple([z.number(), z.number()])),
  /** Heights of the cards in the margin, in the order of the report. */
  cards: z.array(z.number()),
})
export type Places = z.infer<typeof places>

/** Null for what a template without text says. */
export function readPlaces(value: unknown): Places | null {
  return value === null ? null : places.parse(value)
}

export type NotedPlace = {
  /** From 0: where the words begin. */
  readonly page: number
  readonly lines: readonly Line[]
}

/** By the number of the comment ("C3"). Of words on several pages those on the first, as a comment has one page. */
export function notedPlaces(told: Places | null): ReadonlyMap<string, NotedPlace> {
  const result = new Map<string, NotedPlace>()
  if (told === null) return result
  const noted = told.tags.filter((one) => one.kind === 'noted')
  for (const [label, ends] of Map.groupBy(noted, (one) => one.label)) {
    const stretches = stretchesOf(ends, told)
    const [first] = stretches
    if (!first) continue
    const lines = stretches
      .filter(([start]) => start.page === first[0].page)
      .flatMap((one) => linesOf(one, told))
    result.set(label, { page: first[0].page - 1, lines })
  }
  return result
}

type Stretch = readonly [start: Place, end: Place]

function measures({ style }: Place, { styles }: Places): { readonly size: number; readonly pitch: number } {
  const [size, pitch] = styles[style] ?? [9, 13]
  return { size, pitch }
}

/** The three ends of each stretch come one after the other. */
function stretchesOf(ends: readonly Place[], told: Places): readonly Stretch[] {
  const stretches: Stretch[] = []
  let before: Place | null = null
  let start: Place | null = null
  for (const end of ends) {
    if (end.side === 'before') before = end
    else if (end.side === 'from') {
      start = before && isOneLine(before, end, told) ? before : { ...end, x: told.sheet.left }
    } else if (start) {
      stretches.push([start, end])
      start = null
    }
  }
  return stretches
}

function isOneLine(one: Place, other: Place, told: Places): boolean {
  return one.page === other.page && Math.abs(one.y - other.y) < measures(one, told).pitch / 2
}

function linesOf([start, end]: Stretch, told: Places): readonly Line[] {
  const { sheet } = told
  const { size, pitch } = measures(start, told)
  /** As high as the letters are: 0.78 and 0.22 of their size, as `theme.typ` sets every line. */
  const line = (y: number, from: number, to: number): Line => ({
    left: Math.min(from, to),
    right: Math.max(from, to),
    top: sheet.height - y + 0.78 * size,
    bottom: sheet.height - y - 0.22 * size,
  })
  if (isOneLine(start, end, told)) return [line(start.y, start.x, end.x)]
  // How wide a cell is nobody says: the words' first line stands for all.
  if (start.style === 'cell') return [line(start.y, start.x, start.x + size)]
  const last = end.page === start.page ? end.y : sheet.foot
  const between: Line[] = []
  for (let y = start.y + pitch; y < last - pitch / 2; y += pitch) {
    between.push(line(y, sheet.left, sheet.right))
  }
  const first = line(start.y, start.x, sheet.right)
  return end.page === start.page ? [first, ...between, line(end.y, sheet.left, end.x)] : [first, ...between]
}
