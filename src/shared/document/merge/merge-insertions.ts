import { commonPairs } from '../compare/common-pairs.ts'
import type { Pair } from '../compare/common-pairs.ts'
import { compareWords } from './merge-refs.ts'
import { indexesOf, pick, saysTheSame } from './merge-tokens.ts'
import type { OpenChanges, Token } from './merge-tokens.ts'

/** Insertions among the tokens of a document, by id. */
export function indexesById(tokens: readonly Token[]): Map<string, number[]> {
  const indexes = new Map<string, number[]>()
  tokens.forEach(({ insertion }, index) => {
    if (!insertion) return
    const known = indexes.get(insertion.id)
    if (known) known.push(index)
    else indexes.set(insertion.id, [index])
  })
  return indexes
}

/** All that they say, objects too. */
export function textOf(tokens: readonly Token[], indexes: readonly number[]): string {
  return indexes.map((index) => tokens[index]?.text || `\0${tokens[index]?.kind ?? ''}`).join('')
}

/** Whether a token of the base and one of a pass can be matched without crossing a match that there is so far. */
export function freeIn(places: Int32Array): (index: number, place: number) => boolean {
  const before = new Int32Array(places.length)
  const after = new Int32Array(places.length)
  let last = -1
  for (let index = 0; index < places.length; index++) {
    before[index] = last
    last = Math.max(last, places[index] ?? -1)
  }
  let next = 2 ** 31 - 1
  for (let index = places.length - 1; index >= 0; index--) {
    after[index] = next
    const place = places[index] ?? -1
    if (place >= 0) next = place
  }
  return (index, place) => place > (before[index] ?? 0) && place < (after[index] ?? 0)
}

function isAscending(places: Int32Array): boolean {
  let last = -1
  return places.every((place) => {
    const fits = place < 0 || place > last
    last = Math.max(last, place)
    return fits
  })
}

/** Insertions of the base that are in the pass as they were. */
export function matchUnchanged(
  base: readonly Token[],
  pass: readonly Token[],
  open: OpenChanges,
  places: Int32Array,
): Int32Array {
  const inPass = indexesById(pass)
  const matches = [...indexesById(base)].flatMap(([id, indexes]) => {
    const others = inPass.get(id)
    const isUnchanged = others && open.pass.has(id) && textOf(base, indexes) === textOf(pass, others)
    return isUnchanged ? [{ indexes, others }] : []
  })
  const all = places.slice()
  for (const { indexes, others } of matches) {
    indexes.forEach((index, at) => {
      all[index] = others[at] ?? -1
    })
  }
  // An edit never turns the text around; where one has brought it back elsewhere, only what is in order counts.
  if (isAscending(all)) return all
  const some = places.slice()
  for (const { indexes, others } of matches) {
    const isFree = freeIn(some)
    indexes.forEach((index, at) => {
      const place = others[at] ?? -1
      if (isFree(index, place)) some[index] = place
    })
  }
  return some
}

type IdMatch = {
  readonly id: string
  readonly pairs: readonly Pair[]
  readonly lost: number
  readonly more: number
}

function matchOfId(id: string, base: readonly Token[], pass: readonly Token[]): IdMatch {
  const own = indexesOf(base, ({ insertion }) => insertion?.id === id)
  const others = indexesOf(pass, ({ insertion }) => insertion?.id === id)
  const pairs = commonPairs(pick(base, own), pick(pass, others), saysTheSame).map(([at, place]): Pair => [
    own[at] ?? -1,
    others[place] ?? -1,
  ])
  return { id, pairs, lost: own.length - pairs.length, more: others.length - pairs.length }
}

/**
 * Each insertion by itself, those first that were changed least: so where a letter was put beside one that is equal,
 * or typed anew elsewhere, what it is taken for does not depend on what else has changed.
 */
function matchById(base: readonly Token[], pass: readonly Token[]): Int32Array {
  const places = new Int32Array(base.length).fill(-1)
  const ids = new Set(base.flatMap(({ insertion }) => insertion?.id ?? []))
  const matches = [...ids].map((id) => matchOfId(id, base, pass))
  const inOrder = matches.toSorted(
    (one, two) => one.lost - two.lost || one.more - two.more || compareWords(one.id, two.id),
  )
  for (const { pairs } of inOrder) {
    const isFree = freeIn(places)
    for (const [at, place] of pairs) if (isFree(at, place)) places[at] = place
  }
  return places
}

/** Matches the insertions that were changed, between what is matched already. */
export function alignRest(
  base: readonly Token[],
  pass: readonly Token[],
  open: OpenChanges,
  places: Int32Array,
): void {
  const taken = new Set(places)
  let from = 0
  let otherFrom = 0
  const isOpen = ({ insertion }: Token) =>
    insertion !== null && open.base.has(insertion.id) && open.pass.has(insertion.id)
  const matchUpTo = (to: number, otherTo: number) => {
    const left: number[] = []
    const right: number[] = []
    for (let at = from; at < to; at++) if (isIn(base[at], isOpen)) left.push(at)
    if (left.length === 0) return
    for (let at = otherFrom; at < otherTo; at++) if (!taken.has(at) && isIn(pass[at], isOpen)) right.push(at)
    const found = matchById(pick(base, left), pick(pass, right))
    left.forEach((index, at) => {
      places[index] = right[found[at] ?? -1] ?? -1
    })
  }
  for (let at = 0; at < base.length; at++) {
    const place = places[at] ?? -1
    if (place < 0) continue
    if (at > from) matchUpTo(at, place)
    from = at + 1
    otherFrom = place + 1
  }
  matchUpTo(base.length, pass.length)
}

function isIn(token: Token | undefined, holds: (token: Token) => boolean): boolean {
  return token !== undefined && holds(token)
}
