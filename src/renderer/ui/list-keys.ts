/** What a list reads of a key press. */
export type ListKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

type ListMove = { readonly kind: 'move'; readonly to: number }

/** What every list of rows does by key: `plain` is a key without Ctrl, ⌘ or Alt, which the list may know. */
export type ListPress =
  | ListMove
  | { readonly kind: 'undo' }
  | { readonly kind: 'plain'; readonly key: string; readonly shift: boolean }

/** What a key means on the row at `at` of `count`, where a page key goes on by `page` rows; null for other keys. */
export function pressOn(press: ListKey, at: number, count: number, page: number): ListPress | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press
  if (altKey) return null
  if (ctrlKey || metaKey) return key.toLowerCase() === 'z' && !shiftKey ? { kind: 'undo' } : null
  switch (key) {
    case 'ArrowDown':
      return { kind: 'move', to: at + 1 }
    case 'ArrowUp':
      return { kind: 'move', to: at - 1 }
    case 'PageDown':
      return { kind: 'move', to: at + page }
    case 'PageUp':
      return { kind: 'move', to: at - page }
    case 'Home':
      return { kind: 'move', to: 0 }
    case 'End':
      return { kind: 'move', to: count - 1 }
    default:
      return { kind: 'plain', key: key.length === 1 ? key.toLowerCase() : key, shift: shiftKey }
  }
}
