import { expect, test } from 'vitest'
import { keyAct, nextOpen } from '../../../../../src/renderer/features/changes/row-keys.ts'

const press = (key: string, held: Partial<Parameters<typeof keyAct>[0]> = {}) =>
  keyAct({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }, 3, 10)

test.each([
  ['ArrowDown', { kind: 'move', to: 4 }],
  ['ArrowUp', { kind: 'move', to: 2 }],
  ['Home', { kind: 'move', to: 0 }],
  ['End', { kind: 'move', to: 9 }],
  ['a', { kind: 'decide', verdict: 'accepted' }],
  ['R', { kind: 'decide', verdict: 'rejected' }],
  ['ArrowRight', { kind: 'fold', open: true }],
  ['Enter', null],
  ['x', null],
] as const)('%s on a row', (key, act) => {
  expect(press(key)).toEqual(act)
})

test('a key that is held with another is somebody else’s, but for undo', () => {
  expect(press('a', { ctrlKey: true })).toBeNull()
  expect(press('a', { altKey: true, ctrlKey: true })).toBeNull()
  expect(press('z', { ctrlKey: true })).toEqual({ kind: 'undo' })
})

test('a decision goes on to the next open row, at the end to the one before', () => {
  const rows = (['open', 'open', 'accepted', 'open'] as const).map((state, id) => ({ id, state }))
  expect([0, 1, 3].map((at) => nextOpen(rows, at)?.id)).toEqual([1, 3, 1])
  expect(nextOpen(rows.slice(0, 1), 0)).toBeNull()
})
