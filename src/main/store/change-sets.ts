import type { Database } from 'better-sqlite3'
import type { ChangeSet } from '../../shared/model/change.ts'
import type { ArticleId, ChangeId, ChangeSetId, PersonId } from '../../shared/model/ids.ts'
import type { RowCaches } from './row-cache.ts'

type Row = { id: string; label: string; change_ids: string; author_id: string; at: number }

/** With who made it, and when. */
export type SignedSet = ChangeSet & { readonly authorId: PersonId; readonly at: number }

function toSet(row: Row): ChangeSet {
  return {
    id: row.id as ChangeSetId,
    label: row.label,
    changeIds: JSON.parse(row.change_ids) as readonly ChangeId[],
  }
}

/** Which changes were made by one act: added to and read, and nothing else. */
export function createChangeSets(db: Database, caches: RowCaches) {
  const cache = caches.create<readonly ChangeSet[]>()
  const all = db.prepare<[string], Row>('SELECT * FROM change_set WHERE article_id = ? ORDER BY at, id')
  const insert = db.prepare(`
    INSERT INTO change_set (article_id, id, label, author_id, at, change_ids)
    VALUES (:articleId, :id, :label, :authorId, :at, :changeIds)`)
  return {
    list: (articleId: ArticleId): readonly ChangeSet[] =>
      cache.get(articleId, () => all.all(articleId).map(toSet)),
    /** For exchange. */
    signed: (articleId: ArticleId): readonly SignedSet[] =>
      all.all(articleId).map((row) => ({
        ...toSet(row),
        authorId: row.author_id as PersonId,
        at: row.at,
      })),
    append: (
      articleId: ArticleId,
      { id, label, changeIds }: ChangeSet,
      authorId: PersonId,
      at: number,
    ): void => {
      insert.run({ articleId, id, label, authorId, at, changeIds: JSON.stringify(changeIds) })
      cache.forget(articleId)
    },
  }
}
