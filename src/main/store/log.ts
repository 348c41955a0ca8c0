import type { Database } from 'better-sqlite3'
import type { ArticleId, PersonId } from '../../shared/model/ids.ts'
import type { LogEvent } from '../../shared/model/review.ts'

type Row = {
  seq: number
  at: number
  person_id: string | null
  kind: string
  summary: string
  previous: string
  hash: string
}

function toEvent(row: Row): LogEvent {
  return {
    seq: row.seq,
    at: row.at,
    personId: row.person_id as PersonId | null,
    kind: row.kind,
    summary: row.summary,
    previous: row.previous,
    hash: row.hash,
  }
}

/** The log of each article: it is added to and read, and nothing else. */
export function createLog(db: Database) {
  const all = db.prepare<[string], Row>('SELECT * FROM log_event WHERE article_id = ? ORDER BY seq')
  const last = db.prepare<[string], Row>(
    'SELECT * FROM log_event WHERE article_id = ? ORDER BY seq DESC LIMIT 1',
  )
  const insert = db.prepare(`
    INSERT INTO log_event (article_id, seq, at, person_id, kind, summary, previous, hash)
    VALUES (:articleId, :seq, :at, :personId, :kind, :summary, :previous, :hash)`)
  return {
    list: (articleId: ArticleId): readonly LogEvent[] => all.all(articleId).map(toEvent),
    last: (articleId: ArticleId): LogEvent | null => {
      const row = last.get(articleId)
      return row ? toEvent(row) : null
    },
    append: (articleId: ArticleId, event: LogEvent): void => {
      insert.run({ ...event, articleId })
    },
  }
}
