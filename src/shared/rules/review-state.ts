import type { DocumentIndex } from '../document/index/document-index.ts'
import type { AnchorRecord } from '../model/anchor.ts'
import type { SignOff } from '../model/approval.ts'
import type { Article } from '../model/article.ts'
import type { ChangeRecord, ChangeSet } from '../model/change.ts'
import type { Dismissal } from '../model/check.ts'
import type { Conflict } from '../model/conflict.ts'
import type { VersionId } from '../model/ids.ts'
import type { ExportCheck } from '../model/export-check.ts'
import type { Actor, Person } from '../model/person.ts'
import type { ReviewState, ThreadView } from '../model/review.ts'
import type { RuleBook } from '../model/rule.ts'
import type { WorkflowBook } from '../model/workflow-book.ts'
import type { Thread } from '../model/thread.ts'
import { findBlockers } from './blockers.ts'
import { emptyHeadFields } from './head-fields.ts'
import { viewClaims } from './claim-view.ts'
import { evidenceText } from './evidence.ts'
import type { EvidenceRecords } from './gather-evidence.ts'
import { scopesOf } from './scope.ts'
import { slotStates } from './slots.ts'
import { statementFor } from './statement.ts'
import { untrackedRoles } from './workflow.ts'
import { listMoves } from './workflow-moves.ts'

/** The rows of one article and the index of its document, all at the same sequence number. */
export type ReviewRecords = EvidenceRecords & {
  readonly article: Article
  readonly workflow: WorkflowBook
  readonly index: DocumentIndex
  readonly textHash: string
  readonly approvedVersionId: VersionId | null
  readonly changes: readonly ChangeRecord[]
  readonly changeSets: readonly ChangeSet[]
  readonly anchors: readonly AnchorRecord[]
  readonly threads: readonly Thread[]
  readonly dismissals: readonly Dismissal[]
  readonly conflicts: readonly Conflict[]
  readonly signOffs: readonly SignOff[]
  readonly people: readonly Person[]
  /** The last of each kind and audience. */
  readonly exportChecks: readonly ExportCheck[]
  /** Who is at the desk; null where the state is worked out for nobody in particular. */
  readonly actor: Actor | null
}

/** Open changes in the order of the text, then the others, latest first. */
function orderChanges(changes: readonly ChangeRecord[], index: DocumentIndex): readonly ChangeRecord[] {
  const byId = new Map(changes.map((change) => [change.id as string, change]))
  const open = index.changes.flatMap((entry) => byId.get(entry.id) ?? [])
  const isOpen = new Set<string>(open.map((change) => change.id))
  const when = (change: ChangeRecord) => change.decidedAt ?? change.createdAt
  const closed = changes.filter((change) => !isOpen.has(change.id)).toSorted((a, b) => when(b) - when(a))
  return [...open, ...closed]
}

/** In the order of the text; those without a place in it come last, in the order they were made. */
function viewThreads(threads: readonly Thread[], index: DocumentIndex): readonly ThreadView[] {
  const places = new Map([...index.comments.keys()].map((id, place) => [id, place]))
  const placeOf = (thread: Thread) => places.get(thread.id) ?? Number.MAX_SAFE_INTEGER
  return threads
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((thread) => ({
      ...thread,
      orphaned: thread.target.kind === 'range' && (index.comments.get(thread.id)?.words ?? '') === '',
    }))
}

/** Everything that is said about an article, derived from its records alone. `sha256`: of UTF-8 text, as hex. */
export function assembleReviewState(
  records: ReviewRecords,
  book: RuleBook,
  sha256: (text: string) => string,
): ReviewState {
  const { article, workflow, index, textHash, sources, signOffs, people } = records
  const evidenceHash = sha256(evidenceText(records, book, sha256))
  const claims = viewClaims(records, book)
  const threads = viewThreads(records.threads, index)
  const slots = slotStates({
    signOffs,
    claims,
    book,
    textHash,
    evidenceHash,
    edition: article.version,
    scopeOf: scopesOf({ records, claims, book, sha256 }),
    stands: ({ kind, id }) => kind === 'claim' && claims.some((claim) => claim.id === id),
  })
  const { conflicts, exportChecks, actor } = records
  const looked = { article, index, threads, claims, slots, people, textHash, book }
  const blockers = findBlockers({ ...looked, conflicts, exportChecks, actor })
  return {
    article,
    seq: article.headSeq,
    words: index.words,
    changes: orderChanges(records.changes, index),
    changeSets: records.changeSets,
    anchors: records.anchors,
    threads,
    claims,
    sources,
    waivers: records.waivers,
    replies: records.replies,
    consultations: records.consultations,
    dismissals: records.dismissals,
    conflicts: records.conflicts,
    signOffs,
    slots,
    blockers,
    moves: listMoves(workflow, { article, slots, blockers, empty: emptyHeadFields(article, index) }),
    untracked: untrackedRoles(workflow, article),
    textHash,
    evidenceHash,
    approvedVersionId: records.approvedVersionId,
    rulesVersion: book.version,
    statement: statementFor('approval', article.version),
  }
}
