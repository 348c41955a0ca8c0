import type { ArticleId } from '../../../src/shared/model/ids.ts'
import type { Store } from '../../../src/main/store/open-store.ts'
import { canonicalJson } from '../../../src/shared/rules/canonical-json.ts'

/**
 * All that anybody can ever read of an article, whatever way it is stored. Left out is what is worked out anew at every
 * act (the counts of the desk list, when it was touched last). An automatic snapshot that says what the steps say, says
 * nothing; `steps` come first, so that it can be told.
 */
export function meaningOf(store: Store, articleId: ArticleId): string {
  try {
    const row = store.articles.row(articleId)
    const { updatedAt: _, ...article } = store.articles.get(articleId) ?? { updatedAt: 0 }
    return canonicalJson({
      article,
      textHash: row?.textHash,
      log: store.log.list(articleId),
      signOffs: store.signOffs.list(articleId),
      steps: store.historyRows
        .steps(articleId)
        .map((step) => ({ ...step, step: JSON.parse(step.step) as unknown })),
      kept: store.documents.kept(articleId).map((one) => ({ ...one, json: JSON.parse(one.json) as unknown })),
      claims: store.claims.list(articleId),
      sources: store.sources.list(articleId),
      waivers: store.waivers.list(articleId),
      replies: store.replies.list(articleId),
      consultations: store.consultations.list(articleId),
      threads: store.threads.list(articleId),
      changes: store.changes.list(articleId),
      decisions: store.changeDecisions.list(articleId),
      originals: store.originals.list(articleId).map((one) => ({
        ...one,
        bytes: Buffer.from(store.originals.bytes(articleId, one.sha256) ?? []).toString('base64'),
      })),
      // The order in which they were kept is part of the record, and so is the number that says it.
      positions: store.historyRows.versionBodies(articleId).map(({ id, position }) => ({ id, position })),
      versions: store.versions.list(articleId).map((version) => ({
        ...version,
        document: store.versions.document(articleId, version.id),
        content: store.versions.content(articleId, version.id),
      })),
    })
  } catch {
    return 'unreadable'
  }
}

/** What automatic snapshots say that the text does not; empty when it is nothing, as it should be. */
export function strangeSnapshots(
  store: Store,
  articleId: ArticleId,
  present: readonly (string | null)[],
): boolean {
  return automaticSnapshots(store, articleId).some((json) => !present.includes(json))
}

/** Canonical, null where one is damaged. */
export function automaticSnapshots(store: Store, articleId: ArticleId): readonly (string | null)[] {
  return store.historyRows
    .snapshots(articleId)
    .filter(({ reason }) => reason === 'automatic')
    .map(({ seq, json }) => (json === null ? null : `${seq} ${canonicalJson(JSON.parse(json))}`))
}
