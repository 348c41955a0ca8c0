import { expect, test } from 'vitest'
import type { Dismissal } from '../../../../../src/shared/model/check.ts'
import { asideRows } from '../../../../../src/renderer/features/checks/aside-rows.ts'
import { note } from './proposals.ts'

const dismissal = (key: string, rule: string, at: number): Dismissal => ({
  key,
  rule,
  words: 'notorious',
  by: 'ines' as Dismissal['by'],
  at,
})

test('latest first, with the places of the words and the title that the rule has', () => {
  const rows = asideRows(
    [dismissal('loaded-notorious', 'loaded', 1), dismissal('double-the', 'double-word', 2)],
    [note({ label: '1.1' }), note({ label: '4.2' })],
    [],
  )
  expect(rows.map(({ title, places }) => [title, places.map(({ label }) => label)])).toEqual([
    ['Double word', []],
    ['Loaded word', ['1.1', '4.2']],
  ])
})

test('where the words are gone the rule is still called what it is, by others of it', () => {
  const [row] = asideRows([dismissal('gone', 'loaded', 1)], [], [note({ key: 'other' })])
  expect(row?.title).toBe('Loaded word')
})
