import { commonPairs } from '../compare/common-pairs.ts'
import { freeIn, indexesById, textOf } from './merge-insertions.ts'
import type { Token } from './merge-tokens.ts'

/**
 * Insertions of the base that both passes have changed, and in the same way: one of them has read the other. Which
 * letters of the base they still hold is then settled for both at once, so that it is the same in both.
 */

export type Alike = ReadonlyMap<
  string,
  { readonly base: readonly number[]; readonly one: readonly number[]; readonly other: readonly number[] }
>

export function changedAlike(base: readonly Token[], one: readonly Token[], other: readonly Token[]): Alike {
  const [inOne, inOther] = [indexesById(one), indexesById(other)]
  const alike = new Map<string, { base: number[]; one: number[]; other: number[] }>()
  for (const [id, indexes] of indexesById(base)) {
    const [left, right] = [inOne.get(id) ?? [], inOther.get(id) ?? []]
    const text = textOf(one, left)
    if (text === textOf(other, right) && text !== textOf(base, indexes)) {
      alike.set(id, { base: indexes, one: left, other: right })
    }
  }
  return alike
}

type Places = { readonly one: Int32Array; readonly other: Int32Array }

/** Adds the matches of such insertions to those of everything else. */
export function matchAlike(
  base: readonly Token[],
  one: readonly Token[],
  alike: Alike,
  places: Places,
): void {
  const pick = (tokens: readonly Token[], indexes: readonly number[]) =>
    indexes.flatMap((index) => tokens[index] ?? [])
  const same = (left: Token, right: Token) => left.kind === right.kind && left.text === right.text
  for (const id of [...alike.keys()].toSorted()) {
    const indexes = alike.get(id)
    if (!indexes) continue
    const isFree = { one: freeIn(places.one), other: freeIn(places.other) }
    for (const [at, place] of commonPairs(pick(base, indexes.base), pick(one, indexes.one), same)) {
      const [index, left, right] = [indexes.base[at], indexes.one[place], indexes.other[place]]
      if (index === undefined || left === undefined || right === undefined) continue
      if (!isFree.one(index, left) || !isFree.other(index, right)) continue
      places.one[index] = left
      places.other[index] = right
    }
  }
}
