import { expect, test } from 'vitest'
import { hasSameWords } from '../../../../src/shared/rules/same-words.ts'

test.each([
  ['the same', 'six boats', 'six boats'],
  ['a paragraph that ends within', 'six boats. All sank.', 'six boats.  All sank.'],
  ['a space at the end', 'six boats', 'six boats '],
  ['places that came to stand beside each other', 'six boats … all sank', 'six boats all sank'],
  ['places that went apart', 'six boats all sank', 'six boats … all sank'],
  ['an ellipsis of the text, as older files hold it', 'did … not', 'did\u00a0…\u00a0not'],
  ['a place that was moved before another', 'six boats … all sank', 'all sank … six boats'],
])('%s: no word changed', (_, before, now) => {
  expect(hasSameWords(before, now)).toBe(true)
  expect(hasSameWords(now, before)).toBe(true)
})

test.each([
  ['another word', 'six boats', 'ten boats'],
  ['a word less', 'six boats', 'boats'],
  ['no words left', 'six boats', ''],
  ['an ellipsis of the text less', 'did\u00a0…\u00a0not', 'did not'],
  ['words that ran together', 'now here', 'nowhere'],
  ['words in another order within one place', 'dog bites man', 'man bites dog'],
  ['a letter', 'six boats', 'six boots'],
  ['case', 'six boats', 'Six boats'],
  ['a place less', 'six boats … six boats', 'six boats'],
])('%s: words changed', (_, before, now) => {
  expect(hasSameWords(before, now)).toBe(false)
  expect(hasSameWords(now, before)).toBe(false)
})
