import { expect, test } from 'vitest'
import {
  insteadOf,
  proposalInWords,
  shortened,
  sortOf,
} from '../../../../../src/renderer/features/checks/check-words.ts'
import { claim, note } from './proposals.ts'

test('a proposal is one sentence after the other for who hears it', () => {
  expect(proposalInWords(claim({ label: '8.1' }))).toBe(
    '8.1, proposed claim, number: Figure, “nine boats”. It judges.',
  )
  expect(proposalInWords(note({ replacement: 'known' }))).toBe(
    '1.1, note: Loaded word, “notorious”. It judges. Instead: “known”',
  )
  expect(proposalInWords(note({ title: 'No date', ofWhole: true }))).toBe(
    'Whole story, note: No date. It judges.',
  )
})

test('what would take the place of the words is said, also when it is nothing, and not when nobody can say', () => {
  expect(insteadOf(note({ replacement: '' }))).toBe('Instead: nothing; they can go.')
  expect(insteadOf(note())).toBe('')
  expect(insteadOf(claim())).toBe('')
  expect(sortOf(claim())).toBe('claim · number')
})

test('a long sentence is cut at a word on both sides, a short one is whole', () => {
  const long = 'word '.repeat(40)
  const cut = shortened({ before: long, words: 'notorious', after: ` ${long}` })
  expect(cut.before).toMatch(/^…word( word)* $/)
  expect(cut.before.length).toBeLessThan(75)
  expect(cut.after).toMatch(/^( word)+…$/)
  expect(shortened({ before: 'The ', words: 'notorious', after: ' gang.' })).toEqual({
    before: 'The ',
    words: 'notorious',
    after: ' gang.',
  })
})
