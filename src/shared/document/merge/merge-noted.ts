import type { ChangeRef } from '../attributes.ts'
import type { Clash, ConflictKind } from './merge-conflicts.ts'
import { isFirst, isSameRef, settle, settleNote } from './merge-refs.ts'
import type { ThreeWay } from './merge-refs.ts'

/** A value with the note of what it was before a tracked change; null where nobody has changed it. */
export type Noted<Value> = {
  readonly value: Value
  readonly change: (ChangeRef & { readonly before: Value }) | null
}

export type ValueMerging<Value> = {
  readonly isSame: (one: Value, other: Value) => boolean
  /** `isOneFirst`: whose value stands where both changed it; null where no change says so. */
  readonly combine: (three: ThreeWay<Value>, isOneFirst: boolean | null) => Value
  /** What it is called where both passes made a change. */
  readonly clash: ConflictKind
}

export type MergedNoted<Value> = {
  readonly merged: Noted<Value>
  /** Where both passes made a change, or decided one differently. */
  readonly conflict: Clash | null
}

/** What rejecting would leave. */
function originalOf<Value>({ value, change }: Noted<Value>): Value {
  return change ? change.before : value
}

/** A value, and what it was, each as a value changed by one pass or by both. */
export function mergeNoted<Value>(
  three: ThreeWay<Noted<Value>>,
  { isSame, combine, clash }: ValueMerging<Value>,
): MergedNoted<Value> {
  const isSameNoted = (left: Noted<Value>, right: Noted<Value>) =>
    isSameRef(left.change, right.change) &&
    isSame(left.value, right.value) &&
    isSame(originalOf(left), originalOf(right))
  const settled = settle(three, isSameNoted)
  if (settled) return { merged: settled, conflict: null }
  const { base, one, other } = three
  // One pass has what accepting leaves, and the other what rejecting does.
  const isDecided = (left: Noted<Value>, right: Noted<Value>) =>
    isSame(left.value, base.value) && isSame(right.value, originalOf(base))
  const areDecided = one.change === null && other.change === null
  if (base.change && areDecided && (isDecided(one, other) || isDecided(other, one))) {
    return { merged: base, conflict: { kind: 'decidedDifferently', ids: [base.change.id] } }
  }
  const isOneFirst = isFirst(one.change, other.change)
  const combined = combine({ base: base.value, one: one.value, other: other.value }, isOneFirst)
  const originals = { base: originalOf(base), one: originalOf(one), other: originalOf(other) }
  const before = combine(originals, isOneFirst)
  const note = settleNote(three, ({ change }) => change, isSameNoted)
  // Two changes that would cancel each other out: the first stays as it is, or nothing would tell of either.
  const isCancelled = one.change && other.change && isOneFirst !== null && isSame(before, combined)
  const value = isCancelled ? (isOneFirst ? one : other).value : combined
  const change = note && !isSame(before, value) ? { id: note.id, author: note.author, before } : null
  const isNew = (made: Noted<Value>['change']) => made && !isSameRef(made, base.change)
  const isClash =
    one.change &&
    other.change &&
    isNew(one.change) &&
    isNew(other.change) &&
    !isSameRef(one.change, other.change)
  return {
    merged: { value, change },
    conflict: isClash ? { kind: clash, ids: [one.change.id, other.change.id] } : null,
  }
}

/** Of three values that are wholes the one that was changed; of two that were, that of the first. */
export function pickValue<Value>({ base, one, other }: ThreeWay<Value>, isOneFirst: boolean | null): Value {
  const key = (value: Value) => JSON.stringify(value)
  const settled = settle({ base, one, other }, (left, right) => key(left) === key(right))
  if (settled !== undefined) return settled
  return (isOneFirst ?? key(one) <= key(other)) ? one : other
}
