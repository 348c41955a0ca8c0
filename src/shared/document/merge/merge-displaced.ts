import { indexesById, textOf } from './merge-insertions.ts'
import type { Token } from './merge-tokens.ts'

/**
 * Insertions that a pass holds as the base does, letter by letter, but at another place among its neighbours: as where
 * two merges have put what came together in one gap into another order. They cannot be matched without turning the text
 * around. Where the other pass has left such an insertion as it was, it stands where this pass has it, and where both
 * have it elsewhere, it is what both brought. Else both are about the same words, which stay where the base has them.
 */
export type Displaced = {
  /** The token of the pass, by its place in the base. */
  readonly places: ReadonlyMap<number, number>
  /** The places in the pass of these tokens. */
  readonly taken: ReadonlySet<number>
}

export const NOTHING_DISPLACED: Displaced = { places: new Map(), taken: new Set() }

type Aligned = { readonly tokens: readonly Token[]; readonly places: Int32Array }

/** Insertions of the base that stand in a pass as they were, some of their letters out of order; with their places. */
function outOfOrder(
  base: readonly Token[],
  { tokens, places }: Aligned,
): ReadonlyMap<string, readonly number[]> {
  const inPass = indexesById(tokens)
  const found = new Map<string, readonly number[]>()
  for (const [id, indexes] of indexesById(base)) {
    const others = inPass.get(id)
    if (!others || indexes.every((index) => (places[index] ?? -1) >= 0)) continue
    if (textOf(base, indexes) === textOf(tokens, others)) found.set(id, others)
  }
  return found
}

/** `isAsItWas`: whether the other pass has left a token of the base alone. */
export function findDisplaced(
  base: readonly Token[],
  pass: Aligned,
  other: Aligned,
  isAsItWas: (index: number) => boolean,
): Displaced {
  const found = new Map<number, number>()
  const own = outOfOrder(base, pass)
  if (own.size === 0) return NOTHING_DISPLACED
  const theirs = outOfOrder(base, other)
  const matched = new Set(pass.places)
  const inBase = indexesById(base)
  for (const [id, places] of own) {
    const indexes = inBase.get(id) ?? []
    if (theirs.has(id) || indexes.every(isAsItWas)) continue
    indexes.forEach((index, at) => {
      const place = places[at] ?? -1
      if ((pass.places[index] ?? -1) < 0 && place >= 0 && !matched.has(place)) found.set(index, place)
    })
  }
  return { places: found, taken: new Set(found.values()) }
}
