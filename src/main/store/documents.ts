import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../shared/model/ids.ts'
import { packSnapshot, unpackSnapshot } from './snapshot-body.ts'
import { createStepSeals } from './step-seals.ts'

/** How many automatic snapshots of an article stay; imports and approvals stay for ever. */
const KEPT_AUTOMATIC = 5

export type SnapshotReason = 'import' | 'automatic' | 'approval'

export type NewSnapshot = {
  readonly seq: number
  readonly reason: SnapshotReason
  readonly schemaVersion: number
  /** The document as JSON text. */
  readonly json: string
  readonly at: number
}

export type NewSteps = {
  readonly batchId: string
  readonly authorId: string
  readonly at: number
  /** Sequence number of the first; the one after the article's head. */
  readonly firstSeq: number
  readonly steps: readonly unknown[]
}

/** What rebuilds a document: a snapshot that was read whole, and every step after it. */
export type StoredText = {
  readonly snapshotSeq: number
  readonly json: string
  readonly steps: readonly unknown[]
  readonly headSeq: number
}

/** A snapshot that stays for ever. */
export type KeptSnapshot = {
  readonly seq: number
  readonly reason: 'import' | 'approval'
  readonly json: string
  readonly at: number
}

type KeptRow = { seq: number; reason: 'import' | 'approval'; body: Buffer; sha256: string; at: number }

type SnapshotRow = { seq: number; body: Buffer; sha256: string }

const INSERT_SNAPSHOT = `
  INSERT INTO document_snapshot (article_id, seq, reason, schema_version, encoding, body, sha256, at)
  VALUES (:articleId, :seq, :reason, :schemaVersion, 'deflate', :body, :sha256, :at)
  ON CONFLICT (article_id, seq) DO UPDATE SET reason = excluded.reason WHERE excluded.reason <> 'automatic'`

const THIN = `
  DELETE FROM document_snapshot WHERE article_id = :articleId AND reason = 'automatic' AND seq NOT IN (
    SELECT seq FROM document_snapshot WHERE article_id = :articleId AND reason = 'automatic'
    ORDER BY seq DESC LIMIT ${KEPT_AUTOMATIC})`

/** The text of each article: an append-only run of steps, with snapshots so that opening need not replay them all. */
export function createDocuments(db: Database) {
  const seals = createStepSeals(db)
  const insertStep = db.prepare(
    'INSERT INTO document_step (article_id, seq, author_id, at, step) VALUES (?, ?, ?, ?, ?)',
  )
  const insertBatch = db.prepare(
    'INSERT INTO document_batch (article_id, batch_id, seq, at) VALUES (?, ?, ?, ?)',
  )
  const batch = db.prepare<[string, string], { seq: number; at: number }>(
    'SELECT seq, at FROM document_batch WHERE article_id = ? AND batch_id = ?',
  )
  const stepsAfter = db.prepare<[string, number], { seq: number; step: string }>(
    'SELECT seq, step FROM document_step WHERE article_id = ? AND seq > ? ORDER BY seq',
  )
  const snapshots = db.prepare<[string], SnapshotRow>(
    'SELECT seq, body, sha256 FROM document_snapshot WHERE article_id = ? ORDER BY seq DESC',
  )
  const snapshot = db.prepare<[string, number], SnapshotRow>(
    'SELECT seq, body, sha256 FROM document_snapshot WHERE article_id = ? AND seq = ?',
  )
  const kept = db.prepare<[string], KeptRow>(
    "SELECT seq, reason, body, sha256, at FROM document_snapshot WHERE article_id = ? AND reason <> 'automatic' ORDER BY seq",
  )
  const lastSnapshot = db.prepare<[string], { seq: number | null }>(
    'SELECT max(seq) AS seq FROM document_snapshot WHERE article_id = ?',
  )
  const insertSnapshot = db.prepare(INSERT_SNAPSHOT)
  const thin = db.prepare(THIN)

  return {
    /** What was answered to this batch when it was stored, or null when it was not. */
    batch: (articleId: ArticleId, batchId: string): { seq: number; at: number } | null =>
      batch.get(articleId, batchId) ?? null,
    /** Stores the steps and remembers the batch; returns the new head. */
    append: (articleId: ArticleId, batchOfSteps: NewSteps): number => {
      let seq = batchOfSteps.firstSeq - 1
      for (const step of batchOfSteps.steps) {
        seq += 1
        const { authorId, at } = batchOfSteps
        insertStep.run(articleId, seq, authorId, at, JSON.stringify(step))
        seals.append(articleId, { seq, author_id: authorId, at }, step)
      }
      insertBatch.run(articleId, batchOfSteps.batchId, seq, batchOfSteps.at)
      return seq
    },
    lastSnapshotSeq: (articleId: ArticleId): number => lastSnapshot.get(articleId)?.seq ?? 0,
    /** Writes it, reads it back and compares, all in the caller's transaction. Throws when the two differ. */
    saveSnapshot: (articleId: ArticleId, wanted: NewSnapshot): void => {
      const { json, ...fields } = wanted
      insertSnapshot.run({ ...fields, ...packSnapshot(json), articleId })
      const written = snapshot.get(articleId, wanted.seq)
      if (!written || unpackSnapshot(written) !== json) {
        throw new Error(
          `The snapshot of article ${articleId} at ${wanted.seq} does not read back as it was written`,
        )
      }
      if (wanted.seq === 0) seals.begin(articleId, JSON.parse(json))
      thin.run({ articleId })
    },
    /** The snapshots that stay, oldest first, without those that are damaged. */
    kept: (articleId: ArticleId): readonly KeptSnapshot[] =>
      kept.all(articleId).flatMap(({ seq, reason, at, ...packed }) => {
        const json = unpackSnapshot(packed)
        return json === null ? [] : [{ seq, reason, at, json }]
      }),
    /** From the newest snapshot that is whole; null when none is. */
    read: (articleId: ArticleId): StoredText | null => {
      for (const row of snapshots.iterate(articleId)) {
        const json = unpackSnapshot(row)
        if (json === null) continue
        const steps = stepsAfter.all(articleId, row.seq)
        return {
          snapshotSeq: row.seq,
          json,
          steps: steps.map((step) => JSON.parse(step.step) as unknown),
          headSeq: steps.at(-1)?.seq ?? row.seq,
        }
      }
      return null
    },
  }
}
