import { expect, test } from 'vitest'
import type { ChangeRow } from '../../../../../src/renderer/features/changes/change-rows.ts'
import { foldSets, knownSets } from '../../../../../src/renderer/features/changes/fold-sets.ts'
import type { ChangeSet } from '../../../../../src/shared/model/change.ts'

function row(id: string, state: ChangeRow['state'] = 'open'): ChangeRow {
  return {
    key: `${state} ${id}`,
    id,
    ids: [id],
    kind: 'replacement',
    authorId: 'ic',
    at: null,
    inserted: 'color',
    deleted: 'colour',
    description: '',
    state,
    decidedBy: null,
    decidedAt: null,
    reason: '',
  }
}

function setOf(...ids: readonly string[]): ChangeSet {
  return {
    id: 's' as ChangeSet['id'],
    label: 'Replace all: “colour” by “color”, 3 places',
    changeIds: ids as ChangeSet['changeIds'],
  }
}

const ids = (rows: readonly { readonly ids: readonly string[] }[]) => rows.map((each) => each.ids)

test('all that one act made is one row, where its first change stands', () => {
  const rows = foldSets([row('a'), row('b'), row('x'), row('c')], [setOf('b', 'c')], new Set())
  expect(ids(rows)).toEqual([['a'], ['b', 'c'], ['x']])
  expect(rows[1]?.label).toBe('Replace all: “colour” by “color”, 3 places')
})

test('unfolded, its changes follow it one by one', () => {
  const rows = foldSets([row('b'), row('c'), row('x')], [setOf('b', 'c')], new Set(['open set s']))
  expect(ids(rows)).toEqual([['b', 'c'], ['b'], ['c'], ['x']])
  expect(rows.map((each) => each.nested)).toEqual([false, true, true, false])
})

test('what was decided of it stands apart, and one that is left alone is that change', () => {
  const rows = foldSets(
    [row('b'), row('c', 'accepted'), row('d', 'accepted')],
    [setOf('b', 'c', 'd')],
    new Set(),
  )
  expect(ids(rows)).toEqual([['b'], ['c', 'd']])
  expect(rows.map((each) => each.members.length)).toEqual([0, 2])
})

test('a set that is on its way is known already, and once it is stored it is no second one', () => {
  const made = { id: 'made', label: 'Replace all', changeIds: ['a'] }
  const stored = { id: 'stored', label: 'Replace all', changeIds: ['b'] }
  expect(knownSets([stored], [made])).toEqual([stored, made])
  expect(knownSets([stored, made], [made])).toEqual([stored, made])
})
