import { describe, expect, test } from 'vitest'
import type { ChangeEntry } from '../../../../../src/shared/document/document-index.ts'
import type { ChangeRecord } from '../../../../../src/shared/model/change.ts'
import type { ReviewState } from '../../../../../src/shared/model/review.ts'
import type { EditorSnapshot } from '../../../../../src/renderer/editor/api.ts'
import { changeRows, filterChanges } from '../../../../../src/renderer/features/changes/change-rows.ts'

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
    ...fields,
  }
}

function entry(id: string, fields: Partial<ChangeEntry> = {}): ChangeEntry {
  return {
    id,
    author: 'ic',
    kind: 'insertion',
    ranges: [],
    inserted: '',
    deleted: '',
    description: '',
    groupId: id,
    ...fields,
  }
}

/** Only what the rows are made of. */
function given(records: readonly ChangeRecord[], entries: readonly ChangeEntry[] | null) {
  const state = { changes: records } as ReviewState
  const snapshot = entries === null ? null : ({ index: { changes: entries } } as unknown as EditorSnapshot)
  return changeRows(state, snapshot)
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

  test('filters by state, person and kind together', () => {
    const rows = given([record('x', { state: 'accepted' })], [entry('a'), entry('b', { author: 'tr' })])
    const ids = (filter: Parameters<typeof filterChanges>[1]) =>
      filterChanges(rows, filter).map((row) => row.id)
    expect(ids({ state: 'open', authorId: 'tr', kind: '' })).toEqual(['b'])
    expect(ids({ state: 'decided', authorId: '', kind: 'insertion' })).toEqual(['x'])
    expect(ids({ state: 'all', authorId: '', kind: 'deletion' })).toEqual([])
  })
})
