import { expect, test } from 'vitest'
import { untoldComments } from '../../../../../src/renderer/features/article/untold-comments.ts'
import { INES, thread } from '../../../main/export/pdf/builders.ts'

test('comments in the text that this reader is not told of are known by their ids, and no others', () => {
  const threads = [thread('a', INES, 'For everybody.'), thread('b', INES, 'Also.')]
  expect(untoldComments(['a', 'private', 'b', 'other'], threads)).toBe('private other')
  expect(untoldComments(['b', 'a'], threads)).toBe('')
  expect(untoldComments(['a'], [])).toBe('a')
})
