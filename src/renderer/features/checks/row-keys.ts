export type Take = 'claim' | 'comment' | 'replace' | 'aside'

export type RowAct =
  | { readonly kind: 'move'; readonly to: number }
  | { readonly kind: 'take'; readonly how: Take }
  /** Every proposal of the row's rule is put aside; it is asked first. */
  | { readonly kind: 'rule' }
  | { readonly kind: 'undo' }

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** How many rows a page key goes on. */
const PAGE = 6

const TAKES: Readonly<Record<string, Take>> = {
  c: 'claim',
  m: 'comment',
  r: 'replace',
  d: 'aside',
  delete: 'aside',
}

/** What a key means on the row at `at` of `count`; null for every other key. Enter is the row's own: it goes there. */
export function keyAct(press: Key, at: number, count: number): RowAct | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press
  if (altKey) return null
  const letter = key.toLowerCase()
  if (ctrlKey || metaKey) return letter === 'z' && !shiftKey ? { kind: 'undo' } : null
  switch (key) {
    case 'ArrowDown':
      return { kind: 'move', to: at + 1 }
    case 'ArrowUp':
      return { kind: 'move', to: at - 1 }
    case 'PageDown':
      return { kind: 'move', to: at + PAGE }
    case 'PageUp':
      return { kind: 'move', to: at - PAGE }
    case 'Home':
      return { kind: 'move', to: 0 }
    case 'End':
      return { kind: 'move', to: count - 1 }
  }
  if (shiftKey && letter === 'd') return { kind: 'rule' }
  const how = TAKES[letter]
  return how === undefined ? null : { kind: 'take', how }
}
