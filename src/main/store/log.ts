import type { Database } from 'better-sqlite3'
import type { ArticleId, PersonId } from '../../shared/model/ids.ts'
import type { LogEvent } from '../../shared/model/review.ts'
import type { RowCaches } from './row-cache.ts'

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

const HEADS = `
  SELECT origin, hash FROM log_event AS event WHERE article_id = ? AND seq =
    (SELECT max(seq) FROM log_event WHERE article_id = event.article_id AND origin = event.origin)`

/** The log of each article: it is added to and read, and nothing else. */
export function createLog(db: Database, caches: RowCaches) {
  const cache = caches.create<Map<string, string>>()
  const ends = db.prepare<[string], { origin: string; hash: string }>(HEADS)
  const all = db.prepare<[string], Row>(LIST)
  const last = db.prepare<[string, string], Row>(
    'SELECT * FROM log_event WHERE article_id = ? AND origin = ? ORDER BY seq DESC LIMIT 1',
  )
  const insert = db.prepare(`
    INSERT INTO log_event (article_id, origin, seq, at, person_id, kind, summary, root, previous, hash)
    VALUES (:articleId, :origin, :seq, :at, :personId, :kind, :summary, :root, :previous, :hash)`)
  const heads = (articleId: ArticleId): Map<string, string> =>
    cache.get(articleId, () => new Map(ends.all(articleId).map(({ origin, hash }) => [origin, hash])))
  return {
    /** The hash of the last event of each library that wrote in it. */
    heads: (articleId: ArticleId): ReadonlyMap<string, string> => heads(articleId),
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
      heads(articleId).set(event.origin, event.hash)
    },
  }
}
