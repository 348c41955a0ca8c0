import { expect, test } from 'vitest'
import { numbersInShort } from '../../../../../src/renderer/features/article/numbers-in-short.ts'

test('numbers of claims that share one bracket are said in the room of one', () => {
  expect([[14], [14, 15, 16, 17, 18], [3, 7, 9], []].map(numbersInShort)).toEqual(['14', '14–18', '3 +2', ''])
})
