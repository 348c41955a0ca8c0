import { expect, test } from 'vitest'
import { directionOf } from '../../../../../src/renderer/features/article/direction.ts'

test('the first letter decides, whatever stands before it', () => {
  expect(directionOf('Nine boats seized')).toBe('ltr')
  expect(directionOf('قوة خاصة')).toBe('rtl')
  expect(directionOf('9 «ספינות» Teld')).toBe('rtl')
  expect(directionOf('')).toBe('ltr')
})
