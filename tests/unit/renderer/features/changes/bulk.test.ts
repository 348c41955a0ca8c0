import { expect, test } from 'vitest'
import { inWords, shares } from '../../../../../src/renderer/features/changes/bulk.ts'
import type { GroupKind } from '../../../../../src/shared/names.ts'

const NAMES: Readonly<Record<string, string>> = {
  ic: 'Ines Calloway',
  mo: 'Mara Oyelle',
  tr: 'Tobias Reuk',
}
const nameOf = (id: string) => NAMES[id] ?? 'somebody'

function rows(...made: readonly (readonly [authorId: string, kind: GroupKind, count: number])[]) {
  return made.flatMap(([authorId, kind, count]) => Array.from({ length: count }, () => ({ authorId, kind })))
}

test.each([
  [rows(['mo', 'insertion', 8], ['mo', 'deletion', 4]), 'shown', '12 changes by Mara Oyelle'],
  [rows(['mo', 'deletion', 3]), 'shown', '3 deletions by Mara Oyelle'],
  [rows(['ic', 'move', 1]), 'shown', '1 move by Ines Calloway'],
  [
    rows(['ic', 'insertion', 1], ['tr', 'format', 1]),
    'selection',
    '2 changes by Ines Calloway and Tobias Reuk in the selection',
  ],
  [
    rows(['ic', 'insertion', 2], ['tr', 'format', 3], ['mo', 'cells', 9]),
    'all',
    'all 14 open changes by 3 people',
  ],
  [rows(['ic', 'insertion', 1]), 'all', '1 open change by Ines Calloway'],
] as const)('what is asked about is counted and signed: %#', (some, scope, words) => {
  expect(inWords(some, scope, nameOf)).toBe(words)
})

test('whose they are is told most first, kind by kind', () => {
  expect(shares(rows(['ic', 'move', 1], ['mo', 'deletion', 2], ['mo', 'insertion', 5]))).toEqual([
    { authorId: 'mo', count: 7, words: '5 insertions, 2 deletions' },
    { authorId: 'ic', count: 1, words: '1 move' },
  ])
})
