import type { ConflictInWords } from '../contract/packages.ts'
import type { Conflict } from '../model/conflict.ts'
import type { CustodyClaim } from './custody.ts'

/** Both sides of a conflict as sentences can hold them. */

/** Of people and other things that are named by their ids; the id itself where nobody knows. */
export type NameOf = (id: string) => string

const MAX_WORDS = 300

/** Later than 2001 in milliseconds: no other number in a review is as great. */
const FIRST_TIME = 1_000_000_000_000

function wordsOf(value: unknown, nameOf: NameOf): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') {
    return value > FIRST_TIME
      ? `${new Date(value).toISOString().slice(0, 16).replace('T', ' ')} UTC`
      : String(value)
  }
  if (typeof value === 'string') return nameOf(value)
  if (Array.isArray(value)) return value.map((item) => wordsOf(item, nameOf)).join(', ') || 'nothing'
  // What was left unsaid on a side would only make the difference harder to see.
  const said = Object.values(value).filter((member) => member !== null && member !== '')
  return said.map((member) => wordsOf(member, nameOf)).join(', ') || 'nothing'
}

function custodyWords(value: unknown): string {
  const { name, isOnItsWay } = value as CustodyClaim
  return isOnItsWay ? `handed over by “${name}”` : `with “${name}”`
}

export function conflictInWords({ what, words, one, other }: Conflict, nameOf: NameOf): ConflictInWords {
  const read = what.table === 'custody' ? custodyWords : (value: unknown) => wordsOf(value, nameOf)
  const side = (value: unknown) => read(value).slice(0, MAX_WORDS)
  return { what: words, one: side(one.value), other: side(other.value) }
}
