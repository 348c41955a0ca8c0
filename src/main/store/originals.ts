import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../shared/model/ids.ts'
import type { KeptOriginal } from '../../shared/model/original.ts'

/** Word files that articles were made from, and those that came back: they are added and read, and nothing else. */
export function createOriginals(db: Database) {
  const all = db.prepare<[string], KeptOriginal>(
    'SELECT sha256, cause, audience, name, at FROM original WHERE article_id = ? ORDER BY at, sha256',
  )
  const bytes = db.prepare<[string, string], { bytes: Buffer }>(
    'SELECT bytes FROM original WHERE article_id = ? AND sha256 = ?',
  )
  const insert = db.prepare(`
    INSERT INTO original (article_id, sha256, cause, audience, name, at, bytes)
    VALUES (:articleId, :sha256, :cause, :audience, :name, :at, :bytes)
    ON CONFLICT (article_id, sha256) DO NOTHING`)
  return {
    list: (articleId: ArticleId): readonly KeptOriginal[] => all.all(articleId),
    bytes: (articleId: ArticleId, sha256: string): Uint8Array | null => {
      const row = bytes.get(articleId, sha256)
      return row ? new Uint8Array(row.bytes) : null
    },
    /** The same bytes are kept once for each article. */
    append: (articleId: ArticleId, original: KeptOriginal, data: Uint8Array): void => {
      insert.run({ ...original, articleId, bytes: data })
    },
  }
}
