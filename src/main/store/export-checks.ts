import type { Database } from 'better-sqlite3'
import type { ExportCheck } from '../../shared/model/export-check.ts'
import type { ArticleId, PersonId } from '../../shared/model/ids.ts'
import type { Audience, ExportKind } from '../../shared/model/review.ts'
import type { RowCaches } from './row-cache.ts'

type Row = {
  kind: string
  audience: string
  text_hash: string
  ok: number
  words: string
  person_id: string
  at: number
}

function toCheck(row: Row): ExportCheck {
  return {
    kind: row.kind as ExportKind,
    audience: row.audience as Audience,
    textHash: row.text_hash,
    ok: row.ok === 1,
    words: row.words,
    personId: row.person_id as PersonId,
    at: row.at,
  }
}

/** What was found in exported files; they are added and read, and nothing else. */
export function createExportChecks(db: Database, caches: RowCaches) {
  const cache = caches.create<readonly ExportCheck[]>()
  const latest = db.prepare<[string], Row>(`
    SELECT kind, audience, text_hash, ok, words, person_id, at FROM export_check AS one
    WHERE article_id = ? AND seq = (SELECT max(seq) FROM export_check AS other WHERE other.article_id = one.article_id
      AND other.kind = one.kind AND other.audience = one.audience)
    ORDER BY seq`)
  const insert = db.prepare(`
    INSERT INTO export_check (article_id, seq, kind, audience, text_hash, ok, words, person_id, at)
    VALUES (:articleId, 1 + (SELECT coalesce(max(seq), 0) FROM export_check WHERE article_id = :articleId), :kind,
      :audience, :textHash, :ok, :words, :personId, :at)`)
  return {
    /** The last of each kind and audience, oldest first. */
    latest: (articleId: ArticleId): readonly ExportCheck[] =>
      cache.get(articleId, () => latest.all(articleId).map(toCheck)),
    append: (articleId: ArticleId, check: ExportCheck): void => {
      cache.forget(articleId)
      insert.run({ ...check, articleId, ok: check.ok ? 1 : 0, words: check.words.slice(0, 4000) })
    },
  }
}
