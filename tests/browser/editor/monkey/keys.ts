/**
 * What a monkey does: keys in the words of userEvent, `author:…` when the other person sits down, `at:…` for a click
 * into the text (a share of it, in thousandths). A sequence is a list of such words, so that it can be printed,
 * shortened and played again.
 */

/** A small linear congruential generator (Numerical Recipes). */
export function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const LETTERS = ['a', 'b', 'e', '[Space]', '"', '-', 'é']
const REMOVALS = [
  '{Backspace}',
  '{Delete}',
  '{Control>}{Backspace}{/Control}',
  '{Control>}{Delete}{/Control}',
]
const WALKS = ['{ArrowLeft}', '{ArrowRight}', '{ArrowUp}', '{ArrowDown}', '{Home}', '{End}']
const SELECTIONS = [
  '{Shift>}{ArrowRight}{ArrowRight}{ArrowRight}{/Shift}',
  '{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}',
  '{Shift>}{ArrowDown}{/Shift}',
  '{Shift>}{ArrowUp}{/Shift}',
  '{Shift>}{End}{/Shift}',
  '{Control>}a{/Control}',
]
const CLIPBOARD = ['x', 'c', 'v', 'v'].map((key) => `{Control>}${key}{/Control}`)
const HISTORY = ['{Control>}z{/Control}', '{Control>}{Shift>}z{/Shift}{/Control}']
const MOVES = ['{Alt>}{ArrowUp}{/Alt}', '{Alt>}{ArrowDown}{/Alt}']
const FORMATS = [
  '{Control>}b{/Control}',
  '{Control>}{Shift>}7{/Shift}{/Control}',
  '{Control>}{Alt>}4{/Alt}{/Control}',
]
const TABS = ['{Tab}', '{Shift>}{Tab}{/Shift}']

/** Out of a hundred keys. What takes away much is rare, or nothing would be left to edit. */
const SHARES: readonly (readonly [number, readonly string[]])[] = [
  [25, LETTERS],
  [17, REMOVALS.slice(0, 2)],
  [2, REMOVALS.slice(2)],
  [7, ['{Enter}']],
  [1, ['{Shift>}{Enter}{/Shift}']],
  [15, WALKS],
  [11, SELECTIONS.slice(0, 5)],
  [1, SELECTIONS.slice(5)],
  [7, CLIPBOARD],
  [5, HISTORY],
  [4, MOVES],
  [3, FORMATS],
  [2, TABS],
]

export const AUTHORS = ['ines', 'tobias'] as const

/** A sequence of that many keys, by two people who take turns. */
export function sequence(roll: (sides: number) => number, count: number): string[] {
  const list = [`at:${String(roll(1000))}`]
  let turn = 0
  for (let keys = 0; keys < count; keys++) {
    if (roll(9) === 0) list.push(`author:${AUTHORS[(turn = 1 - turn)] ?? ''}`)
    if (roll(9) === 0) list.push(`at:${String(roll(1000))}`)
    let share = roll(100)
    const [, kind = LETTERS] = SHARES.find(([size]) => (share -= size) < 0) ?? []
    list.push(kind[roll(kind.length)] ?? 'a')
  }
  return list
}
