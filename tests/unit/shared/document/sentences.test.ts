import { expect, test } from 'vitest'
import { sentenceStarts } from '../../../../src/shared/document/sentences.ts'

const sentences = (text: string) => {
  const starts = sentenceStarts(text)
  return starts.map((start, index) => text.slice(start, starts[index + 1]).trim())
}

test('finds where sentences begin', () => {
  expect(sentences('Nine boats were seized. It is the largest haul.  Nobody spoke.')).toEqual([
    'Nine boats were seized.',
    'It is the largest haul.',
    'Nobody spoke.',
  ])
})

test('a title ends no sentence', () => {
  expect(sentences('Mr. Vole could not be reached. Dr. Sund could.')).toEqual([
    'Mr. Vole could not be reached.',
    'Dr. Sund could.',
  ])
})

test('a quotation begins with its mark', () => {
  expect(sentences('“It is well spent,” she said. “They knew.”')).toEqual([
    '“It is well spent,” she said.',
    '“They knew.”',
  ])
})

test('nothing begins in nothing', () => {
  expect(sentenceStarts('  ')).toEqual([])
})

test('initials end a sentence only when the next words begin one', () => {
  expect(
    sentences('It involves the U.S. Immigration service. Support came from the U.S. The rest did not.'),
  ).toEqual(['It involves the U.S. Immigration service.', 'Support came from the U.S.', 'The rest did not.'])
})
