import type { Database } from 'better-sqlite3'
import type { ArticleId, PersonId } from '../../shared/model/ids.ts'
import type { LogEvent } from '../../shared/model/review.ts'

type Row = {
  origin: string
  seq: number
  at: number
  person_id: string | null
  kind: string
  summary: string
  root: string | null
  previous: string
  hash: string
}

function toEvent(row: Row): LogEvent {
  return {
    origin: row.origin,
    seq: row.seq,
    at: row.at,
    personId: row.person_id as PersonId | null,
    kind: row.kind,
    summary: row.summary,
    root: row.root,
    previous: row.previous,
    hash: row.hash,
  }
}

/** By time; but a clock that was set back does not turn the order of one chain around. */
const LIST = `
  SELECT *, max(at) OVER (PARTITION BY origin ORDER BY seq) AS known_at FROM log_event WHERE article_id = ?
  ORDER BY known_at, origin, seq`

/** The log of each article: it is added to and read, and nothing else. */
export function createLog(db: Database) {
  const all = db.prepare<[string], Row>(LIST)
  const last = db.prepare<[string, string], Row>(
    'SELECT * FROM log_event WHERE article_id = ? AND origin = ? ORDER BY seq DESC LIMIT 1',
  )
  const insert = db.prepare(`
    INSERT INTO log_event (article_id, origin, seq, at, person_id, kind, summary, root, previous, hash)
    VALUES (:articleId, :origin, :seq, :at, :personId, :kind, :summary, :root, :previous, :hash)`)
  return {
    /** Of every library that wrote in it, in the order of time. */
    list: (articleId: ArticleId): readonly LogEvent[] => all.all(articleId).map(toEvent),
    /** The last one that this library wrote. */
    last: (articleId: ArticleId, origin: string): LogEvent | null => {
      const row = last.get(articleId, origin)
      return row ? toEvent(row) : null
    },
    /** The next of its chain; an event of another library as it came. */
    append: (articleId: ArticleId, event: LogEvent): void => {
      insert.run({ ...event, articleId })
    },
  }
}
