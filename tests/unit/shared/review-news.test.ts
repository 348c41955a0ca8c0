import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keepSame } from '../../../src/shared/keep-same.ts'
import type { ReviewState } from '../../../src/shared/model/review.ts'
import { applyNews, describeNews } from '../../../src/shared/review-news.ts'

/** As much of a state as news are about; rows are told by their id and what they say. */
const rows = fc
  .uniqueArray(
    fc.record({ id: fc.integer({ min: 0, max: 30 }).map(String), says: fc.constantFrom('a', 'b') }),
    {
      selector: ({ id }) => id,
    },
  )
  .map((list) => list as unknown as ReviewState['changes'])
const states = fc.record({
  seq: fc.integer({ min: 0, max: 5 }),
  words: fc.integer({ min: 0, max: 5 }),
  changes: rows,
  claims: rows,
  blockers: rows,
}) as fc.Arbitrary<unknown> as fc.Arbitrary<ReviewState>

describe('what is new in a review', () => {
  test('put on the state before, gives the next one, through the wire as well', () => {
    fc.assert(
      fc.property(states, states, (before, next) => {
        const news = describeNews(before, keepSame(before, next))
        const crossed = JSON.parse(JSON.stringify(news)) as typeof news
        expect(applyNews(structuredClone(before), crossed)).toMatchObject(next)
      }),
      { numRuns: 300 },
    )
  })

  test('is next to nothing where one row of thousands says something else', () => {
    const row = (at: number, says: string) => ({ id: `change-${at}`, says })
    const list = Array.from({ length: 5000 }, (_, at) => row(at, 'a'))
    const state = (changes: unknown) => ({ seq: 1, changes }) as unknown as ReviewState
    const before = state(list)
    const after = state(structuredClone(list).toSpliced(2500, 1, row(2500, 'b')))
    expect(describeNews(before, keepSame(before, after))).toEqual({
      fields: {},
      lists: {
        changes: [
          { kind: 'kept', from: 0, count: 2500 },
          { kind: 'new', entries: [row(2500, 'b')] },
          { kind: 'kept', from: 2501, count: 2499 },
        ],
      },
    })
  })
})
