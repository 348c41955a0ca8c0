import { canonicalText } from '../../../src/shared/document/canonical.ts'
import { indexDocument } from '../../../src/shared/document/index/document-index.ts'
import type { Node } from 'prosemirror-model'
import type { ChangeRecord } from '../../../src/shared/model/change.ts'
import { NO_DETAILS } from '../../../src/shared/model/claim.ts'
import type { Claim } from '../../../src/shared/model/claim.ts'
import type {
  ArticleId,
  ChangeId,
  ClaimId,
  MessageId,
  PersonId,
  ThreadId,
} from '../../../src/shared/model/ids.ts'
import type { Person } from '../../../src/shared/model/person.ts'
import type { ReviewState } from '../../../src/shared/model/review.ts'
import type { WorkflowBook } from '../../../src/shared/model/workflow-book.ts'
import type { Thread } from '../../../src/shared/model/thread.ts'
import { assembleReviewState } from '../../../src/shared/rules/review-state.ts'
import { AUTHORS } from './workload.ts'

/** What main would say of a workload's document: a record for each change, a thread for each comment, each claim. */

const AT = Date.UTC(2026, 10, 20, 9)
const NAMES: Record<(typeof AUTHORS)[number], string> = {
  ines: 'Ines Calloway',
  mara: 'Mara Oyelle',
  tobias: 'Tobias Reuk',
}

export const PEOPLE: readonly Person[] = AUTHORS.map((author, index) => ({
  id: author as PersonId,
  name: NAMES[author],
  initials: NAMES[author].replaceAll(/[^A-Z]/g, ''),
  hue: index + 1,
  roles: ['desk'],
  deskRoles: [],
  outside: false,
}))

const person = (index: number): PersonId => (AUTHORS[index % AUTHORS.length] ?? 'ines') as PersonId

/** No desk has fewer rules than this one; what the rules cost main is not measured here. */
const BOOK = { version: 'measured', words: {}, shared: {}, rules: [] }
const EVERYBODY: WorkflowBook['acts']['file'] = ['desk']
const WORKFLOW: WorkflowBook = {
  version: 'measured',
  steps: (['draft', 'ready'] as const).map((status) => ({
    status,
    moves: EVERYBODY,
    clear: [],
    filled: [],
    signed: [],
    untracked: [],
  })),
  acts: {
    return: EVERYBODY,
    hold: EVERYBODY,
    kill: EVERYBODY,
    resume: EVERYBODY,
    reopen: EVERYBODY,
    correct: EVERYBODY,
    file: EVERYBODY,
  },
  filing: { clear: [] },
}
const ZEROES = '0'.repeat(64)

export type Records = {
  readonly changes: readonly ChangeRecord[]
  readonly threads: readonly Thread[]
  readonly claims: readonly Claim[]
}

export function recordsOf(doc: Node): Records {
  const index = indexDocument(doc)
  return {
    changes: index.changes.map((entry) => ({
      id: entry.id as ChangeId,
      kind: entry.kind,
      authorId: entry.author as PersonId,
      createdAt: AT,
      dateRaw: null,
      inserted: entry.inserted,
      deleted: entry.deleted,
      state: 'open',
      decidedBy: null,
      decidedAt: null,
      reason: null,
      groupId: null,
    })),
    threads: [...index.comments.values()].map(({ id, words }, at) => ({
      id: id as ThreadId,
      target: { kind: 'range' },
      level: at % 5 === 0 ? 'must' : 'should',
      audience: 'desk',
      assigneeId: null,
      quote: words,
      resolvedBy: at % 7 === 0 ? person(at) : null,
      resolvedAt: at % 7 === 0 ? AT : null,
      messages: [
        {
          id: `message-${at}` as MessageId,
          authorId: person(at),
          at: AT,
          dateRaw: null,
          text: 'Which figures are these, and who published them first?',
          editedAt: null,
          earlier: [],
        },
      ],
    })),
    claims: [...index.claims.values()].map(({ id, words }, at) => ({
      id: id as ClaimId,
      kind: at % 2 === 0 ? 'number' : 'event',
      risk: 'medium',
      paraphrase: '',
      status: at % 3 === 0 ? 'verified' : 'found',
      quote: words,
      verifiedQuote: at % 3 === 0 ? words : null,
      verifiedBy: at % 3 === 0 ? person(at) : null,
      verifiedAt: at % 3 === 0 ? AT : null,
      details: NO_DETAILS,
      commonKnowledge: null,
      sources: [],
      createdBy: person(at),
      createdAt: AT,
      updatedAt: AT,
    })),
  }
}

export function stateOf(doc: Node, seq: number, records: Records): ReviewState {
  const index = indexDocument(doc)
  const article = {
    id: 'measured' as ArticleId,
    slug: 'measured-26',
    headline: index.headline.slice(0, 500),
    desk: 'Regional',
    status: 'desk-edit' as const,
    due: null,
    holderId: null,
    authorId: null,
    version: 1,
    headSeq: seq,
    locked: false,
    aside: null,
    legalHold: null,
    correction: null,
    editRight: 'here' as const,
    rightWith: '',
    readOnly: '',
    importedFrom: null,
    createdAt: AT,
    updatedAt: AT,
  }
  const textHash = canonicalText(doc).length.toString(16).padStart(64, '0')
  return assembleReviewState(
    {
      article,
      workflow: WORKFLOW,
      index,
      stands: () => false,
      textHash,
      approvedVersionId: null,
      ...records,
      changeSets: [],
      anchors: [],
      sources: [],
      waivers: [],
      replies: [],
      consultations: [],
      conflicts: [],
      exportChecks: [],
      actor: null,
      dismissals: [],
      signOffs: [],
      people: PEOPLE,
    },
    BOOK,
    () => ZEROES,
  )
}
