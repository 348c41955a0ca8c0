import { pressOn } from '../../ui/list-keys.ts'
import type { ListKey } from '../../ui/list-keys.ts'
import type { Level } from '../../../shared/model/thread.ts'

export type ListAct =
  | { readonly kind: 'move'; readonly to: number }
  | { readonly kind: 'assign' }
  | { readonly kind: 'resolve' | 'undo' | 'find' }
  /** Not of one that is resolved. */
  | { readonly kind: 'reply' | 'reword' | 'privacy' }
  | { readonly kind: 'level'; readonly level: Level }

/** How many rows a page key goes on. */
const PAGE = 5

/** Keys of the list beside those of commands.ts; the dialog of keys shows the same. */
export const LIST_KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['↑ ↓ Home End', 'Another comment, with its words in sight'],
  ['Enter', 'Go to its words; Escape goes to the text'],
  ['R', 'Reply'],
  ['E', 'Resolve, or open again'],
  ['W', 'Put your own latest words otherwise'],
  ['1 2 3', 'Level: must, should, fyi'],
  ['A', 'Assign'],
  ['P', 'Private to legal, or open to the desk (legal only)'],
  ['/', 'Search in the comments'],
  ['Mod-z', 'Take back the latest resolving'],
]

const LETTERS: Readonly<Record<string, ListAct>> = {
  r: { kind: 'reply' },
  e: { kind: 'resolve' },
  w: { kind: 'reword' },
  a: { kind: 'assign' },
  p: { kind: 'privacy' },
  '/': { kind: 'find' },
  '1': { kind: 'level', level: 'must' },
  '2': { kind: 'level', level: 'should' },
  '3': { kind: 'level', level: 'fyi' },
}

/** What a key means on the row at `at` of `count`; null for every other key. */
export function listAct(press: ListKey, at: number, count: number): ListAct | null {
  const pressed = pressOn(press, at, count, PAGE)
  if (pressed?.kind !== 'plain') return pressed
  return Object.hasOwn(LETTERS, pressed.key) ? (LETTERS[pressed.key] ?? null) : null
}
