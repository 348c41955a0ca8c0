type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** How many rows a page key goes on. */
const PAGE = 5

/** The row that a key leads to from the one at `at` of `count`, which may be the same; null for every other key. */
export function rowAfterKey(
  { key, ctrlKey, metaKey, altKey, shiftKey }: Key,
  at: number,
  count: number,
): number | null {
  if (ctrlKey || metaKey || altKey || shiftKey || count === 0) return null
  const within = (row: number): number => Math.min(Math.max(row, 0), count - 1)
  switch (key) {
    case 'ArrowDown':
      return within(at + 1)
    case 'ArrowUp':
      return within(at - 1)
    case 'PageDown':
      return within(at + PAGE)
    case 'PageUp':
      return within(at - PAGE)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
