import { describe, expect, test } from 'vitest'
import {
  calendarOf,
  groupOf,
  isBlockedToday,
  stepsToSign,
} from '../../../../src/shared/rules/running-order.ts'
import { articleRow } from '../../../support/articles.ts'

/** Friday 20 November 2026, 12:00, in the zone of the test. */
const NOW = calendarOf(new Date(2026, 10, 20, 12).getTime())
const at = (day: number, hour: number): number => new Date(2026, 10, day, hour).getTime()

describe('groups of the running order', () => {
  test('follow the due date, and what is done comes last', () => {
    const rows = [
      articleRow({ name: 'late', due: at(19, 18) }),
      articleRow({ name: 'today', due: at(20, 18) }),
      articleRow({ name: 'saturday', due: at(21, 12) }),
      articleRow({ name: 'undated' }),
      articleRow({ name: 'tuesday', due: at(24, 12) }),
      articleRow({ name: 'filed', due: at(20, 9), status: 'filed' }),
    ]
    expect(rows.map((row) => groupOf(row, NOW))).toEqual([
      'overdue',
      'today',
      'weekend',
      'undated',
      'later-or-done',
      'later-or-done',
    ])
  })

  test('put the rest of a week before its weekend', () => {
    const monday = calendarOf(new Date(2026, 10, 16, 9).getTime())
    expect(groupOf(articleRow({ name: 'thursday', due: at(19, 12) }), monday)).toBe('this-week')
    expect(groupOf(articleRow({ name: 'sunday', due: at(22, 12) }), monday)).toBe('weekend')
  })

  test('speak of tomorrow as next week on a Sunday, and of Sunday as the weekend on a Saturday', () => {
    const on = (day: number) => calendarOf(new Date(2026, 10, day, 9).getTime())
    expect(groupOf(articleRow({ name: 'monday', due: at(23, 12) }), on(22))).toBe('later-or-done')
    expect(groupOf(articleRow({ name: 'sunday', due: at(22, 12) }), on(21))).toBe('weekend')
  })
})

test('blocked today is what is due or overdue and not settled', () => {
  const blocked = articleRow({ name: 'a', due: at(20, 13), blockers: 2 })
  expect(isBlockedToday(blocked, NOW)).toBe(true)
  expect(isBlockedToday({ ...blocked, due: at(21, 13) }, NOW)).toBe(false)
  expect(isBlockedToday({ ...blocked, due: null }, NOW)).toBe(false)
  expect(isBlockedToday({ ...blocked, locked: true }, NOW)).toBe(false)
  expect(isBlockedToday({ ...blocked, blockers: 0 }, NOW)).toBe(false)
})

test('what is somebody’s to sign follows the workflow of the desk', () => {
  const step = { moves: [], clear: [], filled: [], untracked: [] }
  const steps = [
    { ...step, status: 'desk-edit' as const, signed: ['desk' as const] },
    { ...step, status: 'copy' as const, signed: ['copy' as const, 'facts' as const] },
    { ...step, status: 'read-back' as const, signed: ['desk' as const] },
    { ...step, status: 'ready' as const, signed: [] },
  ]
  const of = (role: Parameters<typeof stepsToSign>[1]) => stepsToSign({ steps }, role)
  expect(of('desk')).toEqual(['desk-edit', 'read-back'])
  expect(of('checker')).toEqual(['copy'])
  expect(of('approver')).toEqual(['ready'])
  expect(of('reporter')).toEqual([])
})
