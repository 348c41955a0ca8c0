import { Mark } from 'prosemirror-model'
import type { Clash } from './merge-conflicts.ts'
import { mergeNoted } from './merge-noted.ts'
import type { Noted } from './merge-noted.ts'
import { compareWords, settle } from './merge-refs.ts'
import type { ThreeWay } from './merge-refs.ts'
import { schema } from '../schema.ts'
import { formatChangeOf, isAnchor, isFormatting, restoreMarks, storeMarks } from '../tracking-state.ts'

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
  ['smallCaps'],
  ['caps'],
  ['highlight'],
  ['look'],
]

function notedOf(marks: Marks): Noted<Marks> {
  const change = formatChangeOf(marks)
  return {
    value: marks.filter(isFormatting),
    change: change && { id: change.id, author: change.author, before: restoreMarks(change.before, []) },
  }
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

export type MergedMarks = {
  readonly formatting: Marks
  /** Where both passes made a format change, or decided one differently. */
  readonly conflict: Clash | null
}

function isFormat(mark: Mark): boolean {
  return isFormatting(mark) || mark.type === schema.marks.formatChange
}

/** Formatting, and what it was, each as a value changed by one pass or by both. */
export function mergeFormats(marks: ThreeWay<Marks>): MergedMarks {
  const three = { base: notedOf(marks.base), one: notedOf(marks.one), other: notedOf(marks.other) }
  const { merged, conflict } = mergeNoted(three, {
    isSame: (left, right) => Mark.sameSet(left, right),
    combine: mergeFormatting,
    clash: 'bothFormatted',
  })
  // As it stands in the pass that it is from, to the order in which it was written down.
  for (const name of ['one', 'other', 'base'] as const) {
    if (merged === three[name]) return { formatting: marks[name].filter(isFormat), conflict }
  }
  const { value, change } = merged
  if (!change) return { formatting: value, conflict }
  const note = schema.mark('formatChange', { ...change, before: storeMarks(change.before) })
  return { formatting: [note, ...value], conflict }
}
