import { Mark } from 'prosemirror-model'
import type { Clash } from './merge-conflicts.ts'
import { compareWords, isFirst, isSameRef, settle, settleNote } from './merge-refs.ts'
import type { ThreeWay } from './merge-refs.ts'
import { schema } from '../schema.ts'
import { formatChangeOf, isAnchor, isFormatting, restoreMarks, storeMarks } from '../tracking-state.ts'
import type { FormatChange } from '../tracking-state.ts'

/** The marks of text that stands in both passes: anchors and formatting, each as a value changed by one or by both. */

type Marks = readonly Mark[]

function isSameMark(one: Mark | null, other: Mark | null): boolean {
  return one && other ? one.eq(other) : one === other
}

function keyOf(mark: Mark | null): string {
  return JSON.stringify(mark)
}

/** Added in one pass, they are there; taken away in one, they are gone. In the order of a pass where that says all. */
export function mergeAnchors({ base, one, other }: ThreeWay<Marks>): Marks {
  const [was, left, right] = [base, one, other].map((marks) => marks.filter(isAnchor))
  if (!was || !left || !right) return []
  const stays = (mark: Mark) =>
    mark.isInSet(was) ? mark.isInSet(left) && mark.isInSet(right) : mark.isInSet(left) || mark.isInSet(right)
  const merged = [...left, ...right.filter((mark) => !mark.isInSet(left))].filter(stays)
  const isAllOf = (marks: Marks) =>
    marks.length === merged.length && merged.every((mark) => mark.isInSet(marks))
  const orders = [left, right].filter(isAllOf)
  const [first] = orders.toSorted((a, b) => compareWords(JSON.stringify(a), JSON.stringify(b)))
  return first ?? merged.toSorted((a, b) => compareWords(keyOf(a), keyOf(b)))
}

/** Marks of which text can bear one at a time. */
const FORMATS: readonly (readonly (keyof typeof schema.marks)[])[] = [
  ['link'],
  ['strong'],
  ['em'],
  ['underline'],
  ['strike'],
  ['superscript', 'subscript'],
]

/** Formatting with the note of what it was. */
type Formatted = { readonly marks: Marks; readonly change: FormatChange | null }

function formattedOf(marks: Marks): Formatted {
  return { marks: marks.filter(isFormatting), change: formatChangeOf(marks) }
}

/** What rejecting would leave. */
function originalOf({ marks, change }: Formatted): Marks {
  return change ? restoreMarks(change.before, []) : marks
}

function isSame(one: Formatted, other: Formatted): boolean {
  const isSameChange = isSameRef(one.change, other.change)
  return (
    isSameChange && Mark.sameSet(one.marks, other.marks) && Mark.sameSet(originalOf(one), originalOf(other))
  )
}

function mergeFormatting(three: ThreeWay<Marks>, isOneFirst: boolean | null): Marks {
  const merged = FORMATS.flatMap((names) => {
    const of = (marks: Marks) => marks.find((mark) => names.some((name) => name === mark.type.name)) ?? null
    const values = { base: of(three.base), one: of(three.one), other: of(three.other) }
    const settled = settle(values, isSameMark)
    if (settled !== undefined) return settled ?? []
    return ((isOneFirst ?? keyOf(values.one) <= keyOf(values.other)) ? values.one : values.other) ?? []
  })
  return Mark.setFrom(merged)
}

/** One pass has what accepting leaves, and the other what rejecting does. */
function isDecidedDifferently(base: Formatted, one: Formatted, other: Formatted): boolean {
  const accepted = base.marks
  const rejected = originalOf(base)
  const isOne = (left: Formatted, right: Formatted) =>
    Mark.sameSet(left.marks, accepted) && Mark.sameSet(right.marks, rejected)
  return one.change === null && other.change === null && (isOne(one, other) || isOne(other, one))
}

export type MergedMarks = {
  readonly formatting: Marks
  /** Where both passes made a format change, or decided one differently. */
  readonly conflict: Clash | null
}

function marksOf({ marks, change }: Formatted): Marks {
  return change ? [schema.mark('formatChange', change), ...marks] : marks
}

/** Formatting, and what it was, each as a value changed by one pass or by both. */
export function mergeFormats(marks: ThreeWay<Marks>): MergedMarks {
  const three = {
    base: formattedOf(marks.base),
    one: formattedOf(marks.one),
    other: formattedOf(marks.other),
  }
  const settled = settle(three, isSame)
  if (settled) return { formatting: marksOf(settled), conflict: null }
  const { base, one, other } = three
  if (base.change && isDecidedDifferently(base, one, other)) {
    return { formatting: marksOf(base), conflict: { kind: 'decidedDifferently', ids: [base.change.id] } }
  }
  const isOneFirst = isFirst(one.change, other.change)
  const combined = mergeFormatting({ base: base.marks, one: one.marks, other: other.marks }, isOneFirst)
  const originals = { base: originalOf(base), one: originalOf(one), other: originalOf(other) }
  const before = mergeFormatting(originals, isOneFirst)
  const note = settleNote<Formatted>(three, ({ change }) => change, isSame)
  // Two changes that would cancel each other out: the first stays as it is, or nothing would tell of either.
  const isCancelled = one.change && other.change && isOneFirst !== null && Mark.sameSet(before, combined)
  const values = isCancelled ? (isOneFirst ? one : other).marks : combined
  const isChanged = !Mark.sameSet(before, values)
  const change = note && isChanged ? { id: note.id, author: note.author, before: storeMarks(before) } : null
  const isNew = (formatted: Formatted) => formatted.change && !isSameRef(formatted.change, base.change)
  const isConflict = isNew(one) && isNew(other) && !isSameRef(one.change, other.change)
  return {
    formatting: marksOf({ marks: values, change }),
    conflict:
      isConflict && one.change && other.change
        ? { kind: 'bothFormatted', ids: [one.change.id, other.change.id] }
        : null,
  }
}
