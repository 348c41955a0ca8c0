import type { Node } from 'prosemirror-model'
import type { StepMap } from 'prosemirror-transform'
import { endOf, isSameRun, runsBetween, stateAfter, stateBefore } from './runs.ts'
import type { Run } from './runs.ts'

/** Base [fromA, toA) has become edited [fromB, toB); coordinates as in runs.ts. Everything between is retained. */
export type ChangedRange = {
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
}

/** What was edited: the document after a local transaction, and the maps of its steps. */
export type Edited = { readonly doc: Node; readonly maps: readonly StepMap[] }

/** Where a position after some steps was before them, if they came to these ranges; a range counts as a whole. */
function positionBefore(ranges: readonly ChangedRange[], position: number, side: -1 | 1): number {
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
function rawRanges(maps: readonly StepMap[]): ChangedRange[] {
  let ranges: ChangedRange[] = []
  for (const map of maps) {
    if (isMarkupSetAnew(map)) continue
    const before = ranges
    const added: ChangedRange[] = []
    map.forEach((fromOld, toOld, fromB, toB) => {
      const fromA = positionBefore(before, fromOld, -1)
      added.push({ fromA, toA: positionBefore(before, toOld, 1), fromB, toB })
    })
    const moved = before.map((range) => ({
      ...range,
      fromB: map.map(range.fromB, -1),
      toB: map.map(range.toB, 1),
    }))
    ranges = mergeTouching([...moved, ...added])
  }
  return ranges
}

/** Where the token after a position of the edited document stood in the base; null when the edit brought it. */
export function originOf(edited: Edited, position: number): number | null {
  let at = position
  for (const map of edited.maps.toReversed()) {
    const result = map.invert().mapResult(at, 1)
    if (result.deleted) return null
    at = result.pos
  }
  return at
}

function inside(doc: Node, position: number): number {
  return doc.resolve(position).depth === 0 ? position + 1 : position
}

function mergeTouching(ranges: readonly ChangedRange[]): ChangedRange[] {
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

/** What the steps touched, in the coordinates of runs.ts. */
function composedRanges(base: Node, edited: Edited): ChangedRange[] {
  const ranges = rawRanges(edited.maps).map(({ fromA, toA, fromB, toB }) => ({
    fromA: inside(base, fromA),
    toA: inside(base, toA),
    fromB: inside(edited.doc, fromB),
    toB: inside(edited.doc, toB),
  }))
  const merged = mergeTouching(ranges)
  const last = merged.at(-1)
  if (!last || last.toA !== endOf(base) || (last.fromA < last.toA && last.fromB < last.toB)) return merged
  // Paragraphs were added or removed at the very end, where the last ¶ has to stay: what changes is the ¶ before.
  return mergeTouching([...merged.slice(0, -1), { ...last, fromA: last.fromA - 2, fromB: last.fromB - 2 }])
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
function trim(base: Node, edited: Node, range: ChangedRange): ChangedRange {
  const was = runsBetween(base, range.fromA, range.toA)
  const is = runsBetween(edited, range.fromB, range.toB)
  const tail = commonWidth(was, is, true, endOf(base))
  const toA = range.toA - tail
  const toB = range.toB - tail
  const head = commonWidth(
    runsBetween(base, range.fromA, toA),
    runsBetween(edited, range.fromB, toB),
    false,
    endOf(base),
  )
  return { fromA: range.fromA + head, toA, fromB: range.fromB + head, toB }
}

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** Below U+0300 nothing combines with what stands before it, but for CR LF. */
const FIRST_COMBINING = 0x300

function isGraphemeBorder(doc: Node, position: number): boolean {
  if (position >= doc.content.size) return true
  const { parent, parentOffset: at } = doc.resolve(position)
  if (at === 0 || at === parent.content.size) return true
  const near = parent.textBetween(at - 1, at + 1, '', '\uFFFC')
  if (near.charCodeAt(0) < FIRST_COMBINING && near.charCodeAt(1) < FIRST_COMBINING) return near !== '\r\n'
  const text = parent.textBetween(0, parent.content.size, '', '\uFFFC')
  return GRAPHEMES.segment(text).containing(at)?.index === at
}

function cutsGrapheme(base: Node, edited: Node, at: number, editedAt: number): boolean {
  return !isGraphemeBorder(base, at) || !isGraphemeBorder(edited, editedAt)
}

/** Widens each range to whole graphemes; over text that is still there, never into deleted text. */
function widen(base: Node, edited: Node, ranges: readonly ChangedRange[]): ChangedRange[] {
  return ranges.map((range, index) => {
    let { fromA, toA, fromB, toB } = range
    const floor = ranges[index - 1]?.toA ?? 1
    const ceiling = ranges[index + 1]?.fromA ?? endOf(base)
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

/** What an edit really changed: in text order, apart from each other, cut at graphemes, as small as can be. */
export function changedRanges(base: Node, edited: Edited): ChangedRange[] {
  const trimmed = composedRanges(base, edited)
    .map((range) => trim(base, edited.doc, range))
    .filter((range) => range.fromA < range.toA || range.fromB < range.toB)
  return mergeTouching(widen(base, edited.doc, trimmed))
}
