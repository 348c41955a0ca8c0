/**
 * Differences as an editor would have made them, and not as the shortest list: short words that happen to be equal
 * between two replacements belong to one replacement, and what was put in begins where a word or a sentence does.
 */

/** Words [from, to) of the one text have become words [otherFrom, otherTo) of the other. */
export type WordChange = {
  readonly from: number
  readonly to: number
  readonly otherFrom: number
  readonly otherTo: number
}

type Words = readonly { readonly text: string }[]

/** So many words between two replacements can be there by chance. */
const MOST_BY_CHANCE = 2

function lengthOf(words: Words, from: number, to: number): number {
  let length = 0
  for (let at = from; at < to; at++) length += words[at]?.text.length ?? 0
  return length
}

function isByChance(one: Words, other: Words, before: WordChange, after: WordChange): boolean {
  const between = one.slice(before.to, after.from)
  if (between.some(({ text }) => text.startsWith('\0') || text === '\n')) return false
  if (between.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).length > MOST_BY_CHANCE) return false
  const removed = (change: WordChange) => lengthOf(one, change.from, change.to)
  const added = (change: WordChange) => lengthOf(other, change.otherFrom, change.otherTo)
  const isReplaced = removed(before) + removed(after) > 0 && added(before) + added(after) > 0
  const length = lengthOf(one, before.to, after.from)
  const weighs = (change: WordChange) => Math.max(removed(change), added(change)) >= length
  return isReplaced && weighs(before) && weighs(after)
}

function joinChanges(one: Words, other: Words, changes: readonly WordChange[]): WordChange[] {
  const joined: WordChange[] = []
  for (const change of changes) {
    let current = change
    for (let last = joined.at(-1); last && isByChance(one, other, last, current); last = joined.at(-1)) {
      joined.pop()
      current = { ...last, to: current.to, otherTo: current.otherTo }
    }
    joined.push(current)
  }
  return joined
}

/** How good a place this is to begin or to end at: between paragraphs, sentences, words. */
function rateBorder(words: Words, at: number): number {
  const [before, last, next] = [words[at - 2]?.text ?? '', words[at - 1]?.text, words[at]?.text]
  if (last === undefined || next === undefined || last.startsWith('\0') || last === '\n') return 4
  if (last.trim() === '') return /^[.!?…”"’»)]$/u.test(before) ? 3 : 2
  return next.trim() === '' || next.startsWith('\0') ? 1 : 0
}

/** Moves what was only put in, or only taken out, to the best of the places that say the same. */
function slide(words: Words, from: number, to: number, least: number, most: number): number {
  const isSame = (at: number, place: number) => words[at]?.text === words[place]?.text
  const rate = (by: number) => rateBorder(words, from + by) + rateBorder(words, to + by)
  let best = 0
  for (let by = -1; from + by >= least && isSame(from + by, to + by); by--)
    if (rate(by) > rate(best)) best = by
  for (let by = 1; to + by <= most && isSame(from + by - 1, to + by - 1); by++) {
    if (rate(by) > rate(best)) best = by
  }
  return best
}

function slideChanges(one: Words, other: Words, changes: readonly WordChange[]): WordChange[] {
  const result: WordChange[] = []
  changes.forEach((change, index) => {
    const before = result.at(-1)
    const after = changes[index + 1]
    // One word stays between two changes, and the last ¶ behind them all.
    const room = {
      before: before ? change.from - before.to - 1 : change.from,
      after: (after?.from ?? one.length - 1) - change.to - (after ? 1 : 0),
    }
    let by = 0
    if (change.from === change.to) {
      const { otherFrom, otherTo } = change
      by = slide(other, otherFrom, otherTo, otherFrom - room.before, otherTo + room.after)
    } else if (change.otherFrom === change.otherTo) {
      const { from, to } = change
      by = slide(one, from, to, from - room.before, to + room.after)
    }
    result.push({
      from: change.from + by,
      to: change.to + by,
      otherFrom: change.otherFrom + by,
      otherTo: change.otherTo + by,
    })
  })
  return result
}

export function tidyChanges(one: Words, other: Words, changes: readonly WordChange[]): readonly WordChange[] {
  return slideChanges(one, other, joinChanges(one, other, changes))
}
