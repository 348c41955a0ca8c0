import { describe, expect, test } from 'vitest'
import type { ChangeRow } from '../../../../../src/renderer/features/changes/change-rows.ts'
import { noteWords, rowInWords } from '../../../../../src/renderer/features/changes/change-words.ts'

const ROW: ChangeRow = {
  key: 'open a',
  id: 'a',
  ids: ['a'],
  kind: 'insertion',
  authorId: 'Ines Calloway',
  at: null,
  inserted: '',
  deleted: '',
  description: '',
  state: 'open',
  decidedBy: null,
  decidedAt: null,
  reason: '',
}
const spoken = (fields: Partial<ChangeRow>, place: Parameters<typeof rowInWords>[1] = null) =>
  rowInWords({ ...ROW, ...fields }, place, (id) => id ?? 'somebody')

test.each([
  ['move', '', { kind: 'move', from: 12, to: 4, up: true }, 'moved from 12 to 4'],
  ['move', '', { kind: 'move', from: null, to: 4, up: true }, 'moved to 4'],
  ['move', '', null, 'moved'],
  ['cells', '2 rows inserted', null, '2 rows inserted'],
  ['cells', '', null, 'table'],
  ['layout', 'table; row', null, 'layout of table, row'],
  ['layout', '', null, 'layout'],
  ['split', '', { kind: 'paragraph', number: 2, next: 3 }, 'split 2 from 3'],
  ['join', '', { kind: 'paragraph', number: 5, next: 6 }, 'joined 5 with 6'],
  ['join', '', { kind: 'paragraph', number: null, next: 1 }, 'joined'],
  ['format', 'bold', { kind: 'paragraph', number: 1, next: 2 }, 'format: bold'],
  ['paragraph', 'body to heading', null, 'paragraph: body to heading'],
] as const)('a note of one line: %s %s %#', (kind, description, place, words) => {
  expect(noteWords(kind, description, place)).toBe(words)
})

describe('a row as one sentence', () => {
  test('says the words, the author and the state', () => {
    expect(spoken({ inserted: ', police say' })).toBe('insertion “, police say”, by Ines Calloway, open')
    expect(spoken({ kind: 'replacement', deleted: 'smashes', inserted: 'breaks up' })).toBe(
      'replacement “smashes” replaced with “breaks up”, by Ines Calloway, open',
    )
  })

  test('says who decided', () => {
    expect(spoken({ kind: 'deletion', deleted: 'safe', state: 'rejected', decidedBy: 'Mara Oyelle' })).toBe(
      'deletion “safe”, by Ines Calloway, rejected by Mara Oyelle',
    )
  })

  test('says where to something was moved', () => {
    const place = { kind: 'move', from: 12, to: 4, up: true } as const
    expect(spoken({ kind: 'move', inserted: 'All eleven', deleted: 'All eleven' }, place)).toBe(
      'moved from 12 to 4 “All eleven”, by Ines Calloway, open',
    )
  })
})
