import type { Displaced } from './merge-displaced.ts'
import { sharedPairs } from './merge-gap.ts'
import type { Openness } from './merge-gap.ts'
import type { Token } from './merge-tokens.ts'

/**
 * Where what a pass brought stands among the tokens of the base. Slot n is directly before base token n. Where the
 * pass has tokens of the base no longer, several slots are possible; what both passes brought goes to the same one,
 * and all else as far to the end as can be, for new text comes after what it replaces.
 */
export type Slots = ReadonlyMap<number, readonly Token[]>

type Loose = { readonly token: Token; readonly from: number; readonly to: number; slot: number }

function broughtBy({ tokens, places, displaced }: PlacedPass): Loose[] {
  const brought: Loose[] = []
  let from = 0
  let read = 0
  for (let to = 0; to <= places.length; to++) {
    const place = to === places.length ? tokens.length : (places[to] ?? -1)
    if (place < 0) continue
    for (const [at, token] of tokens.slice(read, place).entries()) {
      if (!displaced.taken.has(read + at)) brought.push({ token, from, to, slot: to })
    }
    from = to + 1
    read = place + 1
  }
  return brought
}

/** Puts what both brought between two tokens that stand in both passes into the same slots. */
function alignSlots(one: readonly Loose[], other: readonly Loose[], open: Openness): void {
  const tokens = (list: readonly Loose[]) => list.map(({ token }) => token)
  const pairs = sharedPairs(tokens(one), tokens(other), open)
  const limit = (list: readonly Loose[], from: number, to: number, slot: number) => {
    for (const loose of list.slice(from, to)) loose.slot = Math.min(loose.slot, slot)
  }
  for (const [at, otherAt] of pairs.toReversed()) {
    const [left, right] = [one[at], other[otherAt]]
    if (!left || !right) continue
    const slot = Math.min(left.slot, right.slot)
    if (slot < left.from || slot < right.from) continue
    limit(one, 0, at + 1, slot)
    limit(other, 0, otherAt + 1, slot)
  }
}

function bySlot(brought: readonly Loose[]): Slots {
  const slots = new Map<number, Token[]>()
  for (const { token, slot } of brought) {
    const known = slots.get(slot)
    if (known) known.push(token)
    else slots.set(slot, [token])
  }
  return slots
}

type PlacedPass = {
  readonly tokens: readonly Token[]
  readonly places: Int32Array
  readonly displaced: Displaced
}

export function slotsOf(
  one: PlacedPass,
  other: PlacedPass,
  open: Openness,
): { readonly one: Slots; readonly other: Slots } {
  const left = broughtBy(one)
  const right = broughtBy(other)
  let at = 0
  let otherAt = 0
  const readTo = (list: readonly Loose[], from: number, end: number) => {
    let to = from
    while ((list[to]?.to ?? Infinity) <= end) to += 1
    return to
  }
  const isLoose = ({ from, to }: Loose) => from < to
  for (let end = 0; end <= one.places.length; end++) {
    const isBorder =
      end === one.places.length || ((one.places[end] ?? -1) >= 0 && (other.places[end] ?? -1) >= 0)
    if (!isBorder) continue
    const [to, otherTo] = [readTo(left, at, end), readTo(right, otherAt, end)]
    if (to > at && otherTo > otherAt) {
      const [first, second] = [left.slice(at, to), right.slice(otherAt, otherTo)]
      if (first.some(isLoose) || second.some(isLoose)) alignSlots(first, second, open)
    }
    at = to
    otherAt = otherTo
  }
  return { one: bySlot(left), other: bySlot(right) }
}
