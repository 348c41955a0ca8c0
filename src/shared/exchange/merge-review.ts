import { indexDocument } from '../document/index/document-index.ts'
import type { Claim } from '../model/claim.ts'
import type { Conflict } from '../model/conflict.ts'
import { compareAgain } from './compare-again.ts'
import { createConflictRows } from './conflict-rows.ts'
import type { MergeContext } from './conflict-rows.ts'
import { mergeArticle } from './merge-article.ts'
import { mergeChanges } from './merge-changes.ts'
import { mergeClaim } from './merge-claims.ts'
import { mergeDocuments, readDocument } from './merge-document.ts'
import { mergeReply } from './merge-replies.ts'
import type { RowMerging } from './merge-row.ts'
import { mergeAnchorRows, mergeConflictRows, mergeDismissals, mergeRows, mergeWaivers } from './merge-rows.ts'
import { mergeSource } from './merge-sources.ts'
import { mergeThread } from './merge-threads.ts'
import { staysThoughWithdrawn } from './merge-withdrawn.ts'
import type { ReviewContent } from './review-content.ts'
import { sortContent } from './sort-content.ts'
import { rowsByKey, unionRows } from './three-way.ts'
import type { ThreeWay } from './three-way.ts'
import { storedForm } from '../document/stored-form.ts'

export type MergedReview = {
  readonly content: ReviewContent
  /** Those that this merge found; they stand in the content as well. */
  readonly conflicts: readonly Conflict[]
}

/** The base is null where two desks have no version in common. */
type Contents = {
  readonly base: ReviewContent | null
  readonly one: ReviewContent
  readonly other: ReviewContent
}

function listsOf<Row>(
  { base, one, other }: Contents,
  read: (content: ReviewContent) => readonly Row[],
): ThreeWay<readonly Row[]> {
  return { base: base ? read(base) : [], one: read(one), other: read(other) }
}

type MergedClaims = {
  readonly rows: readonly Claim[]
  readonly kept: readonly string[]
  readonly gone: readonly string[]
}

function mergeClaims(contents: Contents, merging: RowMerging): MergedClaims {
  const [rows, kept, gone]: [Claim[], string[], string[]] = [[], [], []]
  const three = listsOf(contents, ({ claims }) => claims)
  for (const { key, rows: claims } of rowsByKey(three, (claim) => claim.id)) {
    const { base, one, other } = claims
    const left = one ?? other
    if (one && other) rows.push(mergeClaim({ base, one, other }, merging))
    else if (left && base === null) rows.push(left)
    else if (left && base && staysThoughWithdrawn(base, left, one ? contents.one : contents.other)) {
      rows.push(left)
      kept.push(key)
    } else gone.push(key)
  }
  return { rows, kept, gone }
}

/** Comments are never taken away, so that one which a side does not have was kept from it, or is new. */
function untoldComments({ base, one, other }: Contents): readonly string[] {
  const idsOf = ({ threads }: ReviewContent) => new Set<string>(threads.map(({ id }) => id))
  const [left, right] = [idsOf(one), idsOf(other)]
  const all = new Set([...(base ? idsOf(base) : []), ...left, ...right])
  return [...all].filter((id) => !left.has(id) || !right.has(id))
}

function mergeText(contents: Contents, claims: MergedClaims) {
  const { base, one, other } = contents
  const docs = { one: readDocument(one.document), other: readDocument(other.document) }
  const was = base ? readDocument(base.document) : null
  const statesOf = ({ changes }: ReviewContent) =>
    new Map(changes.map(({ id, state }) => [id as string, state]))
  const places = {
    keptClaims: claims.kept,
    goneClaims: claims.gone,
    untoldComments: untoldComments(contents),
  }
  const states = { one: statesOf(one), other: statesOf(other) }
  const { doc, conflicts } = mergeDocuments({ base: was, ...docs }, places, states)
  const index = indexDocument(doc)
  const rows = compareAgain(claims.rows, { one: one.claims, other: other.claims }, docs, index)
  return { document: storedForm(doc), index, conflicts, claims: rows }
}

/** Rows that are only ever added. */
function unionAll(contents: Contents) {
  const union = <Row>(read: (content: ReviewContent) => readonly Row[], keyOf: (row: Row) => string) =>
    unionRows(listsOf(contents, read), keyOf)
  return {
    changeSets: union(
      ({ changeSets }) => changeSets,
      (row) => row.id,
    ),
    changeDecisions: union(
      ({ changeDecisions }) => changeDecisions,
      (row) => `${row.origin}/${String(row.seq)}`,
    ),
    consultations: union(
      ({ consultations }) => consultations,
      (row) => row.id,
    ),
    signOffs: union(
      ({ signOffs }) => signOffs,
      (row) => `${row.origin}/${row.hash}`,
    ),
    log: union(
      ({ log }) => log,
      (row) => `${row.origin}/${row.hash}`,
    ),
    custody: union(
      ({ custody }) => custody,
      (row) => row.id,
    ),
  }
}

/** Rows of which fields change. */
function mergeChanged(contents: Contents, merging: RowMerging) {
  const { base, one, other } = contents
  const byId = (row: { readonly id: string }) => row.id
  return {
    article: mergeArticle({ base: base?.article ?? null, one: one.article, other: other.article }, merging),
    anchors: mergeAnchorRows(
      listsOf(contents, ({ anchors }) => anchors),
      merging,
    ),
    threads: mergeRows(
      listsOf(contents, ({ threads }) => threads),
      byId,
      (rows) => mergeThread(rows, merging),
    ),
    sources: mergeRows(
      listsOf(contents, ({ sources }) => sources),
      byId,
      (rows) => mergeSource(rows, merging),
    ),
    replies: mergeRows(
      listsOf(contents, ({ replies }) => replies),
      byId,
      (rows) => mergeReply(rows, merging),
    ),
    waivers: mergeWaivers(listsOf(contents, ({ waivers }) => waivers)),
    dismissals: mergeDismissals(listsOf(contents, ({ dismissals }) => dismissals)),
  }
}

/**
 * One review out of what two desks made of it since `base`. It does not matter which of them is called the first: the
 * content is the same, and so are the ids of its conflicts. What both changed differently stays as it was, and a
 * conflict keeps both sides; nothing that was said is dropped. `base` has to be the last version that both had
 * (merge-base.ts): on an older one, letters that were typed anew cannot be told from those that were taken back.
 *
 * Of what was told otherwise to some eyes (authors without names, sources without a title), the base has to be what
 * those eyes were shown: else what was kept from them is taken for changed by them.
 */
export function mergeReview(
  base: ReviewContent | null,
  one: ReviewContent,
  other: ReviewContent,
  context: MergeContext,
): MergedReview {
  const contents = { base, one, other }
  const known = mergeConflictRows(listsOf(contents, ({ conflicts }) => conflicts))
  const conflicts = createConflictRows(context, known)
  const merging = { context, conflicts }
  const claims = mergeClaims(contents, merging)
  const text = mergeText(contents, claims)
  for (const conflict of text.conflicts) conflicts.text(conflict)
  const rows = mergeChanged(contents, merging)
  const ids = new Set(known.map(({ id }) => id))
  const found = conflicts.list().filter(({ id }) => !ids.has(id))
  const content = sortContent({
    ...rows,
    ...unionAll(contents),
    document: text.document,
    changes: mergeChanges(
      listsOf(contents, ({ changes }) => changes),
      text.index.changes,
    ),
    claims: text.claims,
    conflicts: [...known, ...found],
  })
  return { content, conflicts: found }
}
