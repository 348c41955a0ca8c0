import { expect, test } from 'vitest'
import { guessKind } from '../../../../../src/renderer/features/article/guess-kind.ts'

test.each([
  ['“They knew every creek”', 'quotation'],
  ['4.2 million cigarettes', 'number'],
  ['eleven people', 'number'],
  ['boats were seized', 'event'],
] as const)('%s is first taken for a %s', (words, kind) => {
  expect(guessKind(words)).toBe(kind)
})
