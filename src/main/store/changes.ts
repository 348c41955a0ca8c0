import type { Database } from 'better-sqlite3'
import type { ChangeKind, ChangeRecord } from '../../shared/model/change.ts'
import type { ArticleId, ChangeId, PersonId } from '../../shared/model/ids.ts'
import type { RowCaches } from './row-cache.ts'

type Row = {
  id: string
  kind: string
  author_id: string
  created_at: number
  date_raw: string | null
  inserted: string
  deleted: string
  state: string
  decided_by: string | null
  decided_at: number | null
  reason: string | null
  group_id: string | null
}

function toChange(row: Row): ChangeRecord {
  return {
    id: row.id as ChangeId,
    kind: row.kind as ChangeKind,
    authorId: row.author_id as PersonId,
    createdAt: row.created_at,
    dateRaw: row.date_raw,
    inserted: row.inserted,
    deleted: row.deleted,
    state: row.state as ChangeRecord['state'],
    decidedBy: row.decided_by as PersonId | null,
    decidedAt: row.decided_at,
    reason: row.reason,
    groupId: row.group_id as ChangeId | null,
  }
}

/** Tracked changes as the last save saw them. The document says which are open; these rows repeat it. */
export function createChanges(db: Database, caches: RowCaches) {
  const cache = caches.create<Map<string, ChangeRecord>>()
  const all = db.prepare<[string], Row>('SELECT * FROM change WHERE article_id = ?')
  const save = db.prepare(`
    INSERT INTO change (article_id, id, kind, author_id, created_at, date_raw, inserted, deleted, state,
      decided_by, decided_at, reason, group_id)
    VALUES (:articleId, :id, :kind, :authorId, :createdAt, :dateRaw, :inserted, :deleted, :state,
      :decidedBy, :decidedAt, :reason, :groupId)
    ON CONFLICT (article_id, id) DO UPDATE
    SET kind = excluded.kind, inserted = excluded.inserted, deleted = excluded.deleted, state = excluded.state,
      decided_by = excluded.decided_by, decided_at = excluded.decided_at, reason = excluded.reason,
      group_id = excluded.group_id`)
  function read(articleId: ArticleId): Map<string, ChangeRecord> {
    return cache.get(articleId, () => new Map(all.all(articleId).map((row) => [row.id, toChange(row)])))
  }

  return {
    list: (articleId: ArticleId): readonly ChangeRecord[] => [...read(articleId).values()],
    save: (articleId: ArticleId, change: ChangeRecord): void => {
      save.run({ ...change, articleId })
      // In place: with thousands of changes, one letter typed must not read them all again.
      read(articleId).set(change.id, change)
    },
  }
}
