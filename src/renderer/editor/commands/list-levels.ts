import type { ListAttr } from '../../../shared/document/attributes.ts'

/** Levels of a list, 0 to 8 as in Word. A number that a list begins with belongs to its level and does not go along. */

export const DEEPEST_LEVEL = 8

export function indented(list: ListAttr): ListAttr {
  if (list.level === DEEPEST_LEVEL) return list
  return { kind: list.kind, level: list.level + 1 }
}

/** One level out; null out of the list. */
export function outdented(list: ListAttr): ListAttr | null {
  return list.level === 0 ? null : { kind: list.kind, level: list.level - 1 }
}
