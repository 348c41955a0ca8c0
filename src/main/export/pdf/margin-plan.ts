import { changeBars } from './margin-bars.ts'
import { packCards } from './margin-cards.ts'
import type { CardForm } from './margin-cards.ts'
import { byLine, stacked } from './margin-rows.ts'
import type { MarkRow } from './margin-rows.ts'
import { goalsOf } from './goals.ts'
import type { PlacedTag, Places } from './places.ts'

/**
 * What stands in the margins of each page. The template lays its pages out, says where everything came to stand, and
 * is given this for its second round (resources/typst/page.typ draws it). Points from the upper left; heights of
 * marks are those of the line's baseline.
 */

export type PlannedCard = {
  /** Which of the report's cards. */
  readonly index: number
  readonly top: number
  readonly height: number
  readonly form: CardForm
  /** Where its number stands behind the words it speaks of. */
  readonly x: number
  readonly y: number
}

export type PagePlan = {
  /** From top to bottom. */
  readonly bars: readonly (readonly [number, number])[]
  /** "4.2" */
  readonly sentences: readonly { readonly y: number; readonly words: string }[]
  readonly claims: readonly MarkRow<{ readonly label: string; readonly shape: string }>[]
  /** "12–14 IC" */
  readonly changes: readonly MarkRow<ChangeMark>[]
  /** Numbers of pages behind what leads there. */
  readonly pages: readonly { readonly x: number; readonly y: number; readonly words: string }[]
  readonly cards: readonly PlannedCard[]
  /** Where the numbers of comments without a card stand, and these: "C40 to C52". */
  readonly more: { readonly top: number; readonly words: string } | null
}
type ChangeMark = { readonly words: string; readonly initials: string; readonly hue: number }

/** By the number of the page. */
export type MarginPlan = Readonly<Record<string, PagePlan>>

type Tag<K extends PlacedTag['kind']> = Extract<PlacedTag, { kind: K }>

function ofKind<K extends PlacedTag['kind']>(tags: readonly PlacedTag[], kind: K): readonly Tag<K>[] {
  return tags.filter((tag): tag is Tag<K> => tag.kind === kind)
}

/** Marks of the claims are set in 7.5 points: so wide is a digit, and what stands beside the number. */
const DIGIT = 3.8
const SHAPE = 13
const CLAIM_ROOM = 90

/** "4.2", and "4.2, 3" where two sentences begin on one line. */
function sentenceWords(labels: readonly string[]): string {
  const [first = '', ...others] = labels
  return [first, ...others.map((label) => label.split('.').at(-1) ?? label)].join(', ')
}

/** Numbers of one author that follow one another are told as a range; each mark has a row of its own. */
function changeMarks(tags: readonly Tag<'change'>[]): readonly ChangeMark[] {
  const marks: { first: number; last: number; initials: string; hue: number }[] = []
  for (const { label, initials, hue } of tags) {
    const number = Number(label)
    const last = marks.at(-1)
    if (last?.initials === initials && (number === last.last + 1 || number === last.last)) last.last = number
    else marks.push({ first: number, last: number, initials, hue })
  }
  return marks.map(({ first, last, initials, hue }) => ({
    words: first === last ? String(first) : `${first}–${last}`,
    initials,
    hue,
  }))
}

/** Of a card that is cut to one line, and between two. */
const CARD = { line: 11, gap: 2.5 }
/** The head of a card stands beside the line it speaks of, and not under it. */
const RISE = 8

function cardsOf(
  tags: readonly Tag<'comment'>[],
  refs: readonly Tag<'ref'>[],
  { sheet, start, cards: heights }: Places,
) {
  const numbers = new Map(refs.map((ref) => [ref.label, ref]))
  const top = start !== null && tags[0]?.page === start.page ? start.y : sheet.top
  const wanted = tags.flatMap((tag) => {
    const index = Number(tag.label.slice(1)) - 1
    const height = heights[index]
    return height === undefined ? [] : [{ tag, index, at: Math.max(top, tag.y - RISE), height }]
  })
  const packed = packCards(wanted, { ...CARD, top, foot: sheet.foot })
  const cards = packed.cards.flatMap((card, place): readonly PlannedCard[] => {
    const wish = wanted[place]
    if (!wish) return []
    const { x, y } = numbers.get(wish.tag.label) ?? wish.tag
    return [{ ...card, index: wish.index, x, y }]
  })
  const rest = wanted.slice(packed.cards.length).map(({ tag }) => tag.label)
  const words = rest.length > 1 ? `${rest[0]} to ${rest.at(-1)}` : (rest[0] ?? '')
  return { cards, more: rest.length === 0 ? null : { top: sheet.foot - CARD.line, words } }
}

type PageOf = (name: string) => number | null

/** Nothing behind what leads nowhere. */
function pageNumbers(tags: readonly PlacedTag[], pageOf: PageOf): PagePlan['pages'] {
  return ofKind(tags, 'page').flatMap(({ to, x, y }) => {
    const page = pageOf(to)
    return page === null ? [] : [{ x, y, words: String(page) }]
  })
}

function pagePlan(tags: readonly PlacedTag[], places: Places, pageOf: PageOf): Omit<PagePlan, 'bars'> {
  const claims = byLine(ofKind(tags, 'claim'))
  const claimWidth = ({ label }: { label: string }) => label.length * DIGIT + SHAPE
  const changes = byLine(ofKind(tags, 'change')).map(({ y, marks }) => ({ y, marks: changeMarks(marks) }))
  return {
    sentences: byLine(ofKind(tags, 'sentence')).map(({ y, marks }) => ({
      y,
      words: sentenceWords(marks.map(({ label }) => label)),
    })),
    claims: stacked(
      claims.map(({ y, marks }) => ({ y, marks: marks.map(({ label, shape }) => ({ label, shape })) })),
      claimWidth,
      CLAIM_ROOM,
    ),
    changes: stacked(changes, () => 1, 1),
    pages: pageNumbers(tags, pageOf),
    ...cardsOf(ofKind(tags, 'comment'), ofKind(tags, 'ref'), places),
  }
}

/** Where nothing stands in any margin the plan is empty: heads and feet of pages are drawn with it. */
export function planMargins(places: Places | null): MarginPlan | null {
  if (places === null) return null
  const goals = goalsOf(places)
  const pageOf = (name: string) => goals.get(name)?.page ?? null
  const bars = Map.groupBy(changeBars(places.tags, places), ({ page }) => page)
  const tags = Map.groupBy(places.tags, ({ page }) => page)
  const pages = [...new Set([...tags.keys(), ...bars.keys()])].toSorted((a, b) => a - b)
  return Object.fromEntries(
    pages.map((page) => [
      page,
      {
        ...pagePlan(tags.get(page) ?? [], places, pageOf),
        bars: (bars.get(page) ?? []).map(({ from, to }) => [from, to] as const),
      },
    ]),
  )
}
