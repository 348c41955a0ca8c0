import type { Args } from '../../../shared/contract.ts'

/** Of the two sides of a conflict, or neither. */
export type Choice = Args<'conflicts.settle'>['choice']

/** What a key means on the row of a conflict; null for other keys. */
export function choiceOfKey(
  press: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): Choice | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null
  switch (press.key.toLowerCase()) {
    case '1':
      return 'one'
    case '2':
      return 'other'
    case 'k':
      return 'keep'
    default:
      return null
  }
}
