import { expect, test } from 'vitest'
import { keyAct } from '../../../../../src/renderer/features/checks/row-keys.ts'

const NONE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const act = (key: string, held: Partial<typeof NONE> = {}) => keyAct({ key, ...NONE, ...held }, 2, 5)

test.each([
  ['c', 'claim'],
  ['C', 'claim'],
  ['m', 'comment'],
  ['r', 'replace'],
  ['d', 'aside'],
  ['Delete', 'aside'],
])('%s takes it as: %s', (key, how) => {
  expect(act(key)).toEqual({ kind: 'take', how })
})

test('arrows, page keys, Home and End go from row to row', () => {
  expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => act(key))).toEqual(
    [3, 1, 8, -4, 0, 4].map((to) => ({ kind: 'move', to })),
  )
})

test('Shift D is about the whole rule, Ctrl Z takes back, and no other chord means anything here', () => {
  expect(act('D', { shiftKey: true })).toEqual({ kind: 'rule' })
  expect(act('z', { ctrlKey: true })).toEqual({ kind: 'undo' })
  expect(act('z', { metaKey: true })).toEqual({ kind: 'undo' })
  expect(act('z', { ctrlKey: true, shiftKey: true })).toBeNull()
  expect(act('c', { ctrlKey: true })).toBeNull()
  expect(act('d', { altKey: true })).toBeNull()
  expect(act('Enter')).toBeNull()
  expect(act('x')).toBeNull()
})
