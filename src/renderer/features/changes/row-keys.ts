import type { ChangeRow } from './change-rows.ts'

export type RowAct =
  | { readonly kind: 'move'; readonly to: number }
  | { readonly kind: 'decide'; readonly verdict: 'accepted' | 'rejected' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'comment' }
  /** Shows or hides the changes of a set. */
  | { readonly kind: 'fold'; readonly open: boolean }

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** How many rows a page key goes on. */
const PAGE = 8

/** What a key means on the row at `at` of `count`; null for every other key. */
export function keyAct(press: Key, at: number, count: number): RowAct | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press
  if (altKey) return null
  if (ctrlKey || metaKey) return key.toLowerCase() === 'z' && !shiftKey ? { kind: 'undo' } : null
  switch (key) {
    case 'ArrowDown':
      return { kind: 'move', to: at + 1 }
    case 'ArrowUp':
      return { kind: 'move', to: at - 1 }
    case 'PageDown':
      return { kind: 'move', to: at + PAGE }
    case 'PageUp':
      return { kind: 'move', to: at - PAGE }
    case 'ArrowRight':
    case 'ArrowLeft':
      return { kind: 'fold', open: key === 'ArrowRight' }
    case 'Home':
      return { kind: 'move', to: 0 }
    case 'End':
      return { kind: 'move', to: count - 1 }
    case 'a':
    case 'A':
      return { kind: 'decide', verdict: 'accepted' }
    case 'r':
    case 'R':
      return { kind: 'decide', verdict: 'rejected' }
    case 'c':
    case 'C':
      return { kind: 'comment' }
    default:
      return null
  }
}

/** The open row that a decision at `at` goes on to: the next, at the end the one before; null when it was the last. */
export function nextOpen<R extends Pick<ChangeRow, 'state'>>(rows: readonly R[], at: number): R | null {
  const isOpen = (row: R) => row.state === 'open'
  return rows.slice(at + 1).find(isOpen) ?? rows.slice(0, at).findLast(isOpen) ?? null
}
