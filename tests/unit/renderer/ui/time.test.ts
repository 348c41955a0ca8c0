import { expect, test } from 'vitest'
import { addDays, fromNow, utcOffsetName, when } from '../../../../src/renderer/ui/time.ts'

const NOW = new Date(2026, 10, 20, 12).getTime()
const at = (day: number, hour: number, minute = 0): number => new Date(2026, 10, day, hour, minute).getTime()

test('a time is told as short as it can be', () => {
  expect(when(at(20, 9, 5), NOW)).toBe('09:05')
  expect(when(at(19, 19, 31), NOW)).toBe('Thu 19:31')
  expect(when(at(2, 8), NOW)).toBe('Mon 2 Nov')
})

test('spans grow coarser with their length', () => {
  expect(fromNow(NOW + 20_000, NOW)).toBe('in 1 min')
  expect(fromNow(at(20, 12, 56), NOW)).toBe('in 56 min')
  expect(fromNow(at(20, 17), NOW)).toBe('in 5 h')
  expect(fromNow(at(19, 12), NOW)).toBe('24 h late')
  expect(fromNow(at(25, 12), NOW)).toBe('in 5 days')
})

test('a day later is the next midnight, whatever the length of the day', () => {
  expect(new Date(addDays(NOW, 1)).getHours()).toBe(0)
  expect(new Date(addDays(NOW, 1)).getDate()).toBe(21)
})

test('an offset is told in hours and minutes', () => {
  expect(utcOffsetName(60)).toBe('UTC+01:00')
  expect(utcOffsetName(-210)).toBe('UTC−03:30')
})
