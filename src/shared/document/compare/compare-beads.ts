import type { Pair } from './common-pairs.ts'
import { commonWords } from './compare-lines.ts'
import type { Line } from './compare-lines.ts'

/** Lines [from, to) of one text and [otherFrom, otherTo) of the other. */
export type Bead = {
  /** `same`: they are compared word by word. `other`: those of the one went, and those of the other came. */
  readonly kind: 'same' | 'other'
  readonly from: number
  readonly to: number
  readonly otherFrom: number
  readonly otherTo: number
}

type Open = { kind: Bead['kind']; from: number; to: number; otherFrom: number; otherTo: number }

type Texts = { readonly one: readonly Line[]; readonly other: readonly Line[] }

/** So much of a line's words must be left over beside it for it to be a part of what was split or joined there. */
const PART = 0.6

function countWords(lines: readonly Line[]): Map<string, number> {
  const all = new Map<string, number>()
  for (const line of lines)
    for (const [word, count] of line.words) all.set(word, (all.get(word) ?? 0) + count)
  return all
}

/** Whether the words of a line are mostly words that `whole` has and `parts` have not. */
function isPart(line: Line | undefined, whole: readonly Line[], parts: readonly Line[]): boolean {
  if (!line?.node.isTextblock || line.wordList.length === 0) return false
  if (![...whole, ...parts].every(({ node }) => node.isTextblock)) return false
  const taken = countWords(parts)
  const left = new Map([...countWords(whole)].map(([word, count]) => [word, count - (taken.get(word) ?? 0)]))
  return commonWords(line.words, left) >= PART * line.wordList.length
}

/** Lines beside a pair that are a part of it: its paragraph was split there, or joined. */
function grow(texts: Texts, bead: Open, room: Open, direction: -1 | 1): void {
  const isForward = direction > 0
  for (;;) {
    const mine = texts.one.slice(bead.from, bead.to)
    const others = texts.other.slice(bead.otherFrom, bead.otherTo)
    const next = isForward ? room.from : room.to - 1
    const otherNext = isForward ? room.otherFrom : room.otherTo - 1
    if (room.otherFrom < room.otherTo && isPart(texts.other[otherNext], mine, others)) {
      if (isForward) bead.otherTo = ++room.otherFrom
      else bead.otherFrom = --room.otherTo
    } else if (room.from < room.to && isPart(texts.one[next], others, mine)) {
      if (isForward) bead.to = ++room.from
      else bead.from = --room.to
    } else return
  }
}

/** One line for one, or in a table as many rows for as many: they take each other's place. */
function pairUp(texts: Texts, room: Open, isTable: boolean): Open[] {
  const count = room.to - room.from
  const isEven = count > 0 && count === room.otherTo - room.otherFrom
  const [one, other] = [texts.one[room.from], texts.other[room.otherFrom]]
  if (!isEven || one?.node.type !== other?.node.type || (count > 1 && !isTable)) return [room]
  return Array.from({ length: count }, (_, index) => ({
    kind: 'same',
    from: room.from + index,
    to: room.from + index + 1,
    otherFrom: room.otherFrom + index,
    otherTo: room.otherFrom + index + 1,
  }))
}

/** All lines of both texts in order: the pairs, with what was split off or joined to them, and the rest between. */
export function beadsOf(
  one: readonly Line[],
  other: readonly Line[],
  pairs: readonly Pair[],
): readonly Bead[] {
  const texts = { one, other }
  const same = pairs.map(([at, place]): Open => ({
    kind: 'same',
    from: at,
    to: at + 1,
    otherFrom: place,
    otherTo: place + 1,
  }))
  const isTable = one[0]?.node.type.spec['tableRole'] !== undefined && !one[0].node.isTextblock
  const beads: Open[] = []
  for (let index = 0; index <= same.length; index++) {
    const [before, after] = [same[index - 1], same[index]]
    const room: Open = {
      kind: 'other',
      from: before?.to ?? 0,
      to: after?.from ?? one.length,
      otherFrom: before?.otherTo ?? 0,
      otherTo: after?.otherFrom ?? other.length,
    }
    if (before) grow(texts, before, room, 1)
    if (after) grow(texts, after, room, -1)
    if (room.from < room.to || room.otherFrom < room.otherTo) beads.push(...pairUp(texts, room, isTable))
    if (after) beads.push(after)
  }
  return beads
}
