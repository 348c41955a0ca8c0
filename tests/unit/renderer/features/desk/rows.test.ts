import { describe, expect, test } from 'vitest'
import type { Actor } from '../../../../../src/shared/model/person.ts'
import {
  firstRows,
  groupByDue,
  groupNamed,
  inFacet,
  isBlockedToday,
  matchesQuery,
  sortRows,
} from '../../../../../src/renderer/features/desk/rows.ts'
import { articleRow } from '../../../../support/articles.ts'

/** Friday 20 November 2026, 12:00, in the zone of the test. */
const NOW = new Date(2026, 10, 20, 12).getTime()
const at = (day: number, hour: number): number => new Date(2026, 10, day, hour).getTime()

describe('groups of the running order', () => {
  test('follow the due date, and leave out what is empty', () => {
    const rows = [
      articleRow({ name: 'late', due: at(19, 18) }),
      articleRow({ name: 'today', due: at(20, 18) }),
      articleRow({ name: 'saturday', due: at(21, 12) }),
      articleRow({ name: 'undated' }),
      articleRow({ name: 'tuesday', due: at(24, 12) }),
      articleRow({ name: 'filed', due: at(20, 9), status: 'filed' }),
    ]
    const groups = groupByDue(rows, NOW).map((group) => [group.title, group.rows.map((row) => row.headline)])
    expect(groups).toEqual([
      ['Overdue', ['late']],
      ['Due today, Friday 20 November', ['today']],
      ['Weekend', ['saturday']],
      ['No date yet', ['undated']],
      ['Later, or done', ['tuesday', 'filed']],
    ])
  })

  test('put the rest of a week before its weekend', () => {
    const monday = new Date(2026, 10, 16, 9).getTime()
    const rows = [
      articleRow({ name: 'sunday', due: at(22, 12) }),
      articleRow({ name: 'thursday', due: at(19, 12) }),
    ]
    expect(groupByDue(rows, monday).map((group) => group.title)).toEqual(['This week', 'Weekend'])
  })

  test('speak of tomorrow as next week on a Sunday', () => {
    const sunday = new Date(2026, 10, 22, 9).getTime()
    const groups = groupByDue([articleRow({ name: 'monday', due: at(23, 12) })], sunday)
    expect(groups.map((group) => group.title)).toEqual(['Later, or done'])
  })
})

test('only the first rows are drawn, and the heads keep their whole counts', () => {
  const group = (title: string, names: readonly string[]) =>
    groupNamed(
      title,
      names.map((name) => articleRow({ name })),
    )
  const drawn = firstRows([group('a', ['1', '2']), group('b', ['3', '4', '5']), group('c', ['6'])], 3)
  expect(drawn.map(({ title, count, rows }) => [title, count, rows.length])).toEqual([
    ['a', 2, 2],
    ['b', 3, 1],
  ])
})

describe('filters', () => {
  const checker: Actor = { personId: 'mo' as Actor['personId'], role: 'checker' }

  test('find what a role is asked to sign by the step it stands at', () => {
    const mine = articleRow({ name: 'a', status: 'fact-check' })
    const other = articleRow({ name: 'b', status: 'copy' })
    const facet = { kind: 'mine-to-sign' } as const
    expect([mine, other].map((row) => inFacet(row, facet, checker, NOW))).toEqual([true, false])
  })

  test('count as blocked today what is due or overdue and not settled', () => {
    const blocked = articleRow({ name: 'a', due: at(20, 13), blockers: 2 })
    expect(isBlockedToday(blocked, NOW)).toBe(true)
    expect(isBlockedToday({ ...blocked, due: at(21, 13) }, NOW)).toBe(false)
    expect(isBlockedToday({ ...blocked, locked: true }, NOW)).toBe(false)
    expect(isBlockedToday({ ...blocked, blockers: 0 }, NOW)).toBe(false)
  })

  test('match every word in headline or slug, or what main found in the text', () => {
    const row = articleRow({ name: 'Night trains return', slug: 'night-train-26' })
    expect(matchesQuery(row, 'TRAIN night', null)).toBe(true)
    expect(matchesQuery(row, 'train ferry', null)).toBe(false)
    expect(matchesQuery(row, 'ferry', new Set([row.id]))).toBe(true)
    expect(matchesQuery(row, '  ', null)).toBe(true)
  })
})

describe('sorting', () => {
  const nameOf = (id: string | null): string => id ?? ''

  test('puts undated rows last and breaks ties by the latest touch', () => {
    const rows = [
      articleRow({ name: 'undated' }),
      articleRow({ name: 'older', due: 5, updatedAt: 1 }),
      articleRow({ name: 'newer', due: 5, updatedAt: 2 }),
    ]
    const sorted = sortRows(rows, { key: 'due', descending: false }, nameOf, [])
    expect(sorted.map((row) => row.headline)).toEqual(['newer', 'older', 'undated'])
  })

  test('follows the order of the workflow, not of the alphabet', () => {
    const rows = [articleRow({ name: 'a', status: 'copy' }), articleRow({ name: 'b', status: 'draft' })]
    const sorted = sortRows(rows, { key: 'status', descending: false }, nameOf, ['draft', 'copy'])
    expect(sorted.map((row) => row.headline)).toEqual(['b', 'a'])
  })
})
