import { pressOn } from '../../ui/list-keys.ts'
import type { ListKey } from '../../ui/list-keys.ts'

export type Take = 'claim' | 'comment' | 'replace' | 'aside'

export type RowAct =
  | { readonly kind: 'move'; readonly to: number }
  | { readonly kind: 'take'; readonly how: Take }
  /** Every proposal of the row's rule is put aside; it is asked first. */
  | { readonly kind: 'rule' }
  | { readonly kind: 'undo' }

/** How many rows a page key goes on. */
const PAGE = 6

const TAKES: Readonly<Record<string, Take>> = {
  c: 'claim',
  m: 'comment',
  r: 'replace',
  d: 'aside',
  Delete: 'aside',
}

/** What a key means on the row at `at` of `count`; null for every other key. Enter is the row's own: it goes there. */
export function keyAct(press: ListKey, at: number, count: number): RowAct | null {
  const pressed = pressOn(press, at, count, PAGE)
  if (pressed?.kind !== 'plain') return pressed
  if (pressed.shift && pressed.key === 'd') return { kind: 'rule' }
  const how = Object.hasOwn(TAKES, pressed.key) ? TAKES[pressed.key] : undefined
  return how === undefined ? null : { kind: 'take', how }
}
