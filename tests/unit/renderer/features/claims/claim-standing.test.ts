import { describe, expect, test } from 'vitest'
import { shapeOf, tally, wantOf, wordOf } from '../../../../../src/renderer/features/claims/claim-standing.ts'
import { claimView, ruleResult } from '../../../../support/claim-views.ts'

const unmet = ruleResult('R1')

describe('the counts over the ledger', () => {
  test('counts by shape and leaves out what there is none of', () => {
    const claims = [claimView(1), claimView(2), claimView(3, { status: 'verified', cleared: true })]
    expect(tally(claims).map(({ shape, count }) => [shape, count])).toEqual([
      ['open', 2],
      ['verified', 1],
    ])
  })
})

describe('how a claim stands', () => {
  test('a stale one stops, whatever its status says', () => {
    const stale = claimView(1, { status: 'verified', stale: true, verifiedQuote: 'eight boats' })
    expect([shapeOf(stale), wordOf(stale)]).toEqual(['stopped', 'stale'])
    expect(wantOf(stale, 'MO')?.missing).toBe('The words changed after MO verified “eight boats”.')
  })

  test('wants the first rule that is unmet, and says how many more there are', () => {
    expect(wantOf(claimView(1, { results: [unmet, { ...unmet, rule: 'R6' }] }), '')).toEqual({
      missing: 'No A source. And 1 more.',
      remedy: 'Attach one.',
    })
  })

  test('wants nothing once it is cleared', () => {
    expect(wantOf(claimView(1, { status: 'cut', cleared: true, orphaned: true }), '')).toBe(null)
  })

  test('wants a checker when every rule is met', () => {
    expect(wantOf(claimView(1, { status: 'sourced' }), '')?.remedy).toBe('a checker verifies it.')
  })

  test('wants it to be settled once what stands against it is waived', () => {
    const waived = ruleResult('R8', { state: 'waived' })
    expect(wantOf(claimView(1, { results: [waived] }), '')?.missing).toBe(
      'R8 is waived; nobody has settled it yet.',
    )
  })

  test('wants a stale one whose spelling alone changed to be re-confirmed', () => {
    const stale = claimView(1, { status: 'verified', stale: true, spellingOnly: true })
    expect(wantOf(stale, 'MO')?.remedy).toBe(
      'only the spelling changed; re-confirm it by name, or verify again.',
    )
  })
})
