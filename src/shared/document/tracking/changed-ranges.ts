import type { Node } from 'prosemirror-model'
import type { StepMap } from 'prosemirror-transform'
import { blockAt, isBlockStart, isSameRun, offsetAt, runsBetween, stateAfter, stateBefore } from './runs.ts'
import type { Flat, Run } from './runs.ts'

/**
 * Base [fromA, toA) has become edited [fromB, toB); everything between two of them is retained. In ProseMirror
 * positions of whole documents, or in offsets of runs.ts.
 */
export type ChangedRange = {
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
}

/** What was edited: the document after a local transaction, and the maps of its steps. */
export type Edited = { readonly doc: Node; readonly maps: readonly StepMap[] }

/** Which parts of two documents are the same token by token, by position. */
export type Correspondence = {
  /** In order, apart from each other. */
  readonly ranges: readonly ChangedRange[]
  /** Where the token after a position of the edited document stood in the base; null when the edit brought it. */
  readonly origin: (position: number) => number | null
}

/** Where a position after some steps was before them, if they came to these ranges; a range counts as a whole. */
export function positionBefore(ranges: readonly ChangedRange[], position: number, side: -1 | 1): number {
  let shift = 0
  for (const { fromA, toA, fromB, toB } of ranges) {
    if (position < fromB) break
    if (position <= toB) return side < 0 ? fromA : toA
    shift = toA - toB
  }
  return position + shift
}

/**
 * ReplaceAroundStep, as setBlockType makes it: both tokens of a paragraph are replaced by others, and nothing moves.
 * Of two ranges only a decision's step is made besides, which removes or brings text in each.
 */
function isMarkupSetAnew(map: StepMap): boolean {
  let ranges = 0
  let isEven = true
  map.forEach((fromOld, toOld, fromNew, toNew) => {
    ranges += 1
    isEven &&= toOld - fromOld === 1 && toNew - fromNew === 1
  })
  return ranges === 2 && isEven
}

/** The ranges of all steps, in the coordinates of the first and the last document; those that touch are one. */
function composedRanges(maps: readonly StepMap[]): ChangedRange[] {
  let ranges: ChangedRange[] = []
  for (const map of maps) {
    if (isMarkupSetAnew(map)) continue
    const before = ranges
    const added: ChangedRange[] = []
    map.forEach((fromOld, toOld, fromB, toB) => {
      const fromA = positionBefore(before, fromOld, -1)
      added.push({ fromA, toA: positionBefore(before, toOld, 1), fromB, toB })
    })
    if (added.length === 0) continue
    const moved = before.map((range) => ({
      ...range,
      fromB: map.map(range.fromB, -1),
      toB: map.map(range.toB, 1),
    }))
    ranges = mergeTouching([...moved, ...added])
  }
  return ranges
}

export function correspondenceOf(maps: readonly StepMap[]): Correspondence {
  const inverted = maps.toReversed().map((map) => map.invert())
  const origin = (position: number) => {
    let at = position
    for (const map of inverted) {
      const result = map.mapResult(at, 1)
      if (result.deleted) return null
      at = result.pos
    }
    return at
  }
  return { ranges: composedRanges(maps), origin }
}

/** The same of ranges that are known. */
export function correspondenceBy(ranges: readonly ChangedRange[]): Correspondence {
  const origin = (position: number) => {
    let shift = 0
    for (const { fromB, toA, toB } of ranges) {
      if (position < fromB) break
      if (position < toB) return null
      shift = toA - toB
    }
    return position + shift
  }
  return { ranges, origin }
}

export function mergeTouching(ranges: readonly ChangedRange[]): ChangedRange[] {
  const sorted = ranges.toSorted((one, other) => one.fromA - other.fromA || one.fromB - other.fromB)
  const merged: ChangedRange[] = []
  for (const range of sorted) {
    const last = merged.at(-1)
    if (last && (range.fromA <= last.toA || range.fromB <= last.toB)) {
      merged[merged.length - 1] = {
        fromA: Math.min(last.fromA, range.fromA),
        toA: Math.max(last.toA, range.toA),
        fromB: Math.min(last.fromB, range.fromB),
        toB: Math.max(last.toB, range.toB),
      }
    } else merged.push(range)
  }
  return merged
}

/** The ranges in offsets. */
function flatRanges(base: Flat, edited: Flat, positions: readonly ChangedRange[]): ChangedRange[] {
  const ranges = positions.map(({ fromA, toA, fromB, toB }) => ({
    fromA: offsetAt(base, fromA),
    toA: offsetAt(base, toA),
    fromB: offsetAt(edited, fromB),
    toB: offsetAt(edited, toB),
  }))
  const merged = mergeTouching(ranges)
  const last = merged.at(-1)
  if (!last || last.toA !== base.size || (last.fromA < last.toA && last.fromB < last.toB)) return merged
  // Paragraphs were added or removed at the very end, where the last ¶ has to stay: what changes is the ¶ before.
  return mergeTouching([...merged.slice(0, -1), { ...last, fromA: last.fromA - 1, fromB: last.fromB - 1 }])
}

/** The width of what two runs of runs have in common at their start, or at their end. */
function commonWidth(base: readonly Run[], edited: readonly Run[], fromEnd: boolean, end: number): number {
  const at = (runs: readonly Run[], index: number) => runs[fromEnd ? runs.length - 1 - index : index]
  const used = { base: 0, edited: 0 }
  let common = 0
  let one = 0
  let other = 0
  for (;;) {
    const was = at(base, one)
    const is = at(edited, other)
    if (!was || !is || !isSameRun(was, is, was.to === end)) return common
    if (was.kind !== 'text') {
      common += was.to - was.from
      one += 1
      other += 1
      continue
    }
    const width = Math.min(was.text.length - used.base, is.text.length - used.edited)
    const equal = equalLetters(was.text, used.base, is.text, used.edited, width, fromEnd)
    common += equal
    if (equal < width) return common
    used.base += width
    used.edited += width
    if (used.base === was.text.length) [one, used.base] = [one + 1, 0]
    if (used.edited === is.text.length) [other, used.edited] = [other + 1, 0]
  }
}

function equalLetters(
  one: string,
  skipOne: number,
  other: string,
  skipOther: number,
  width: number,
  fromEnd: boolean,
): number {
  for (let count = 0; count < width; count++) {
    const at = fromEnd ? one.length - 1 - skipOne - count : skipOne + count
    const otherAt = fromEnd ? other.length - 1 - skipOther - count : skipOther + count
    if (one.charCodeAt(at) !== other.charCodeAt(otherAt)) return count
  }
  return width
}

/** Leaves out what is equal at both ends; the end first, so that the last ¶ always pairs with the last ¶. */
function trim(base: Flat, edited: Flat, range: ChangedRange): ChangedRange {
  const was = runsBetween(base, range.fromA, range.toA)
  const is = runsBetween(edited, range.fromB, range.toB)
  const tail = commonWidth(was, is, true, base.size)
  const toA = range.toA - tail
  const toB = range.toB - tail
  const head = commonWidth(
    runsBetween(base, range.fromA, toA),
    runsBetween(edited, range.fromB, toB),
    false,
    base.size,
  )
  return { fromA: range.fromA + head, toA, fromB: range.fromB + head, toB }
}

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** Below U+0300 nothing combines with what stands before it, but for CR LF. */
const FIRST_COMBINING = 0x300

/** Text of a paragraph, of one UTF-16 unit for each offset. */
function unitsOf(flat: Flat, from: number, to: number): string {
  return runsBetween(flat, from, to)
    .map((run) => (run.kind === 'text' ? run.text : '\uFFFC'))
    .join('')
}

function isGraphemeBorder(flat: Flat, offset: number): boolean {
  if (offset >= flat.size) return true
  const { node, from, to } = blockAt(flat, offset)
  if (!node.isTextblock || offset === from || offset === to - 1) return true
  // No letter goes together with a picture, a note or a line break.
  const beside = runsBetween(flat, offset - 1, offset + 1)
  if (beside.some((run) => run.kind !== 'text')) return true
  const near = beside.map(({ text }) => text).join('')
  if (near.charCodeAt(0) < FIRST_COMBINING && near.charCodeAt(1) < FIRST_COMBINING) return near !== '\r\n'
  const text = unitsOf(flat, from, to - 1)
  return GRAPHEMES.segment(text).containing(offset - from)?.index === offset - from
}

function cutsGrapheme(base: Flat, edited: Flat, at: number, editedAt: number): boolean {
  return !isGraphemeBorder(base, at) || !isGraphemeBorder(edited, editedAt)
}

/** Widens each range to whole graphemes; over text that is still there, never into deleted text. */
function widen(base: Flat, edited: Flat, ranges: readonly ChangedRange[]): ChangedRange[] {
  return ranges.map((range, index) => {
    let { fromA, toA, fromB, toB } = range
    const floor = ranges[index - 1]?.toA ?? 0
    const ceiling = ranges[index + 1]?.fromA ?? base.size
    while (fromA > floor && cutsGrapheme(base, edited, fromA, fromB) && !stateBefore(base, fromA).deletion) {
      fromA -= 1
      fromB -= 1
    }
    while (toA < ceiling && cutsGrapheme(base, edited, toA, toB) && !stateAfter(base, toA).deletion) {
      toA += 1
      toB += 1
    }
    return { fromA, toA, fromB, toB }
  })
}

/**
 * A table comes in between blocks. Where what it replaces ends amid a paragraph, the words of that paragraph go behind
 * it, as a range of their own.
 */
function splitBeforeWords(base: Flat, edited: Flat, range: ChangedRange): ChangedRange[] {
  const { fromA, toA, fromB, toB } = range
  const isTableFirst = fromB < toB && !blockAt(edited, fromB).node.isTextblock
  const { from } = blockAt(base, toA)
  if (!isTableFirst || isBlockStart(base, toA) || from < fromA) return [range]
  return [
    { fromA, toA: from, fromB, toB },
    { fromA: from, toA, fromB: toB, toB },
  ]
}

/**
 * What an edit really changed of some blocks, given what it touched of them in positions: offsets, in text order,
 * cut at graphemes, as small as can be.
 */
export function changedRanges(base: Flat, edited: Flat, touched: readonly ChangedRange[]): ChangedRange[] {
  const trimmed = flatRanges(base, edited, touched)
    .map((range) => trim(base, edited, range))
    .filter((range) => range.fromA < range.toA || range.fromB < range.toB)
  const widened = mergeTouching(widen(base, edited, trimmed))
  return widened.flatMap((range) => splitBeforeWords(base, edited, range))
}
