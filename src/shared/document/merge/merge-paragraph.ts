import type { ParagraphAttrs, ParagraphChange, ParagraphProperties } from '../attributes.ts'
import type { Clash } from './merge-conflicts.ts'
import { isFirst, isSameRef, settle, settleNote } from './merge-refs.ts'
import type { ThreeWay } from './merge-refs.ts'
import { propertiesOf, restoreProperties, sameProperties, storeProperties } from '../tracking-state.ts'

/** Properties of a paragraph with the note of what they were. */
type Properties = ParagraphProperties & { readonly paragraphChange: ParagraphChange | null }

/** What rejecting would leave. */
function originalOf(properties: Properties): ParagraphProperties {
  const { paragraphChange } = properties
  return paragraphChange ? restoreProperties(paragraphChange.before) : properties
}

function isSame(one: Properties, other: Properties): boolean {
  const isSameChange = isSameRef(one.paragraphChange, other.paragraphChange)
  return isSameChange && sameProperties(one, other) && sameProperties(originalOf(one), originalOf(other))
}

/** Each property as a value by itself. */
function mergeValues(three: ThreeWay<ParagraphProperties>, isOneFirst: boolean | null): ParagraphProperties {
  const pick = <T>(of: (properties: ParagraphProperties) => T): T => {
    const key = (value: T) => JSON.stringify(value)
    const values = { base: of(three.base), one: of(three.one), other: of(three.other) }
    const settled = settle(values, (left, right) => key(left) === key(right))
    if (settled !== undefined) return settled
    return (isOneFirst ?? key(values.one) <= key(values.other)) ? values.one : values.other
  }
  return {
    style: pick(({ style }) => style),
    list: pick(({ list }) => list),
    align: pick(({ align }) => align),
    look: pick(({ look }) => look),
  }
}

/** One pass has what accepting leaves, and the other what rejecting does. */
function isDecidedDifferently(base: Properties, one: Properties, other: Properties): boolean {
  const isOne = (left: Properties, right: Properties) =>
    sameProperties(left, base) && sameProperties(right, originalOf(base))
  const areDecided = one.paragraphChange === null && other.paragraphChange === null
  return areDecided && (isOne(one, other) || isOne(other, one))
}

export type MergedProperties = {
  readonly properties: Properties
  /** Where both passes made a change, or decided one differently. */
  readonly conflict: Clash | null
}

/** Style, list and alignment, and what they were, each as a value changed by one pass or by both. */
export function mergeProperties(three: ThreeWay<ParagraphAttrs>): MergedProperties {
  const settled = settle<Properties>(three, isSame)
  if (settled) {
    const { paragraphChange } = settled
    return { properties: { ...propertiesOf(settled), paragraphChange }, conflict: null }
  }
  const { base, one, other } = three
  if (base.paragraphChange && isDecidedDifferently(base, one, other)) {
    const { paragraphChange } = base
    const conflict = { kind: 'decidedDifferently', ids: [paragraphChange.id] } as const
    return { properties: { ...propertiesOf(base), paragraphChange }, conflict }
  }
  const [left, right] = [one.paragraphChange, other.paragraphChange]
  const isOneFirst = isFirst(left, right)
  const combined = mergeValues(three, isOneFirst)
  const originals = { base: originalOf(base), one: originalOf(one), other: originalOf(other) }
  const before = mergeValues(originals, isOneFirst)
  const note = settleNote<Properties>(three, ({ paragraphChange }) => paragraphChange, isSame)
  // Two changes that would cancel each other out: the first stays as it is, or nothing would tell of either.
  const isCancelled = left && right && isOneFirst !== null && sameProperties(before, combined)
  const values = isCancelled ? propertiesOf(isOneFirst ? one : other) : combined
  const paragraphChange =
    note && !sameProperties(before, values)
      ? { id: note.id, author: note.author, before: storeProperties(before) }
      : null
  const isNew = (change: ParagraphChange | null) => change && !isSameRef(change, base.paragraphChange)
  const isConflict = left && right && isNew(left) && isNew(right) && !isSameRef(left, right)
  return {
    properties: { ...values, paragraphChange },
    conflict: isConflict ? { kind: 'bothSet', ids: [left.id, right.id] } : null,
  }
}
