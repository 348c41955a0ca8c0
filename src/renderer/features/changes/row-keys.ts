import { pressOn } from '../../ui/list-keys.ts'
import type { ListKey } from '../../ui/list-keys.ts'
import type { ChangeRow } from './change-rows.ts'

export type RowAct =
  | { readonly kind: 'move'; readonly to: number }
  | { readonly kind: 'decide'; readonly verdict: 'accepted' | 'rejected' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'comment' }
  /** Shows or hides the changes of a set. */
  | { readonly kind: 'fold'; readonly open: boolean }

/** How many rows a page key goes on. */
const PAGE = 8

const PLAIN: Readonly<Record<string, RowAct>> = {
  ArrowRight: { kind: 'fold', open: true },
  ArrowLeft: { kind: 'fold', open: false },
  a: { kind: 'decide', verdict: 'accepted' },
  r: { kind: 'decide', verdict: 'rejected' },
  c: { kind: 'comment' },
}

/** What a key means on the row at `at` of `count`; null for every other key. */
export function keyAct(press: ListKey, at: number, count: number): RowAct | null {
  const pressed = pressOn(press, at, count, PAGE)
  if (pressed?.kind !== 'plain') return pressed
  return Object.hasOwn(PLAIN, pressed.key) ? (PLAIN[pressed.key] ?? null) : null
}

/** The open row that a decision at `at` goes on to: the next, at the end the one before; null when it was the last. */
export function nextOpen<R extends Pick<ChangeRow, 'state'>>(rows: readonly R[], at: number): R | null {
  const isOpen = (row: R) => row.state === 'open'
  return rows.slice(at + 1).find(isOpen) ?? rows.slice(0, at).findLast(isOpen) ?? null
}
