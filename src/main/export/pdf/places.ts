import type { Line } from '../../pdf/annotate.ts'

/**
 * Where things came to stand: what the template says of its first pages (resources/typst/places.typ). Points, from the
 * upper left of the page.
 */

/** `y` is the baseline; pages count from 1. A tag stands behind the letter that it is tied to. */
type At = { readonly page: number; readonly x: number; readonly y: number }
/** `anchor`: the first place of what it tells; rows lead back to it. */
type Told = At & { readonly label: string; readonly anchor?: true }
type Place = At & {
  readonly kind: 'noted'
  readonly label: string
  readonly style: string
  /** `before` and `from`: on either side of the first letter; `to`: behind the last. */
  readonly side: 'before' | 'from' | 'to'
}
export type PlacedTag =
  | (At & { readonly kind: 'sentence'; readonly label: string })
  | (At & { readonly kind: 'ref'; readonly label: string })
  | (Told & { readonly kind: 'claim'; readonly shape: string })
  | (Told & { readonly kind: 'change'; readonly initials: string; readonly hue: number })
  | (Told & { readonly kind: 'comment' })
  /** A part or a row of a register, to which links lead. */
  | (At & { readonly kind: 'target'; readonly name: string })
  /** Here the number of the page is to be read where `to` stands. */
  | (At & { readonly kind: 'page'; readonly to: string })
  | (At & { readonly kind: 'from' })
  | (At & { readonly kind: 'to' })
  | Place

export type Places = {
  readonly tags: readonly PlacedTag[]
  /** Height of the sheet; where text begins and ends on it, and the sides of the column with the redline. */
  readonly sheet: Readonly<Record<'height' | 'top' | 'foot' | 'left' | 'right', number>>
  /** Where the redline begins; nothing of the margins stands above it on its page. */
  readonly start: { readonly page: number; readonly y: number } | null
  /** Size and line pitch of each style of the redline. */
  readonly styles: Readonly<Record<string, readonly [size: number, pitch: number]>>
  /** Heights of the cards in the margin, in the order of the report. */
  readonly cards: readonly number[]
}

/**
 * Null for what a template without text says. It is taken at its word: nobody but the template says it, and a check of
 * every tag would take longer than all that is made of them.
 */
export function readPlaces(value: unknown): Places | null {
  return value as Places | null
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
