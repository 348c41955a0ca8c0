import { describe, expect, test } from 'vitest'
import { keptWords } from '../../../../src/main/core/kept-words.ts'

/** What is remembered after each of the words that an anchor had, a batch each. */
function remembered(...words: readonly string[]): string {
  let kept = words[0] ?? ''
  words.slice(1).forEach((now, index) => {
    kept = keptWords({ kept, before: words[index] ?? '', now })
  })
  return kept
}

describe('the words an anchor is remembered by', () => {
  test('are those it had last', () => {
    expect(remembered('four million', '4.2 million', '')).toBe('4.2 million')
  })
  test('are not the last letter of words that went one by one', () => {
    expect(remembered('four million', 'four m', 'fo', 'f', '')).toBe('four million')
    expect(remembered('four million', 'million', 'lion', '')).toBe('four million')
  })
  test('are fewer once fewer have come to rest', () => {
    expect(remembered('more than four million', 'four million', 'four million', '')).toBe('four million')
  })
  test('are those that came back', () => {
    expect(remembered('four million', '', 'four million')).toBe('four million')
    expect(remembered('four million', 'four', 'four billion')).toBe('four billion')
  })
})
