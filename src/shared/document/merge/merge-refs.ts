import type { ChangeRef } from '../attributes.ts'

/** The one order in which changes of two passes come, whoever merges: by author, then by id. */
export function compareRefs(one: ChangeRef, other: ChangeRef): number {
  return compareWords(one.author, other.author) || compareWords(one.id, other.id)
}

/** By code units and not by language, so that every machine agrees. */
export function compareWords(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

function firstRef<R extends ChangeRef>(one: R, other: R): R {
  return compareRefs(one, other) <= 0 ? one : other
}

export function isSameRef(one: ChangeRef | null, other: ChangeRef | null): boolean {
  return one?.id === other?.id
}

/** A value that two passes may each have changed; `null` is a value like others. */
export type ThreeWay<T> = { readonly base: T; readonly one: T; readonly other: T }

/** What was changed, or what is the same in both; undefined where both changed it, each to something else. */
export function settle<T>(
  { base, one, other }: ThreeWay<T>,
  isSame: (one: T, other: T) => boolean,
): T | undefined {
  if (isSame(one, other) || isSame(base, other)) return one
  return isSame(base, one) ? other : undefined
}

/** A change set in one pass stands, one settled there is gone; of two that were set the first in order stays. */
export function settleRef<R extends ChangeRef>(three: ThreeWay<R | null>): R | null {
  const settled = settle(three, isSameRef)
  if (settled !== undefined) return settled
  const { one, other } = three
  return one && other ? firstRef(one, other) : (one ?? other)
}

/** Whether of two changes the first comes first; null where neither does. A change comes before none. */
export function isFirst(one: ChangeRef | null, other: ChangeRef | null): boolean | null {
  if (!one || !other) return one === other ? null : one !== null
  return isSameRef(one, other) ? null : compareRefs(one, other) < 0
}

/**
 * The note under which a changed value stands. What a change makes of the value is part of it: one that was taken back
 * in one pass and made more of in the other still stands.
 */
export function settleNote<T>(
  three: ThreeWay<T>,
  noteOf: (value: T) => ChangeRef | null,
  isSame: (one: T, other: T) => boolean,
): ChangeRef | null {
  const isKept = (one: T, other: T) =>
    noteOf(one) && noteOf(other) ? isSame(one, other) : noteOf(one) === noteOf(other)
  const settled = settle(three, isKept)
  if (settled !== undefined) return noteOf(settled)
  const [one, other] = [noteOf(three.one), noteOf(three.other)]
  return isFirst(one, other) === false ? other : (one ?? other)
}
