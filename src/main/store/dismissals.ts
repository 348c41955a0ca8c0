import type { Database } from 'better-sqlite3'
import type { Dismissal } from '../../shared/model/check.ts'
import type { ArticleId, PersonId } from '../../shared/model/ids.ts'
import type { RowCaches } from './row-cache.ts'

type Row = { key: string; rule: string; words: string; by_id: string; at: number }

function toDismissal({ key, rule, words, by_id: by, at }: Row): Dismissal {
  return { key, rule, words, by: by as PersonId, at }
}

/** Proposals of the finder and the style check that were put aside. */
export function createDismissals(db: Database, caches: RowCaches) {
  const cache = caches.create<readonly Dismissal[]>()
  const all = db.prepare<[string], Row>('SELECT * FROM dismissal WHERE article_id = ? ORDER BY at, key')
  const insert = db.prepare(`
    INSERT INTO dismissal (article_id, key, rule, words, by_id, at) VALUES (:articleId, :key, :rule, :words, :by, :at)
    ON CONFLICT (article_id, key) DO NOTHING`)
  const remove = db.prepare('DELETE FROM dismissal WHERE article_id = ? AND key = ?')
  return {
    list: (articleId: ArticleId): readonly Dismissal[] =>
      cache.get(articleId, () => all.all(articleId).map(toDismissal)),
    insert: (articleId: ArticleId, dismissal: Dismissal): void => {
      cache.forget(articleId)
      insert.run({ ...dismissal, articleId })
    },
    remove: (articleId: ArticleId, key: string): void => {
      cache.forget(articleId)
      remove.run(articleId, key)
    },
  }
}
