import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Piece, Tag } from '../../../../../src/main/export/pdf/pieces.ts'
import { stretchesOf } from '../../../../../src/main/export/pdf/runs.ts'
import type { Stretch } from '../../../../../src/main/export/pdf/runs.ts'

const REF: Tag = { kind: 'ref', label: 'C1' }
const SENTENCE: Tag = { kind: 'sentence', label: '1.1' }

test('what looks the same is one run, with what is told between its letters', () => {
  const pieces: readonly Piece[] = [{ text: 'T', tags: [SENTENCE] }, { text: 'he ' }, { text: 'bay' }]
  expect(stretchesOf(pieces)).toEqual([{ runs: [{ parts: ['T', SENTENCE, 'he bay'] }] }])
})

test('what leads to one row is one link, however it looks', () => {
  const pieces: readonly Piece[] = [
    { text: 'a', to: 'claim-1', open: true },
    { text: 'bc', to: 'claim-1' },
    { text: 'd' },
  ]
  expect(stretchesOf(pieces)).toEqual([
    { to: 'claim-1', runs: [{ open: true, parts: ['a'] }, { parts: ['bc'] }] },
    { runs: [{ parts: ['d'] }] },
  ])
})

test('the number of a comment stands outside of the link that its words are', () => {
  const pieces: readonly Piece[] = [
    { text: 'a', to: 'change-1', tags: [REF] },
    { text: 'b', to: 'change-1' },
  ]
  expect(stretchesOf(pieces)).toEqual([
    { to: 'change-1', runs: [{ parts: ['a'] }] },
    { ref: 'C1', tag: REF },
    { to: 'change-1', runs: [{ parts: ['b'] }] },
  ])
})

test('two notes that follow one another stay two', () => {
  const note: Piece = { text: '', note: [[{ text: 'Says who?' }]] }
  const [stretch] = stretchesOf([note, note])
  expect(stretch && 'runs' in stretch && stretch.runs).toHaveLength(2)
})

const tag = fc.constantFrom<Tag>(REF, SENTENCE, { kind: 'from' }, { kind: 'to' })
const piece = fc.record(
  {
    text: fc.string({ maxLength: 4 }),
    to: fc.constantFrom('claim-1', 'claim-2'),
    inserted: fc.constantFrom(1, 2),
    strong: fc.constant(true as const),
    tags: fc.array(tag, { maxLength: 3 }),
  },
  { requiredKeys: ['text'] },
)

function told(stretches: readonly Stretch[]): readonly unknown[] {
  return stretches.flatMap((one) => ('ref' in one ? [one.tag] : one.runs.flatMap((run) => run.parts)))
}

/** Letter by letter, so that it does not count where they are cut. */
function apart(parts: readonly unknown[]): readonly unknown[] {
  return parts.flatMap((part) => (typeof part === 'string' ? part.split('') : [part]))
}

test('every letter and all that is told stays, in its order', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const before = pieces.flatMap(({ text, tags = [] }) => [text, ...tags])
      expect(apart(told(stretchesOf(pieces as readonly Piece[])))).toEqual(apart(before))
    }),
  )
})
