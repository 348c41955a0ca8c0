import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../shared/model/ids.ts'
import type { RowCaches } from './row-cache.ts'
import { createSealBook } from './seal-book.ts'
import type { Seal, SealBook } from './seal-book.ts'

const SAVE = `
  INSERT INTO seal (article_id, kind, id, digest, logged) VALUES (:articleId, :kind, :id, :digest, :logged)
  ON CONFLICT (article_id, kind, id) DO UPDATE SET digest = excluded.digest, logged = excluded.logged`

/** Digests of the rows of each article, by which a row that was changed outside is known. */
export function createSeals(db: Database, caches: RowCaches) {
  const cache = caches.create<SealBook>()
  const all = db.prepare<[string], Seal>(
    'SELECT kind, id, digest, logged FROM seal WHERE article_id = ? ORDER BY kind, id',
  )
  const save = db.prepare(SAVE)
  const remove = db.prepare('DELETE FROM seal WHERE article_id = ? AND kind = ? AND id = ?')
  const unsealed = db.prepare<[], { id: string }>(
    'SELECT id FROM article WHERE NOT EXISTS (SELECT 1 FROM seal WHERE article_id = article.id)',
  )
  const revisions = new Map<ArticleId, number>()
  const moved = (articleId: ArticleId): void => {
    revisions.set(articleId, (revisions.get(articleId) ?? 0) + 1)
  }
  return {
    /** Another number after every act on an article: whether it stands as it did when somebody looked. */
    revision: (articleId: ArticleId): number => revisions.get(articleId) ?? 0,
    /** As they are stored. */
    list: (articleId: ArticleId): readonly Seal[] => all.all(articleId),
    /** In memory, and kept there: what is put into it is stored by `save`, or forgotten with the transaction. */
    book: (articleId: ArticleId): SealBook => cache.get(articleId, () => createSealBook(all.all(articleId))),
    moved,
    save: (articleId: ArticleId, book: SealBook): void => {
      moved(articleId)
      for (const { kind, id, digest, logged } of book.takeUnsaved()) {
        if (digest === null && logged === null) remove.run(articleId, kind, id)
        else save.run({ articleId, kind, id, digest, logged })
      }
    },
    /** Articles from before there were seals. */
    unsealed: (): readonly ArticleId[] => unsealed.all().map(({ id }) => id as ArticleId),
  }
}
