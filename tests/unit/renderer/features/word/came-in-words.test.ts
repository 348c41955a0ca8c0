import { expect, test } from 'vitest'
import { inTheText, isWord, keptInWords } from '../../../../../src/renderer/features/word/came-in-words.ts'
import type { CameIn } from '../../../../../src/shared/model/import-report.ts'

const NOTHING: CameIn = {
  words: 0,
  paragraphs: 0,
  tables: 0,
  pictures: 0,
  notes: 0,
  changes: 0,
  comments: 0,
  replies: 0,
  kept: [],
}

test('only what there is is told, besides the words', () => {
  expect(inTheText(NOTHING)).toEqual(['no words in no paragraphs'])
  const some = { ...NOTHING, words: 449, paragraphs: 12, changes: 14, comments: 9, replies: 1, tables: 1 }
  expect(inTheText(some)).toEqual([
    '449 words in 12 paragraphs',
    '14 tracked changes',
    '9 comments with 1 reply',
    '1 table',
  ])
})

test('kinds that are kept are counted by name, and an unknown one is called by none', () => {
  expect(keptInWords([])).toBe('')
  expect(keptInWords([{ kind: 'chart', count: 1 }])).toBe('1 chart')
  expect(
    keptInWords([
      { kind: 'field', count: 12 },
      { kind: 'formula', count: 2 },
      { kind: 'hologram', count: 1 },
    ]),
  ).toBe('12 fields, 2 formulas and 1 Word element')
})

test('a Word file is known by its name', () => {
  expect(['a.docx', 'a.DOTX', 'a.doc', 'a.md'].map(isWord)).toEqual([true, true, false, false])
})
