import type { ReviewContent } from '../../../shared/exchange/review-content.ts'
import type { ArticleId } from '../../../shared/model/ids.ts'
import { canonicalJson } from '../../../shared/rules/canonical-json.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import type { Source } from '../../../shared/model/source.ts'
import type { Store } from '../../store/open-store.ts'

/**
 * Rows of a review brought from `before` to `after`, inside the caller's transaction. Only what differs is written, and
 * what is only ever added is only added: the triggers of the tables hold for this as for any other act. The article's
 * own row and its text are the caller's. People, files and pictures that are named have to be there.
 */
export function writeRows(store: Store, id: ArticleId, before: ReviewContent, after: ReviewContent): void {
  writeEvidence(store, id, before, after)
  writeTalk(store, id, before, after)
  writeHistory(store, id, before, after)
}

/** Rows that are new, or say something else than before; with what stood before. */
function differing<Row>(
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => string,
): readonly { readonly row: Row; readonly was: Row | undefined }[] {
  const known = new Map(before.map((row) => [keyOf(row), row]))
  return after
    .map((row) => ({ row, was: known.get(keyOf(row)) }))
    .filter(({ row, was }) => was === undefined || canonicalJson(was) !== canonicalJson(row))
}

/** Rows that are not there any more. */
function missing<Row>(
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => string,
): readonly Row[] {
  const kept = new Set(after.map(keyOf))
  return before.filter((row) => !kept.has(keyOf(row)))
}

const byId = ({ id }: { readonly id: string }): string => id

function writeEvidence(store: Store, id: ArticleId, before: ReviewContent, after: ReviewContent): void {
  for (const { row, was } of differing(before.sources, after.sources, byId)) {
    store.sources.save(id, row)
    letFileGo(store, row, was, after)
  }
  for (const { row, was } of differing(before.claims, after.claims, byId)) writeClaim(store, id, row, was)
  for (const { row, was } of differing(before.waivers, after.waivers, byId)) {
    if (!was) store.waivers.insert(id, row)
    else if (row.endedBy !== null && row.endedAt !== null)
      store.waivers.end(id, row.id, row.endedBy, row.endedAt)
  }
  for (const { row } of differing(before.replies, after.replies, byId)) store.replies.save(id, row)
  for (const { row, was } of differing(before.consultations, after.consultations, byId)) {
    if (was) store.consultations.tell(id, row)
    else store.consultations.insert(id, row)
  }
  // Last: what was taken back here may still be linked above.
  for (const claim of missing(before.claims, after.claims, byId)) removeClaim(store, id, claim)
}

/** The bytes go with the last record of them; a side of a conflict may still be chosen. */
function letFileGo(store: Store, row: Source, was: Source | undefined, { conflicts }: ReviewContent): void {
  const file = was?.file
  if (!file || file.sha256 === row.file?.sha256) return
  const isAsked = conflicts.some(({ settledAt, one, other }) => {
    return settledAt === null && JSON.stringify([one.value, other.value]).includes(file.sha256)
  })
  if (!isAsked) store.attachments.letGo(file.sha256)
}

function writeClaim(store: Store, id: ArticleId, claim: Claim, was: Claim | undefined): void {
  if (!was) return store.claims.insert(id, claim)
  store.claims.update(id, claim)
  const key = ({ sourceId }: Claim['sources'][number]) => sourceId
  for (const link of missing(was.sources, claim.sources, key))
    store.claims.detach(id, claim.id, link.sourceId)
  for (const { row } of differing(was.sources, claim.sources, key)) store.claims.attach(id, claim.id, row)
}

function removeClaim(store: Store, id: ArticleId, claim: Claim): void {
  for (const { sourceId } of claim.sources) store.claims.detach(id, claim.id, sourceId)
  store.claims.remove(id, claim.id)
}

function writeTalk(store: Store, id: ArticleId, before: ReviewContent, after: ReviewContent): void {
  for (const { row } of differing(before.changes, after.changes, byId)) store.changes.save(id, row)
  for (const { row, was } of differing(before.threads, after.threads, byId)) {
    if (was) store.threads.update(id, row)
    else store.threads.insert(id, { ...row, messages: [] })
    store.threads.admitMessages(id, row)
  }
  const anchorKey = ({ mark, id: of }: (typeof after.anchors)[number]) => `${mark}/${of}`
  for (const { row } of differing(before.anchors, after.anchors, anchorKey)) store.anchors.save(id, row)
  const key = ({ key: of }: (typeof after.dismissals)[number]) => of
  for (const row of missing(before.dismissals, after.dismissals, key)) store.dismissals.remove(id, row.key)
  for (const { row, was } of differing(before.dismissals, after.dismissals, key)) {
    if (was) store.dismissals.remove(id, row.key)
    store.dismissals.insert(id, row)
  }
}

/** By the chain that they stand in; the store asks for them in the order of their numbers. */
function inOrder<Row extends { readonly origin: string; readonly seq: number }>(
  before: readonly Row[],
  after: readonly Row[],
): readonly Row[] {
  const placeOf = (row: Row) => `${row.origin}/${row.seq}`
  return missing(after, before, placeOf).toSorted((a, b) => a.seq - b.seq)
}

function writeHistory(store: Store, id: ArticleId, before: ReviewContent, after: ReviewContent): void {
  for (const { label, changeIds, authorId, at, ...set } of missing(
    after.changeSets,
    before.changeSets,
    byId,
  )) {
    store.changeSets.append(id, { ...set, label, changeIds }, authorId, at)
  }
  for (const decision of inOrder(before.changeDecisions, after.changeDecisions)) {
    store.changeDecisions.admit(id, decision)
  }
  for (const signOff of inOrder(before.signOffs, after.signOffs)) store.signOffs.append(signOff)
  for (const event of inOrder(before.log, after.log)) store.log.append(id, event)
  for (const { row } of differing(before.conflicts, after.conflicts, byId)) store.conflicts.save(id, row)
  for (const move of missing(after.custody, before.custody, byId)) store.custody.append(id, move)
}

/** The same content with nothing said in it: what an article that is new here is written on. */
export function nothingSaid({ article, document }: ReviewContent): ReviewContent {
  const none = { changes: [], changeSets: [], changeDecisions: [], anchors: [], threads: [], claims: [] }
  const more = { sources: [], waivers: [], replies: [], consultations: [], dismissals: [], signOffs: [] }
  return { article, document, ...none, ...more, log: [], conflicts: [], custody: [] }
}
