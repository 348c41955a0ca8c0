import { describe, expect, test } from 'vitest'
import {
  aboutsOf,
  filterRows,
  groupName,
  orderRows,
  rowAfter,
  toRows,
} from '../../../../../src/renderer/features/checks/check-rows.ts'
import { claim, note } from './proposals.ts'

const ROWS = toRows([
  note(),
  claim({ key: 'n1' }),
  note({ key: 'double-the', rule: 'double', title: 'Double word' }),
  note(),
  claim({ key: 'a1', claimKind: 'allegation', rule: 'blame', title: 'Blame' }),
  claim({ key: 'n2' }),
])
const ids = (rows: typeof ROWS) => rows.map(({ id }) => id)

test('the same words of one rule are told apart by their turn', () => {
  expect(ids(ROWS)).toEqual([
    'loaded-notorious 1',
    'n1 1',
    'double-the 1',
    'loaded-notorious 2',
    'a1 1',
    'n2 1',
  ])
})

describe('filters and orders', () => {
  test('by sort, and by the rule of a note or the kind of a claim', () => {
    expect(ids(filterRows(ROWS, { sort: 'claim', about: '' }))).toEqual(['n1 1', 'a1 1', 'n2 1'])
    expect(ids(filterRows(ROWS, { sort: '', about: 'claim number' }))).toEqual(['n1 1', 'n2 1'])
    expect(ids(filterRows(ROWS, { sort: 'note', about: 'rule double' }))).toEqual(['double-the 1'])
  })

  test('what there is to choose from, most first', () => {
    expect(aboutsOf(ROWS, '').map(({ name, count }) => [name, count])).toEqual([
      ['Claim: number', 2],
      ['Loaded word', 2],
      ['Claim: allegation', 1],
      ['Double word', 1],
    ])
    expect(aboutsOf(ROWS, 'note').map(({ value }) => value)).toEqual(['rule loaded', 'rule double'])
  })

  test('groups what belongs together, most first; by kind claims come before notes', () => {
    expect(orderRows(ROWS, 'place')).toBe(ROWS)
    expect(ids(orderRows(ROWS, 'rule'))).toEqual([
      'loaded-notorious 1',
      'loaded-notorious 2',
      'n1 1',
      'n2 1',
      'double-the 1',
      'a1 1',
    ])
    expect(orderRows(ROWS, 'kind').map((row) => groupName(row, 'kind'))).toEqual([
      'Claim: number',
      'Claim: number',
      'Claim: allegation',
      'Loaded word',
      'Loaded word',
      'Double word',
    ])
  })
})

describe('the row to go on to', () => {
  const after = (at: number, withKey: boolean) => {
    const row = ROWS[at]
    return row === undefined ? null : (rowAfter(ROWS, row, withKey)?.id ?? null)
  }

  test('is the next, and after the last the one before', () => {
    expect(after(1, false)).toBe('double-the 1')
    expect(after(5, false)).toBe('a1 1')
  })

  test('passes by those that go with it', () => {
    expect(after(2, false)).toBe('loaded-notorious 2')
    expect(after(0, true)).toBe('n1 1')
    const same = toRows([note(), note()])
    for (const row of same) expect(rowAfter(same, row, true)).toBeNull()
  })
})
