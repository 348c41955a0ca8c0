import { expect, test } from 'vitest'
import { afterRefusal } from '../../../../../src/renderer/features/word/refusal-words.ts'

test.each([
  [
    'a.docx',
    'unreadable-file',
    'The file is damaged: one of its parts is empty.',
    'Nothing of it was stored. If Word opens it, save it there under a new name and open that.',
  ],
  [
    'a.docx',
    'unreadable-file',
    'This is a file of an old Word format. Save it as .docx and open it again.',
    'Nothing of it was stored.',
  ],
  [
    'a.docx',
    'too-large',
    'The file holds too many comments.',
    'Nothing of it was stored. Open a part of it, or save it without what makes it so large.',
  ],
  ['a.txt', 'unreadable-file', 'This is not a text file: it holds binary data.', 'Nothing of it was stored.'],
  ['a.docx', 'cancelled', 'This was cancelled. Nothing was changed.', ''],
] as const)('%s, %s: %s', (name, code, message, words) => {
  expect(afterRefusal({ name, code, message })).toBe(words)
})
