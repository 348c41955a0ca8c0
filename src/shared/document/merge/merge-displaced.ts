import { indexesById, textOf } from './merge-insertions.ts'
import type { ChangeStates, Token } from './merge-tokens.ts'

/**
 * Insertions that a pass holds as the base does, letter by letter, but at another place among its neighbours: as where
 * two merges have put what came together in one gap into another order. They cannot be matched without turning the text
 * around. Where the other pass has left such an insertion as it was, it stands where this pass has it, and where both
 * have it elsewhere, it is what both brought. Else both are about the same words, which stay where the base has them.
 *
 * The same goes for insertions that were accepted in the pass, whose words are plain there: which of the plain words
 * these are is told by what they say, where what became of changes is known.
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

/** Words of accepted insertions that were not found where the base has them, with plain new words that say the same. */
function accepted(
  base: readonly Token[],
  { tokens, places, states }: Aligned & { readonly states: ChangeStates },
): ReadonlyMap<number, number> {
  const matched = new Set(places)
  const free = new Map<string, number[]>()
  for (const [place, { insertion, kind, text }] of tokens.entries()) {
    if (kind !== 'text' || insertion !== null || matched.has(place)) continue
    const known = free.get(text)
    if (known) known.push(place)
    else free.set(text, [place])
  }
  const found = new Map<number, number>()
  for (const [index, { insertion, kind, text }] of base.entries()) {
    if (kind !== 'text' || insertion === null || (places[index] ?? -1) >= 0) continue
    const place = states.get(insertion.id) === 'accepted' ? free.get(text)?.shift() : undefined
    if (place !== undefined) found.set(index, place)
  }
  return found
}

/** `isAsItWas`: whether the other pass has left a token of the base alone. */
export function findDisplaced(
  base: readonly Token[],
  pass: Aligned & { readonly states: ChangeStates | null },
  other: Aligned,
  isAsItWas: (index: number) => boolean,
): Displaced {
  const found = new Map<number, number>()
  const { states } = pass
  for (const [index, place] of states ? accepted(base, { ...pass, states }) : []) {
    if (!isAsItWas(index)) found.set(index, place)
  }
  const own = outOfOrder(base, pass)
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
