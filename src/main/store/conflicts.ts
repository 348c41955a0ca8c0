import type { Database } from 'better-sqlite3'
import type { Conflict } from '../../shared/model/conflict.ts'
import type { ArticleId, ConflictId, PersonId } from '../../shared/model/ids.ts'
import type { RowCaches } from './row-cache.ts'

type Row = {
  id: string
  kind: string
  said: string
  settled_by: string | null
  settled_at: number | null
  choice: string | null
}

type Said = Pick<Conflict, 'what' | 'words' | 'one' | 'other' | 'changeIds' | 'mergeId'>

function toConflict(row: Row): Conflict {
  return {
    ...(JSON.parse(row.said) as Said),
    id: row.id as ConflictId,
    kind: row.kind as Conflict['kind'],
    settledBy: row.settled_by as PersonId | null,
    settledAt: row.settled_at,
    choice: row.choice as Conflict['choice'],
  }
}

/** What two desks said differently. Both sides stay; only who settled it, and how, is added. */
export function createConflicts(db: Database, caches: RowCaches) {
  const cache = caches.create<readonly Conflict[]>()
  const all = db.prepare<[string], Row>('SELECT * FROM conflict WHERE article_id = ? ORDER BY id')
  const save = db.prepare(`
    INSERT INTO conflict (article_id, id, kind, said, settled_by, settled_at, choice)
    VALUES (:articleId, :id, :kind, :said, :settledBy, :settledAt, :choice)
    ON CONFLICT (article_id, id) DO UPDATE SET settled_by = excluded.settled_by, settled_at = excluded.settled_at,
      choice = excluded.choice`)
  return {
    list: (articleId: ArticleId): readonly Conflict[] =>
      cache.get(articleId, () => all.all(articleId).map(toConflict)),
    /** Inserts, or says how a known one was settled. */
    save: (articleId: ArticleId, conflict: Conflict): void => {
      const { id, kind, settledBy, settledAt, choice, ...said } = conflict
      cache.forget(articleId)
      save.run({ articleId, id, kind, said: JSON.stringify(said), settledBy, settledAt, choice })
    },
  }
}
