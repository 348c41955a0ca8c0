import { expect, test } from 'vitest'
import type { ReviewState } from '../../../../../src/shared/model/review.ts'
import { findSources } from '../../../../../src/renderer/features/claims/find-sources.ts'
import { historyOf } from '../../../../../src/renderer/features/claims/history-of.ts'
import { claimView, sourceRecord, waiverRecord } from '../../../../support/claim-views.ts'

test('the history of a claim tells who marked, verified, waived and asked, the latest first', () => {
  const claim = claimView(1, {
    createdAt: 1,
    verifiedAt: 9,
    verifiedBy: 'ht' as never,
    verifiedQuote: 'nine boats',
  })
  const records = {
    waivers: [
      waiverRecord('w', 'c1', { at: 3, endedAt: 7, endedBy: 'ic' as never }),
      waiverRecord('x', 'c2', { at: 4 }),
    ],
    replies: [{ claimIds: ['c1'], askedAt: 5, askedBy: 'jp', party: 'Brannoch Marine' }],
    threads: [{ target: { kind: 'claim', claimId: 'c1' }, messages: [{ at: 2, authorId: 'tr' }] }],
  } as unknown as Pick<ReviewState, 'waivers' | 'replies' | 'threads'>
  expect(historyOf(claim, records).map(({ by, what }) => `${by} ${what}`)).toEqual([
    'ht verified “nine boats”.',
    'ic ended the waiver of R8.',
    'jp put it to Brannoch Marine.',
    'dl waived R8: The court file opens only on Monday.',
    'tr commented on it.',
    'mo marked it.',
  ])
})

test('a source is found by every word of its title, its origin and its grade', () => {
  const all = [
    sourceRecord('s1', { origin: 'Osterlee magistrate’s court' }),
    sourceRecord('s2', { title: 'Coastal Wire', grade: 'C', origin: 'Police briefing' }),
  ]
  const found = (query: string) => findSources(all, query).map(({ id }) => id)
  expect([found(''), found('COURT charge'), found('grade wire'), found('court wire')]).toEqual([
    ['s1', 's2'],
    ['s1'],
    ['s2'],
    [],
  ])
})
