import { expect, test } from 'vitest'
import type { Range } from '../../../../src/shared/document/range.ts'
import type { PlacedProposal } from '../../../../src/renderer/checks/checks.ts'
import type { HeldWords } from '../../../../src/shared/document/index/held-words.ts'
import { commentOn, notTaken } from '../../../../src/shared/checks/taken.ts'
import { claim, note } from '../../renderer/features/checks/proposals.ts'

const PROPOSALS = [
  { proposal: claim({ id: 'c' }), range: { from: 10, to: 20 } },
  { proposal: note({ id: 'n' }), range: { from: 12, to: 16 } },
  { proposal: note({ id: 'd', title: 'Double word' }), range: { from: 12, to: 16 } },
]
function rangeOf(proposal: PlacedProposal): Range | null {
  return PROPOSALS.find((each) => each.proposal === proposal)?.range ?? null
}

const SAID: Readonly<Record<string, string>> = {
  t: commentOn(note()),
  other: 'Who says so?',
}

function left(...held: readonly HeldWords[]): readonly string[] {
  const proposals = PROPOSALS.map(({ proposal }) => proposal)
  const said = (id: string) => SAID[id] ?? ''
  return notTaken(proposals, rangeOf, held, { openingWords: said, onArticle: [] }).map(({ id }) => id)
}

test('a claim over all of its words takes a claim, and no note', () => {
  expect(left({ mark: 'claim', id: 'k', from: 8, to: 20 })).toEqual(['n', 'd'])
  expect(left({ mark: 'claim', id: 'k', from: 10, to: 20 })).toEqual(['n', 'd'])
  expect(left({ mark: 'claim', id: 'k', from: 10, to: 19 })).toEqual(['c', 'n', 'd'])
  expect(left({ mark: 'claim', id: 'k', from: 11, to: 30 })).toEqual(['c', 'n', 'd'])
})

test('the comment that was made of it takes a note, and nothing else said on the same words does', () => {
  expect(left({ mark: 'comment', id: 't', from: 12, to: 16 })).toEqual(['c', 'd'])
  expect(left({ mark: 'comment', id: 'other', from: 12, to: 16 })).toEqual(['c', 'n', 'd'])
  expect(left({ mark: 'comment', id: 't', from: 11, to: 16 })).toEqual(['c', 'n', 'd'])
})

test('the comment says what is proposed, why, and what would take the place of the words', () => {
  expect(commentOn(note())).toBe('Loaded word: It judges.')
  expect(commentOn(note({ replacement: 'known' }))).toBe('Loaded word: It judges. Instead: “known”.')
  expect(commentOn(note({ replacement: '' }))).toBe('Loaded word: It judges.')
})

test('a note on the whole story is taken by the comment on the article that was made of it, and by no words', () => {
  const whole = note({ title: 'No date', ofWhole: true })
  const place = { from: 1, to: 9 }
  const held: readonly HeldWords[] = [{ mark: 'comment', id: 't', ...place }]
  const said = commentOn(whole)
  const left = (words: readonly HeldWords[], onArticle: readonly string[]) =>
    notTaken([whole], () => place, words, { openingWords: () => said, onArticle })
  expect(left(held, [])).toHaveLength(1)
  expect(left([], ['Who says so?'])).toHaveLength(1)
  expect(left([], ['Who says so?', said])).toEqual([])
})
