import type { Mark, Node } from 'prosemirror-model'
import { indexDocument } from '../../../../../src/shared/document/index/document-index.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import type { SignOff, Slot, SlotState } from '../../../../../src/shared/model/approval.ts'
import { NO_DETAILS } from '../../../../../src/shared/model/claim.ts'
import type {
  ArticleId,
  ClaimId,
  MessageId,
  PersonId,
  SignOffId,
  SourceId,
  ThreadId,
} from '../../../../../src/shared/model/ids.ts'
import type { ExportRequest } from '../../../../../src/shared/model/interchange.ts'
import type { Person } from '../../../../../src/shared/model/person.ts'
import type { ClaimView, ReviewState, ThreadView } from '../../../../../src/shared/model/review.ts'
import type { Source } from '../../../../../src/shared/model/source.ts'

/** Small reviews for the tests of the PDF. */

export const NOW = Date.UTC(2026, 10, 20, 15, 44, 2)

function person(id: string, name: string, initials: string, hue: number): Person {
  return { id: id as PersonId, name, initials, hue, roles: ['desk'], deskRoles: [], outside: false }
}

export const INES = person('ines', 'Ines Calloway', 'IC', 1)
export const TOBIAS = person('tobias', 'Tobias Reuk', 'TR', 2)
export const HANNE = person('hanne', 'Hanne Ostrow', 'HO', 6)
export const PEOPLE = [INES, TOBIAS, HANNE]

/** A stretch of text with marks on it. */
export function run(text: string, ...marks: readonly Mark[]): Node {
  return schema.text(text, marks)
}
export const inserted = (author: Person, id = `ins-${author.id}`) =>
  schema.marks.insertion.create({ id, author: author.id })
export const deleted = (author: Person, id = `del-${author.id}`) =>
  schema.marks.deletion.create({ id, author: author.id })
export const claimed = (id: string) => schema.marks.claim.create({ id })
export const noted = (id: string) => schema.marks.comment.create({ id })

export function para(style: string, ...content: readonly (string | Node)[]): Node {
  const nodes = content.map((one) => (typeof one === 'string' ? schema.text(one) : one))
  return schema.nodes.para.create({ style }, nodes)
}

export function article(...paragraphs: readonly Node[]): Node {
  return schema.nodes.doc.create(null, paragraphs)
}

export const HASH = `9f3c41d27ab8${'0'.repeat(52)}`
const EVIDENCE = `c07e5b19d3a4${'0'.repeat(52)}`

export function signature(slot: Slot, by: Person, fields: Partial<SignOff> = {}): SignOff {
  return {
    id: `sign-${slot}` as SignOffId,
    origin: '',
    versionId: null,
    scope: null,
    waivers: [],
    until: null,
    returnTo: null,
    seq: 1,
    articleId: 'article' as ArticleId,
    version: 7,
    slot,
    decision: 'approve',
    statement: 'I have read this version.',
    conditions: '',
    personId: by.id,
    typedName: by.name,
    role: 'approver',
    at: NOW - 60_000,
    utcOffset: 60,
    textHash: HASH,
    evidenceHash: EVIDENCE,
    previous: '0'.repeat(64),
    hash: 'e'.repeat(64),
    ...fields,
  }
}

export function slot(name: Slot, fields: Partial<SlotState> = {}): SlotState {
  return { slot: name, required: true, requiredBy: '', state: 'waiting', cause: '', signOff: null, ...fields }
}

export function claim(id: string, words: string, fields: Partial<ClaimView> = {}): ClaimView {
  return {
    id: id as ClaimId,
    kind: 'event',
    risk: 'high',
    paraphrase: '',
    status: 'needs-source',
    quote: words,
    verifiedQuote: null,
    verifiedBy: null,
    verifiedAt: null,
    details: NO_DETAILS,
    commonKnowledge: null,
    sources: [],
    createdBy: INES.id,
    createdAt: NOW,
    updatedAt: NOW,
    number: 1,
    words,
    orphaned: false,
    stale: false,
    spellingOnly: false,
    cleared: false,
    results: [],
    ...fields,
  }
}

export function source(id: string, fields: Partial<Source> = {}): Source {
  return {
    id: id as SourceId,
    kind: 'person',
    title: 'A source',
    grade: 'B',
    gradeReason: '',
    origin: '',
    locator: '',
    url: '',
    accessedAt: null,
    medium: '',
    period: '',
    directKnowledge: true,
    onRecord: 'on-record',
    inText: '',
    suppliedBy: null,
    file: null,
    attestation: null,
    createdBy: INES.id,
    createdAt: NOW,
    updatedAt: NOW,
    ...fields,
  }
}

export function thread(id: string, author: Person, text: string): ThreadView {
  return {
    id: id as ThreadId,
    target: { kind: 'range' },
    level: 'must',
    audience: 'desk',
    assigneeId: null,
    quote: 'words',
    resolvedBy: null,
    resolvedAt: null,
    orphaned: false,
    messages: [
      {
        id: `${id}-1` as MessageId,
        authorId: author.id,
        at: NOW,
        dateRaw: null,
        text,
        editedAt: null,
        earlier: [],
      },
    ],
  }
}

export function review(doc: Node, fields: Partial<ReviewState> = {}): ReviewState {
  const index = indexDocument(doc)
  return {
    article: {
      id: 'article' as ArticleId,
      slug: 'teld-taskforce-26',
      headline: index.headline,
      desk: 'Regional desk',
      status: 'fact-check',
      due: null,
      holderId: null,
      authorId: null,
      version: 7,
      headSeq: 1,
      locked: false,
      aside: null,
      legalHold: null,
      correction: null,
      editRight: 'here',
      rightWith: '',
      readOnly: '',
      importedFrom: null,
      createdAt: NOW,
      updatedAt: NOW,
    },
    seq: 1,
    words: index.words,
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
    dismissals: [],
    signOffs: [],
    moves: [],
    untracked: ['desk'],
    slots: [slot('desk'), slot('approval')],
    blockers: [
      {
        code: 'B5',
        title: 'Desk is not signed.',
        detail: '',
        target: { kind: 'slot', slot: 'desk' },
        causes: [],
      },
    ],
    textHash: HASH,
    evidenceHash: EVIDENCE,
    approvedVersionId: null,
    rulesVersion: '1',
    statement: 'I approve.',
    ...fields,
  }
}

/** The review signed for approval by Hanne Ostrow. */
export function approved(doc: Node, fields: Partial<ReviewState> = {}): ReviewState {
  const record = signature('approval', HANNE)
  const state = review(doc)
  return {
    ...state,
    article: { ...state.article, status: 'approved', locked: true },
    slots: [slot('approval', { state: 'signed', signOff: record })],
    signOffs: [record],
    blockers: [],
    moves: [],
    untracked: ['desk'],
    ...fields,
  }
}

export function request(doc: Node, fields: Partial<ExportRequest> = {}): ExportRequest {
  return {
    kind: 'pdf-packet',
    audience: 'internal',
    doc: doc.toJSON(),
    state: review(doc),
    people: PEOPLE,
    now: NOW,
    utcOffset: 60,
    ...fields,
  }
}

/** A headline and two paragraphs with a replaced word, a claim and a comment. */
export function marked(): Node {
  return article(
    para('headline', 'Task force breaks up smuggling ring'),
    para('byline', 'By Jonah Pell'),
    para(
      'body',
      'Eleven people were arrested ',
      run('yesterday', deleted(INES)),
      run('before dawn', inserted(INES)),
      run(' in Osterlee', claimed('c1')),
      '. Nine boats were seized.',
    ),
    para('body', run('Nobody', noted('t1')), ' spoke.'),
  )
}
