import { expect, test } from 'vitest'
import { bringsInWords, shareInWords } from '../../../../../src/renderer/features/word/return-words.ts'

const NOTHING = { changes: 0, comments: 0, replies: 0, resolved: 0, accepted: 0, rejected: 0, untracked: 0 }

test('what there is none of is not told', () => {
  expect(bringsInWords(NOTHING)).toEqual([])
  expect(bringsInWords({ ...NOTHING, changes: 1, replies: 2, rejected: 1 })).toEqual([
    '1 tracked change',
    '2 messages in comments',
    '1 change of yours rejected',
  ])
})

test('whoever only decided is named, too', () => {
  const person = { name: 'Hanne Ostrow', isNew: false }
  expect(shareInWords({ ...person, changes: 0, comments: 0 })).toBe('decisions alone')
  expect(shareInWords({ ...person, changes: 2, comments: 1 })).toBe('2 changes, 1 comment')
})
