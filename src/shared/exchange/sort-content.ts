import { compareWords } from '../document/merge/merge-refs.ts'
import type { ReviewContent } from './review-content.ts'

/** A row's place in the order that every desk gives its rows: by time, then by what is unique to it. */
type Place = readonly [number, string]

function sorted<Row>(rows: readonly Row[], placeOf: (row: Row) => Place): readonly Row[] {
  return rows.toSorted((a, b) => {
    const [[at, key], [otherAt, otherKey]] = [placeOf(a), placeOf(b)]
    return at - otherAt || compareWords(key, otherKey)
  })
}

/**
 * A content with its rows in the one order, in which they are compared, hashed and stored. The order of messages in a
 * comment and of sources at a claim is people's own, and stays.
 */
export function sortContent(content: ReviewContent): ReviewContent {
  return {
    article: content.article,
    document: content.document,
    changes: sorted(content.changes, (row) => [row.createdAt, row.id]),
    changeSets: sorted(content.changeSets, (row) => [row.at, row.id]),
    changeDecisions: sorted(content.changeDecisions, (row) => [row.seq, row.origin]),
    anchors: sorted(content.anchors, (row) => [0, `${row.mark} ${row.id}`]),
    threads: sorted(content.threads, (row) => [row.messages[0]?.at ?? 0, row.id]),
    claims: sorted(content.claims, (row) => [row.createdAt, row.id]),
    sources: sorted(content.sources, (row) => [row.createdAt, row.id]),
    waivers: sorted(content.waivers, (row) => [row.at, row.id]),
    replies: sorted(content.replies, (row) => [row.createdAt, row.id]),
    consultations: sorted(content.consultations, (row) => [row.at, row.id]),
    dismissals: sorted(content.dismissals, (row) => [row.at, row.key]),
    signOffs: sorted(content.signOffs, (row) => [row.seq, `${row.origin} ${row.hash}`]),
    log: sorted(content.log, (row) => [row.seq, `${row.origin} ${row.hash}`]),
    conflicts: sorted(content.conflicts, (row) => [0, row.id]),
    custody: sorted(content.custody, (row) => [row.at, row.id]),
  }
}
