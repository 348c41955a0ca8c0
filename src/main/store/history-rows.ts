import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../shared/model/ids.ts'
import { unpackSnapshot } from './snapshot-body.ts'
import type { StepRow } from './step-seals.ts'

/** Snapshots as stored; `json` is null where the body is damaged. */
export type SnapshotOfText = {
  readonly seq: number
  readonly reason: 'import' | 'automatic' | 'approval'
  readonly json: string | null
}

/** What of a version is not told with its row. */
export type VersionBody = {
  readonly id: string
  readonly position: number
  readonly document: string
  readonly content: string | null
}

/** What is only ever added, as the check of the record needs it: by name first, and whole when it is read. */
export function createHistoryRows(db: Database) {
  const signOffs = db.prepare<[string], { id: string }>('SELECT id FROM sign_off WHERE article_id = ?')
  const custody = db.prepare<[string], { id: string }>('SELECT id FROM custody_move WHERE article_id = ?')
  const bodies = db.prepare<[string], VersionBody>(`
    SELECT id, position, document_sha256 AS document, iif(content IS NULL, NULL, content_sha256) AS content
    FROM version WHERE article_id = ?`)
  const lasting = db.prepare<[string], { seq: number; reason: string; at: number }>(
    `SELECT seq, reason, at FROM document_snapshot WHERE article_id = ? AND reason <> 'automatic'`,
  )
  const snapshots = db.prepare<
    [string],
    { seq: number; reason: SnapshotOfText['reason']; body: Buffer; sha256: string }
  >('SELECT seq, reason, body, sha256 FROM document_snapshot WHERE article_id = ? ORDER BY seq')
  const steps = db.prepare<[string], StepRow>(
    'SELECT seq, author_id, at, step FROM document_step WHERE article_id = ? ORDER BY seq',
  )
  return {
    signOffIds: (articleId: ArticleId): readonly string[] => signOffs.all(articleId).map(({ id }) => id),
    custodyIds: (articleId: ArticleId): readonly string[] => custody.all(articleId).map(({ id }) => id),
    versionBodies: (articleId: ArticleId): readonly VersionBody[] => bodies.all(articleId),
    lastingSnapshots: (articleId: ArticleId) => lasting.all(articleId),
    snapshots: (articleId: ArticleId): readonly SnapshotOfText[] =>
      snapshots.all(articleId).map(({ seq, reason, ...packed }) => ({
        seq,
        reason,
        json: unpackSnapshot(packed),
      })),
    steps: (articleId: ArticleId): readonly StepRow[] => steps.all(articleId),
  }
}
