import { describe, expect, test } from 'vitest'
import type { ChangeEntry } from '../../../../../src/shared/document/index/document-index.ts'
import type { ChangeRecord } from '../../../../../src/shared/model/change.ts'
import { changeRows } from '../../../../../src/renderer/features/changes/change-rows.ts'
import { countBy, filterRows } from '../../../../../src/renderer/features/changes/filter-rows.ts'

function record(id: string, fields: Partial<ChangeRecord> = {}): ChangeRecord {
  return {
    id: id as ChangeRecord['id'],
    kind: 'insertion',
    authorId: 'ic' as ChangeRecord['authorId'],
    createdAt: 10,
    dateRaw: null,
    inserted: '',
    deleted: '',
    state: 'open',
    decidedBy: null,
    decidedAt: null,
    reason: null,
    groupId: null,
    ...fields,
  }
}

function entry(id: string, fields: Partial<ChangeEntry> = {}): ChangeEntry {
  return {
    id,
    author: 'ic',
    kind: 'insertion',
    inserted: '',
    deleted: '',
    description: '',
    groupId: id,
    ...fields,
  }
}

function given(records: readonly ChangeRecord[], entries: readonly ChangeEntry[] | null) {
  return changeRows(records, entries === null ? null : { changes: entries })
}

describe('the list of changes', () => {
  test('shows a deletion and what replaces it as one', () => {
    const rows = given(
      [record('d'), record('i')],
      [
        entry('d', { kind: 'deletion', deleted: 'smashes', groupId: 'g' }),
        entry('i', { inserted: 'breaks up', groupId: 'g' }),
      ],
    )
    expect(rows.map(({ ids, kind, deleted, inserted }) => ({ ids, kind, deleted, inserted }))).toEqual([
      { ids: ['d', 'i'], kind: 'replacement', deleted: 'smashes', inserted: 'breaks up' },
    ])
  })

  test('takes what is open from the text, not from the record', () => {
    const rows = given([record('a', { state: 'accepted', decidedAt: 5 })], [entry('a')])
    expect(rows.map((row) => row.state)).toEqual(['open'])
  })

  test('puts the decided after the open ones, latest first, and leaves out what was withdrawn', () => {
    const rows = given(
      [
        record('early', { state: 'accepted', decidedAt: 5 }),
        record('late', { state: 'rejected', decidedAt: 9 }),
        record('gone', { state: 'withdrawn' }),
      ],
      [entry('open')],
    )
    expect(rows.map((row) => row.id)).toEqual(['open', 'late', 'early'])
  })

  test('falls back on the record while no text is drawn', () => {
    expect(given([record('a'), record('b', { state: 'accepted' })], null).map((row) => row.state)).toEqual([
      'open',
      'accepted',
    ])
  })

  test('keeps a decided replacement one, and counts it once', () => {
    const decided = { state: 'accepted', decidedAt: 5, groupId: 'd' as ChangeRecord['id'] } as const
    const rows = given(
      [
        record('d', { ...decided, kind: 'deletion', deleted: 'smashes' }),
        record('i', { ...decided, inserted: 'breaks up' }),
        record('alone', { ...decided, groupId: null, inserted: 'x' }),
      ],
      [],
    )
    expect(rows.map(({ ids, kind, deleted, inserted }) => ({ ids, kind, deleted, inserted }))).toEqual([
      { ids: ['d', 'i'], kind: 'replacement', deleted: 'smashes', inserted: 'breaks up' },
      { ids: ['alone'], kind: 'insertion', deleted: '', inserted: 'x' },
    ])
  })

  test('parts a group of which one half was accepted and the other rejected', () => {
    const groupId = 'd' as ChangeRecord['id']
    const rows = given(
      [
        record('d', { kind: 'deletion', state: 'accepted', decidedAt: 5, groupId }),
        record('i', { state: 'rejected', decidedAt: 6, groupId }),
      ],
      [],
    )
    expect(rows.map(({ ids, state }) => [ids, state])).toEqual([
      [['i'], 'rejected'],
      [['d'], 'accepted'],
    ])
  })
})

describe('the filters', () => {
  const rows = given(
    [record('x', { state: 'accepted' }), record('y', { state: 'rejected', kind: 'deletion' })],
    [entry('a'), entry('b', { author: 'tr' }), entry('m', { author: 'tr', kind: 'move' })],
  )
  const ids = (filter: Parameters<typeof filterRows>[1]) => filterRows(rows, filter).map((row) => row.id)

  test('hold together: state, person and kind', () => {
    expect(ids({ state: '', authorId: '', kind: '' })).toEqual(['a', 'b', 'm', 'x', 'y'])
    expect(ids({ state: 'open', authorId: 'tr', kind: '' })).toEqual(['b', 'm'])
    expect(ids({ state: 'accepted', authorId: '', kind: 'insertion' })).toEqual(['x'])
    expect(ids({ state: 'rejected', authorId: '', kind: '' })).toEqual(['y'])
    expect(ids({ state: '', authorId: '', kind: 'move' })).toEqual(['m'])
  })

  test('say how many rows each of their values would show under the others', () => {
    const filter = { state: 'open', authorId: 'tr', kind: '' } as const
    expect(Object.fromEntries(countBy(rows, filter, 'authorId'))).toEqual({ ic: 1, tr: 2 })
    expect(Object.fromEntries(countBy(rows, filter, 'kind'))).toEqual({ insertion: 1, move: 1 })
    expect(Object.fromEntries(countBy(rows, filter, 'state'))).toEqual({ open: 2 })
  })
})
