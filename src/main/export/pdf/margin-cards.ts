/** Cards one under the other in the margin of one page, each as near as can be to the line it speaks of. */

export type CardWish = {
  /** Where its head should stand. */
  readonly at: number
  /** Its height when it is shown whole. */
  readonly height: number
}

/** `line`: cut to its first line, as it is where the page is full. */
export type CardForm = 'whole' | 'line'
export type PackedCard = { readonly top: number; readonly height: number; readonly form: CardForm }

export type Margin = {
  readonly top: number
  readonly foot: number
  /** Between two cards. */
  readonly gap: number
  /** Of a card that is cut to one line. */
  readonly line: number
}

export type Packed = {
  /** In the order of the wishes, and as many of them as there is room for when each takes one line. */
  readonly cards: readonly PackedCard[]
  /** How many of the last ones have no place; their numbers stand in one line at the foot. */
  readonly left: number
}

/** How many cards of one line fit, each with the gap behind it. */
function capacity({ top, foot, gap, line }: Margin): number {
  return Math.max(0, Math.floor((foot - top + gap) / (line + gap)))
}

/** From the last on they shrink to one line until all fit. */
function formed(wishes: readonly CardWish[], margin: Margin): PackedCard[] {
  const whole = wishes.map(({ height }) => ({ top: 0, height: Math.max(height, margin.line) }))
  let free = margin.foot - margin.top + margin.gap
  for (const { height } of whole) free -= height + margin.gap
  const cards: PackedCard[] = []
  for (const { top, height } of whole.toReversed()) {
    const form = free < 0 && height > margin.line ? 'line' : 'whole'
    if (form === 'line') free += height - margin.line
    cards.push({ top, height: form === 'line' ? margin.line : height, form })
  }
  return cards.reverse()
}

/** Wishes in the order of the text. No two cards overlap, none leaves the page, and their order is kept. */
export function packCards(wishes: readonly CardWish[], page: Margin): Packed {
  const room = capacity(page)
  const kept = wishes.length <= room ? wishes : wishes.slice(0, Math.max(0, room - 1))
  const left = wishes.length - kept.length
  const margin = left === 0 ? page : { ...page, foot: page.foot - page.line - page.gap }
  let free = margin.top
  const pushed = formed(kept, margin).map((card, index) => {
    const top = Math.max(free, kept[index]?.at ?? free)
    free = top + card.height + margin.gap
    return { ...card, top }
  })
  let end = margin.foot
  const pulled = pushed.toReversed().map((card) => {
    const top = Math.min(card.top, end - card.height)
    end = top - margin.gap
    return { ...card, top }
  })
  return { cards: pulled.reverse(), left }
}
