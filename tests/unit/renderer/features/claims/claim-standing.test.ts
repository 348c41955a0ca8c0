import { describe, expect, test } from 'vitest'
import type { ClaimView } from '../../../../../src/shared/model/review.ts'
import { NO_DETAILS } from '../../../../../src/shared/model/claim.ts'
import {
  byUrgency,
  shapeOf,
  tally,
  wantOf,
  wordOf,
} from '../../../../../src/renderer/features/claims/claim-standing.ts'

function claim(number: number, fields: Partial<ClaimView> = {}): ClaimView {
  return {
    id: `c${number}` as ClaimView['id'],
    kind: 'number',
    risk: 'medium',
    paraphrase: '',
    status: 'found',
    quote: 'nine boats',
    verifiedQuote: null,
    verifiedBy: null,
    verifiedAt: null,
    details: NO_DETAILS,
    commonKnowledge: null,
    sources: [],
    createdBy: 'mo' as ClaimView['createdBy'],
    createdAt: 0,
    updatedAt: 0,
    number,
    words: 'nine boats',
    orphaned: false,
    stale: false,
    spellingOnly: false,
    cleared: false,
    results: [],
    ...fields,
  }
}

const unmet = {
  rule: 'R1',
  title: '',
  state: 'unmet',
  why: 'No A source.',
  remedy: 'Attach one.',
  waivedBy: [],
  waiverId: null,
} as const

describe('the ledger', () => {
  test('sorts what stops first, then by risk, then what is cleared', () => {
    const claims = [
      claim(1, { status: 'verified', cleared: true }),
      claim(2, { risk: 'low' }),
      claim(3, { risk: 'high' }),
      claim(4, { status: 'verified', stale: true }),
      claim(5, { status: 'disputed' }),
    ]
    expect(byUrgency(claims).map((each) => each.number)).toEqual([4, 5, 3, 2, 1])
  })

  test('counts by shape and leaves out what there is none of', () => {
    const claims = [claim(1), claim(2), claim(3, { status: 'verified', cleared: true })]
    expect(tally(claims).map(({ shape, count }) => [shape, count])).toEqual([
      ['open', 2],
      ['verified', 1],
    ])
  })
})

describe('how a claim stands', () => {
  test('a stale one stops, whatever its status says', () => {
    const stale = claim(1, { status: 'verified', stale: true, verifiedQuote: 'eight boats' })
    expect([shapeOf(stale), wordOf(stale)]).toEqual(['stopped', 'stale'])
    expect(wantOf(stale, 'MO')?.missing).toBe('The words changed after MO verified “eight boats”.')
  })

  test('wants the first rule that is unmet, and says how many more there are', () => {
    expect(wantOf(claim(1, { results: [unmet, { ...unmet, rule: 'R6' }] }), '')).toEqual({
      missing: 'No A source. And 1 more.',
      remedy: 'Attach one.',
    })
  })

  test('wants nothing once it is cleared', () => {
    expect(wantOf(claim(1, { status: 'cut', cleared: true, orphaned: true }), '')).toBe(null)
  })

  test('wants a checker when every rule is met', () => {
    expect(wantOf(claim(1, { status: 'sourced' }), '')?.remedy).toBe('a checker verifies it.')
  })
})
