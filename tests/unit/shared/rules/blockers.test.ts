import { describe, expect, test } from 'vitest'
import type { SignOff } from '../../../../src/shared/model/approval.ts'
import type { ClaimId, PersonId } from '../../../../src/shared/model/ids.ts'
import type { ReviewState } from '../../../../src/shared/model/review.ts'
import type { Waiver } from '../../../../src/shared/model/waiver.ts'
import { sha256 } from '../../../../src/main/core/hash.ts'
import { waiverRow } from '../../../support/evidence.ts'
import { AT, articleRow, claimRow, sourceRow } from '../../../support/rows.ts'
import {
  SIGNED,
  codes,
  index,
  ready,
  signed,
  stateOf,
  thread,
  verified,
  withClaimWords,
  withClaims,
} from '../../../support/small-review.ts'

const change = {
  id: 'ch',
  author: 'ines',
  kind: 'insertion',
  ranges: [{ from: 1, to: 2 }],
  inserted: 'x',
  deleted: '',
  description: '',
  groupId: 'ch',
} as const

test('a review with nothing open and its slots signed has no blocker, with no claims at all', () => {
  expect(codes(ready())).toEqual([])
})

/** Each: the smallest review that has only this blocker, and the same with its cause cleared. */
const table: readonly [string, string, () => ReviewState, () => ReviewState][] = [
  ['B1', 'an open change', () => ready({ index: { ...index, changes: [change] } }), () => ready()],
  [
    'B2',
    'an open must-comment',
    () => ready({ threads: [thread] }),
    () => ready({ threads: [{ ...thread, resolvedBy: 'ines' as PersonId, resolvedAt: AT }] }),
  ],
  [
    'B2',
    'a comment that is a should',
    () => ready({ threads: [thread] }),
    () => ready({ threads: [{ ...thread, level: 'should' }] }),
  ],
  [
    'B3',
    'a claim that nobody verified',
    () => ready({ index: withClaimWords('words'), claims: [claimRow('c')] }),
    () => ready({ index: withClaimWords('words'), claims: [claimRow('c', verified)] }),
  ],
  [
    'B3',
    'a claim whose words changed after it was verified',
    () => ready({ index: withClaimWords('other words'), claims: [claimRow('c', verified)] }),
    () => ready({ index: withClaimWords('words'), claims: [claimRow('c', verified)] }),
  ],
  [
    'B3',
    'a claim that was cut, waived or labelled is cleared',
    () => ready({ index: withClaimWords('words'), claims: [claimRow('c', { status: 'disputed' })] }),
    () =>
      ready({
        index: withClaims({ d: 'words', e: 'words' }),
        claims: [
          claimRow('c', { status: 'cut' }),
          claimRow('d', { status: 'waived', kind: 'event' }),
          claimRow('e', { status: 'opinion-labelled' }),
        ],
        waivers: [waiverRow(['R6'], 'desk', { claimId: 'd' as ClaimId })],
      }),
  ],
  [
    'B3',
    'a claim that was cut while its words stand in the text',
    () => ready({ index: withClaimWords('words'), claims: [claimRow('c', { status: 'cut' })] }),
    () => ready({ index: withClaimWords(''), claims: [claimRow('c', { status: 'cut' })] }),
  ],
  [
    'B3',
    'what is no opinion, labelled as one against its rule',
    () =>
      ready({
        index: withClaimWords('words'),
        claims: [claimRow('c', { kind: 'event', status: 'opinion-labelled' })],
      }),
    () =>
      ready({
        index: withClaimWords('words'),
        claims: [claimRow('c', { kind: 'opinion', status: 'opinion-labelled' })],
      }),
  ],
  ['B3', 'a claim waived without a record', () => waived([]), () => waived([waiverRow(['R6'], 'desk')])],
  [
    'B3',
    'a claim whose waiver was ended',
    () => waived([waiverRow(['R6'], 'desk', { endedAt: AT })]),
    () => waived([waiverRow(['R6'], 'desk')]),
  ],
  [
    'B3',
    'a claim whose waiver has run out with its version',
    () => waived([waiverRow(['R6'], 'desk')], 2),
    () => waived([waiverRow(['R6'], 'desk', { throughVersion: 2 })], 2),
  ],
  [
    'B3',
    'a claim that meets every rule, and that nobody verified',
    () => waived([waiverRow(['R6'], 'desk')], 1, ['s']),
    () => waived([waiverRow(['R6'], 'desk')]),
  ],
  [
    'B5',
    'a slot that nobody signed',
    () => ready({ signOffs: SIGNED.slice(1) }),
    () => ready({ signOffs: SIGNED }),
  ],
  [
    'B5',
    'a slot signed on another text',
    () => ready({ signOffs: [...SIGNED.slice(0, 2), signed('copy', 3, { textHash: sha256('old') })] }),
    () => ready({ signOffs: SIGNED }),
  ],
  [
    'B5',
    'a slot signed on other evidence',
    () => ready({ signOffs: [...SIGNED, signed('facts', 4, { evidenceHash: sha256('old') })] }),
    () => ready({ signOffs: SIGNED }),
  ],
  [
    'B5',
    'a slot whose last word was a return',
    () => ready({ signOffs: [...SIGNED, signed('copy', 4, { decision: 'return' })] }),
    () => ready({ signOffs: [...SIGNED, signed('copy', 4, { decision: 'return' }), signed('copy', 5)] }),
  ],
  [
    'B5',
    'a slot that no rule asks for, whose last word was a hold',
    () => ready({ signOffs: [...SIGNED, signed('legal', 4, { decision: 'hold' })] }),
    () => ready({ signOffs: [...SIGNED, signed('legal', 4, { decision: 'hold' }), signed('legal', 5)] }),
  ],
  ['B9', 'no headline', () => ready({ index: { ...index, headline: ' ' } }), () => ready()],
  [
    'B9',
    'no byline',
    () => ready({ index: { ...index, byline: '' } }),
    () => ready({ index: { ...index, byline: '' }, article: articleRow({ authorId: 'ines' as PersonId }) }),
  ],
  ['B9', 'no slug', () => ready({ article: articleRow({ slug: '' }) }), () => ready()],
  [
    'B10',
    'a text that is not the approved one',
    () => approved({ textHash: sha256('old') }),
    () => approved({}),
  ],
]

/** An event that is waived, with these records and sources. */
function waived(waivers: readonly Waiver[], version = 1, sources: readonly string[] = []): ReviewState {
  return ready({
    article: articleRow({ version }),
    index: withClaimWords('words'),
    claims: [claimRow('c', { status: 'waived', kind: 'event' }, sources)],
    sources: [sourceRow('s')],
    waivers,
  })
}

function approved(fields: Partial<SignOff>): ReviewState {
  const article = articleRow({ status: 'approved', locked: true })
  return ready({ article, signOffs: [...SIGNED, signed('approval', 4, fields)] })
}

describe.each(table)('%s: %s', (code, _cause, blocked, cleared) => {
  test('is the only blocker, and goes with its cause', () => {
    expect(codes(blocked())).toEqual([code])
    expect(codes(cleared())).toEqual([])
  })
})

test('a blocker tells how many, of whom, and leads to the first', () => {
  const second = { ...change, id: 'second', groupId: 'second' }
  const state = ready({ index: { ...index, changes: [change, second] } })
  expect(state.blockers).toEqual([
    {
      code: 'B1',
      title: '2 changes are open.',
      detail: '2 by IC.',
      target: { kind: 'change', id: 'ch' },
      causes: [],
    },
  ])
})

test('a replacement counts as one change', () => {
  const deletion = { ...change, id: 'out', kind: 'deletion', groupId: 'out' } as const
  const state = ready({ index: { ...index, changes: [deletion, { ...change, groupId: 'out' }] } })
  expect(state.blockers).toEqual([
    {
      code: 'B1',
      title: '1 change is open.',
      detail: '1 by IC.',
      target: { kind: 'change', id: 'out' },
      causes: [],
    },
  ])
})

test('a claim whose source was taken away after it was verified is not cleared any more', () => {
  const claim = claimRow('c', { ...verified, kind: 'allegation' }, ['s'])
  const held = stateOf({ index: withClaimWords('words'), claims: [claim], sources: [sourceRow('s')] })
  const gone = stateOf({ index: withClaimWords('words'), claims: [{ ...claim, sources: [] }] })
  expect([held.claims[0]?.cleared, gone.claims[0]?.cleared]).toEqual([true, false])
  expect(gone.blockers.find((blocker) => blocker.code === 'B3')?.detail).toBe('1 no longer supported.')
})
