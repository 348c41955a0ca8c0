import type { ParagraphStyle } from '../../src/shared/document/attributes.ts'
import type { DocumentIndex } from '../../src/shared/document/index/document-index.ts'
import type { SignOff, Slot } from '../../src/shared/model/approval.ts'
import type { ArticleId, PersonId, SignOffId, ThreadId } from '../../src/shared/model/ids.ts'
import type { ReviewState } from '../../src/shared/model/review.ts'
import type { RuleBook } from '../../src/shared/model/rule.ts'
import type { Thread } from '../../src/shared/model/thread.ts'
import { assembleReviewState } from '../../src/shared/rules/review-state.ts'
import type { ReviewRecords } from '../../src/shared/rules/review-state.ts'
import { sha256 } from '../../src/main/core/hash.ts'
import { entryOf } from './evidence.ts'
import { AT, articleRow, personRow } from './rows.ts'
import { shippedWorkflow } from './shipped-workflow.ts'

/** A review of nothing under a book of four small rules, of which a test says only what it is about. */

export const book: RuleBook = {
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
const workflow = shippedWorkflow()

export const TEXT = sha256('text')

export const index: DocumentIndex = {
  changes: [],
  changeCount: 0,
  comments: new Map(),
  claims: new Map(),
  words: 1,
  headline: 'Head',
  byline: 'By Jonah Pell',
}

/** Claims of these words, in order. */
export function withClaims(
  words: Readonly<Record<string, string>>,
  style: ParagraphStyle = 'body',
): DocumentIndex {
  return {
    ...index,
    claims: new Map(Object.entries(words).map(([id, said]) => [id, entryOf(id, said, [style])])),
  }
}

export function withClaimWords(words: string): DocumentIndex {
  return withClaims({ c: words })
}

export function signed(slot: Slot, seq: number, fields: Partial<SignOff> = {}): SignOff {
  return {
    id: `sign${seq}` as SignOffId,
    origin: '',
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
    versionId: null,
    scope: null,
    waivers: [],
    until: null,
    returnTo: null,
    previous: '',
    hash: '',
    ...fields,
  }
}

export function stateOf(records: Partial<ReviewRecords>): ReviewState {
  const whole: ReviewRecords = {
    article: articleRow(),
    workflow,
    index,
    stands: () => true,
    textHash: TEXT,
    approvedVersionId: null,
    changes: [],
    changeSets: [],
    anchors: [],
    threads: [],
    claims: [],
    sources: [],
    waivers: [],
    replies: [],
    consultations: [],
    conflicts: [],
    exportChecks: [],
    actor: null,
    dismissals: [],
    signOffs: [],
    people: [personRow()],
    ...records,
  }
  return assembleReviewState(whole, book, sha256)
}

export const EVIDENCE_OF_NOTHING = stateOf({}).evidenceHash
export const SIGNED = [signed('desk', 1), signed('facts', 2), signed('copy', 3)]

/** A review whose three constant slots are signed on whatever evidence it holds. */
export function ready(records: Partial<ReviewRecords> = {}): ReviewState {
  const { evidenceHash } = stateOf(records)
  const slots = ['desk', 'facts', 'copy'] as const
  const signOffs = slots.map((slot, place) => signed(slot, place + 1, { evidenceHash }))
  return stateOf({ signOffs, ...records })
}

export function codes(state: ReviewState): string[] {
  return state.blockers.map((blocker) => blocker.code)
}

export const thread: Thread = {
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

export const verified = {
  status: 'verified',
  verifiedQuote: 'words',
  verifiedBy: 'ines' as PersonId,
  verifiedAt: AT,
} as const
