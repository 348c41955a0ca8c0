import { describe, expect, test } from 'vitest'
import type { ParagraphStyle } from '../../../../src/shared/document/attributes.ts'
import type { DocumentIndex } from '../../../../src/shared/document/index/document-index.ts'
import type { SignOff, Slot } from '../../../../src/shared/model/approval.ts'
import type { ArticleId, ClaimId, PersonId, SignOffId, ThreadId } from '../../../../src/shared/model/ids.ts'
import type { ReviewState } from '../../../../src/shared/model/review.ts'
import type { RuleBook } from '../../../../src/shared/model/rule.ts'
import type { Thread } from '../../../../src/shared/model/thread.ts'
import type { Waiver } from '../../../../src/shared/model/waiver.ts'
import { assembleReviewState } from '../../../../src/shared/rules/review-state.ts'
import type { ReviewRecords } from '../../../../src/shared/rules/review-state.ts'
import { sha256 } from '../../../../src/main/core/hash.ts'
import { entryOf, waiverRow } from '../../../support/evidence.ts'
import { AT, articleRow, claimRow, personRow, sourceRow } from '../../../support/rows.ts'

const book: RuleBook = {
  version: '1',
  words: {},
  shared: {},
  rules: [
    {
      id: 'R8',
      title: 'Allegation',
      applies: { kinds: ['allegation'] },
      demands: [{ unmet: 'No.', remedy: 'Do.', met: 'Yes.', anyOf: [{ test: { grades: ['A'] } }] }],
      waivedBy: ['legal'],
      requires: ['legal'],
      blocker: 'B4',
    },
    {
      id: 'R6',
      title: 'Event',
      applies: { kinds: ['event'] },
      demands: [{ unmet: 'No.', remedy: 'Do.', met: 'Yes.', anyOf: [{ test: { grades: ['A'] } }] }],
      waivedBy: ['desk'],
    },
    {
      id: 'R14',
      title: 'Unnamed source',
      applies: { withSource: { records: ['unnamed'] } },
      demands: [{ unmet: 'No.', remedy: 'Do.', met: 'Yes.', anyOf: [{ test: { attested: true } }] }],
      waivedBy: [],
      blocker: 'B4',
    },
    {
      id: 'R13',
      title: 'Headline, caption, pull quote',
      applies: { places: ['headline'] },
      demands: [{ unmet: 'No.', remedy: 'Do.', met: 'Yes.', anyOf: [{ bodyClaim: { places: ['body'] } }] }],
      waivedBy: [],
      blocker: 'B9',
    },
  ],
}
const TEXT = sha256('text')

const index: DocumentIndex = {
  changes: [],
  changeCount: 0,
  comments: new Map(),
  claims: new Map(),
  words: 1,
  headline: 'Head',
  byline: 'By Jonah Pell',
}

/** Claims of these words, in order. */
function withClaims(words: Readonly<Record<string, string>>, style: ParagraphStyle = 'body'): DocumentIndex {
  return {
    ...index,
    claims: new Map(Object.entries(words).map(([id, said]) => [id, entryOf(id, said, [style])])),
  }
}

function withClaimWords(words: string): DocumentIndex {
  return withClaims({ c: words })
}

function signed(slot: Slot, seq: number, fields: Partial<SignOff> = {}): SignOff {
  return {
    id: `sign${seq}` as SignOffId,
    seq,
    articleId: 'article' as ArticleId,
    version: 1,
    slot,
    decision: 'approve',
    statement: '',
    conditions: '',
    personId: 'ines' as PersonId,
    typedName: 'Ines Calloway',
    role: 'desk',
    at: AT,
    utcOffset: 0,
    textHash: TEXT,
    evidenceHash: EVIDENCE_OF_NOTHING,
    previous: '',
    hash: '',
    ...fields,
  }
}

function stateOf(records: Partial<ReviewRecords>): ReviewState {
  const whole: ReviewRecords = {
    article: articleRow(),
    reopenedThrough: 0,
    index,
    stands: () => true,
    textHash: TEXT,
    changes: [],
    changeSets: [],
    anchors: [],
    threads: [],
    claims: [],
    sources: [],
    waivers: [],
    replies: [],
    consultations: [],
    dismissals: [],
    signOffs: [],
    people: [personRow()],
    ...records,
  }
  return assembleReviewState(whole, book, sha256)
}

const EVIDENCE_OF_NOTHING = stateOf({}).evidenceHash
const SIGNED = [signed('desk', 1), signed('facts', 2), signed('copy', 3)]

/** A review whose three constant slots are signed on whatever evidence it holds. */
function ready(records: Partial<ReviewRecords> = {}): ReviewState {
  const { evidenceHash } = stateOf(records)
  const slots = ['desk', 'facts', 'copy'] as const
  const signOffs = slots.map((slot, place) => signed(slot, place + 1, { evidenceHash }))
  return stateOf({ signOffs, ...records })
}

function codes(state: ReviewState): string[] {
  return state.blockers.map((blocker) => blocker.code)
}

const thread: Thread = {
  id: 't' as ThreadId,
  target: { kind: 'article' },
  level: 'must',
  audience: 'desk',
  assigneeId: 'ines' as PersonId,
  quote: '',
  resolvedBy: null,
  resolvedAt: null,
  messages: [],
}

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

const verified = {
  status: 'verified',
  verifiedQuote: 'words',
  verifiedBy: 'ines' as PersonId,
  verifiedAt: AT,
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
    () => ready({ signOffs: [...SIGNED.slice(0, 2), signed('copy', 3, { evidenceHash: sha256('old') })] }),
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

describe('slots', () => {
  test('legal is required while an allegation stands, and by which rule', () => {
    const asked = (status: 'found' | 'cut') => {
      const state = stateOf({ claims: [claimRow('c', { kind: 'allegation', status })] })
      const {
        required,
        requiredBy,
        state: standing,
      } = state.slots.find((slot) => slot.slot === 'legal') ?? {}
      return { required, requiredBy, standing }
    }
    expect(asked('found')).toEqual({ required: true, requiredBy: 'R8', standing: 'waiting' })
    expect(asked('cut')).toEqual({ required: false, requiredBy: '', standing: 'not-needed' })
  })

  test('a void signature says why', () => {
    const causes = (fields: Partial<SignOff>, reopenedThrough = 0) =>
      stateOf({ signOffs: [signed('approval', 1, fields)], reopenedThrough }).slots.find(
        (slot) => slot.slot === 'approval',
      )?.cause
    expect(causes({})).toBe('')
    expect(causes({ textHash: sha256('old') })).toBe('text changed')
    expect(causes({ evidenceHash: sha256('old') })).toBe('evidence changed')
    expect(causes({ textHash: sha256('a'), evidenceHash: sha256('b') })).toBe('text and evidence changed')
    expect(causes({}, 1)).toBe('re-opened')
  })
})

describe('evidence', () => {
  const hash = (records: Partial<ReviewRecords>) => stateOf(records).evidenceHash

  test('changes with what is claimed and sourced, not with when or in which order it was written', () => {
    const [a, b] = [sourceRow('a'), sourceRow('b')]
    const base = hash({ claims: [claimRow('c', {}, ['a', 'b'])], sources: [a, b] })
    expect(hash({ claims: [claimRow('c', { updatedAt: AT + 1 }, ['b', 'a'])], sources: [b, a] })).toBe(base)
    expect(hash({ claims: [claimRow('c', { status: 'disputed' }, ['a', 'b'])], sources: [a, b] })).not.toBe(
      base,
    )
    expect(hash({ claims: [claimRow('c', {}, ['a'])], sources: [a, b] })).not.toBe(base)
    expect(hash({ claims: [claimRow('c', {}, ['a', 'b'])], sources: [a, { ...b, grade: 'B' }] })).not.toBe(
      base,
    )
  })
})
