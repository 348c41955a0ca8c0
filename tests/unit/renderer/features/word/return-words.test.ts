import { expect, test } from 'vitest'
import {
  bringsInWords,
  shareInWords,
  untrackedInWords,
} from '../../../../../src/renderer/features/word/return-words.ts'
import type { ReturnPreview } from '../../../../../src/shared/contract.ts'

const NOTHING = { changes: 0, comments: 0, replies: 0, resolved: 0, accepted: 0, rejected: 0, untracked: 0 }
const preview = (untracked: number) =>
  ({ brings: { ...NOTHING, untracked }, untrackedAs: 'Dov Lassiter' }) as ReturnPreview

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

test('edits without tracking are told with the name they come in under', () => {
  expect(untrackedInWords(preview(0))).toBe('')
  expect(untrackedInWords(preview(2))).toMatch(
    /^2 edits were made without tracking.*They come in .* by Dov Lassiter/,
  )
})
