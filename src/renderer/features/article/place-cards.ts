export type CardBox = {
  readonly id: string
  /** Top of the line it speaks of, in CSS pixels. */
  readonly wanted: number
  readonly height: number
}

/**
 * Tops for cards in text order, one column, none overlapping. The active card stands on its line; those before it
 * give way upwards, those after it downwards. When there is no room above, the active one gives way too.
 */
export function placeCards(
  cards: readonly CardBox[],
  activeId: string | null,
  gap: number,
  start: number,
): ReadonlyMap<string, number> {
  const tops = new Map<string, number>()
  const active = cards.findIndex((card) => card.id === activeId)
  const above = cards.slice(0, Math.max(active, 0))
  let limit = cards[active]?.wanted ?? 0
  for (const card of above.toReversed()) {
    const top = Math.min(card.wanted, limit - gap - card.height)
    tops.set(card.id, top)
    limit = top
  }
  let free = start
  for (const [index, card] of cards.entries()) {
    const wished = index < active ? (tops.get(card.id) ?? card.wanted) : card.wanted
    const top = Math.max(wished, free)
    tops.set(card.id, top)
    free = top + card.height + gap
  }
  return tops
}
