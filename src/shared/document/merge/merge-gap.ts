import type { ChangeRef } from '../attributes.ts'
import { commonPairs } from '../compare/common-pairs.ts'
import { compareRefs, compareWords } from './merge-refs.ts'
import type { ChangeStates, Token } from './merge-tokens.ts'

/**
 * The order of what two passes put into one gap of the base. Each pass keeps its own order, what both brought is
 * there once, and between such the parts follow each other by author and change id. A part is all of a change in
 * the gap with whatever stands within it, so that nobody's sentence is cut by another's. Parts are merged as in merge
 * sort, by their first key: that order does not depend on who merges, or in which turn three passes come together.
 */
export type Gap = {
  /** The tokens of the base that stand around it; null at the ends. */
  readonly before: Token | null
  readonly after: Token | null
}

/** The changes that are open in each pass, and what became of the others, to know what was accepted there. */
export type Openness = {
  readonly one: ReadonlySet<string>
  readonly other: ReadonlySet<string>
  /** Null where nobody knows. */
  readonly states: BothStates | null
}

export type BothStates = { readonly one: ChangeStates; readonly other: ChangeStates }

export type Brought =
  | { readonly kind: 'one' | 'other'; readonly token: Token }
  | { readonly kind: 'both'; readonly one: Token; readonly other: Token }

/** Of text that was not tracked, so that it has a place in the order as well. */
const NOBODY: ChangeRef = { id: '', author: '' }

function refOf(token: Token): ChangeRef {
  return token.insertion ?? NOBODY
}

function says(token: Token): string {
  return token.kind === 'atom'
    ? JSON.stringify(token.node.attrs) + token.node.type.name
    : token.kind + token.text
}

/** Whether a change of one pass was decided, or may have been, in the other. */
function isClosedIn(side: 'one' | 'other', id: string, open: Openness): boolean {
  return !open[side].has(id) && (open.states === null || open.states[side].has(id))
}

/** What neither pass inserted: the same where both took back the same deletion, or where nobody knows better. */
function isSharedPlain(one: Token, other: Token, open: Openness): boolean {
  if (open.states === null) return true
  const [left, right] = [one.deletion?.id, other.deletion?.id]
  if (left !== undefined && right !== undefined) return left === right
  if (left !== undefined) return isClosedIn('other', left, open)
  return right !== undefined && isClosedIn('one', right, open)
}

/**
 * The same new token in both passes: of one insertion, or of one that was accepted in the other pass. Two people who
 * typed the same each typed it.
 */
function isShared(one: Token, other: Token, open: Openness): boolean {
  if (says(one) !== says(other)) return false
  if (one.insertion && other.insertion) return one.insertion.id === other.insertion.id
  if (one.insertion) return isClosedIn('other', one.insertion.id, open)
  return other.insertion ? isClosedIn('one', other.insertion.id, open) : isSharedPlain(one, other, open)
}

type Part = { readonly tokens: readonly Token[]; readonly side: 'one' | 'other'; readonly rank: number }

function isBorder(token: Token | null): boolean {
  return token === null || token.kind === 'paragraph' || token.kind === 'table'
}

/**
 * New paragraphs in front of a paragraph come before what was put at its start, and those behind it after what was
 * put at its end. What belongs to the insertion next to the gap stays with it.
 */
function rankOf(tokens: readonly Token[], gap: Gap): number {
  const [first] = tokens
  const last = tokens.at(-1)
  if (!first || !last) return 0
  if (gap.before?.insertion && refOf(first).id === gap.before.insertion.id) return -2
  if (gap.after?.insertion && refOf(last).id === gap.after.insertion.id) return 2
  if (isBorder(gap.before) && isBorder(last)) return -1
  return gap.after?.kind === 'paragraph' && isBorder(first) ? 1 : 0
}

function partsOf(tokens: readonly Token[], side: 'one' | 'other', gap: Gap): Part[] {
  const lastPlaces = new Map<string, number>()
  tokens.forEach((token, index) => lastPlaces.set(refOf(token).id, index))
  const parts: Part[] = []
  for (let from = 0; from < tokens.length;) {
    let to = from
    for (let at = from; at <= to; at++) {
      const token = tokens[at]
      if (token) to = Math.max(to, lastPlaces.get(refOf(token).id) ?? at)
    }
    const own = tokens.slice(from, to + 1)
    parts.push({ tokens: own, side, rank: rankOf(own, gap) })
    from = to + 1
  }
  return parts
}

function compareParts(one: Part, other: Part): number {
  const [first, second] = [one.tokens[0], other.tokens[0]]
  if (!first || !second) return 0
  const words = (part: Part) => part.tokens.map(says).join('')
  return (
    one.rank - other.rank ||
    compareRefs(refOf(first), refOf(second)) ||
    compareWords(words(one), words(other))
  )
}

function interleave(one: readonly Token[], other: readonly Token[], gap: Gap): Brought[] {
  const [left, right] = [partsOf(one, 'one', gap), partsOf(other, 'other', gap)]
  const merged: Brought[] = []
  const take = (part: Part | undefined) => {
    for (const token of part?.tokens ?? []) merged.push({ kind: part?.side ?? 'one', token })
  }
  while (left.length > 0 || right.length > 0) {
    const [first, second] = [left[0], right[0]]
    if (!second || (first && compareParts(first, second) <= 0)) take(left.shift())
    else take(right.shift())
  }
  return merged
}

/** What both brought is found the same way, whichever pass comes first. */
export function sharedPairs(
  one: readonly Token[],
  other: readonly Token[],
  open: Openness,
): (readonly [number, number])[] {
  const words = (tokens: readonly Token[]) =>
    tokens.map((token) => `${refOf(token).id}:${says(token)}`).join('\0')
  const isInOrder = words(one) <= words(other)
  if (isInOrder) return commonPairs(one, other, (left, right) => isShared(left, right, open))
  return commonPairs(other, one, (right, left) => isShared(left, right, open)).map(([right, left]) => [
    left,
    right,
  ])
}

export function mergeGap(
  one: readonly Token[],
  other: readonly Token[],
  gap: Gap,
  open: Openness,
): Brought[] {
  if (one.length === 0 || other.length === 0) return interleave(one, other, gap)
  const merged: Brought[] = []
  let at = 0
  let otherAt = 0
  for (const [index, otherIndex] of [...sharedPairs(one, other, open), [one.length, other.length] as const]) {
    merged.push(...interleave(one.slice(at, index), other.slice(otherAt, otherIndex), gap))
    const [left, right] = [one[index], other[otherIndex]]
    if (left && right) merged.push({ kind: 'both', one: left, other: right })
    at = index + 1
    otherAt = otherIndex + 1
  }
  return merged
}
