import type { Database } from 'better-sqlite3'
import type { ChangeDecision } from '../../shared/model/change.ts'
import type { RowCaches } from './row-cache.ts'
import type { ArticleId, ChangeId, PersonId } from '../../shared/model/ids.ts'

type Row = {
  origin: string
  seq: number
  change_id: string
  verdict: string
  person_id: string
  at: number
  reason: string | null
}

function toDecision(row: Row): ChangeDecision {
  return {
    origin: row.origin,
    seq: row.seq,
    changeId: row.change_id as ChangeId,
    verdict: row.verdict as ChangeDecision['verdict'],
    personId: row.person_id as PersonId,
    at: row.at,
    reason: row.reason,
  }
}

/** Its library and its number are given when it is stored. */
export type NewDecision = Omit<ChangeDecision, 'origin' | 'seq'>

/** By time, and never against the order of one origin, whose clock may have been set back. */
const IN_ORDER = `
  SELECT *, max(at) OVER (PARTITION BY origin ORDER BY seq) AS known_at FROM change_decision WHERE article_id = ?
  ORDER BY known_at, origin, seq`

/** Who decided on which change, and who undid it: added to and read, and nothing else. */
export function createChangeDecisions(db: Database, caches: RowCaches) {
  const cache = caches.create<Map<string, number>>()
  const all = db.prepare<[string], Row>(IN_ORDER)
  const ends = db.prepare<[string], { origin: string; seq: number }>(
    'SELECT origin, max(seq) AS seq FROM change_decision WHERE article_id = ? GROUP BY origin',
  )
  const since = db.prepare<[string, string, number], Row>(
    'SELECT * FROM change_decision WHERE article_id = ? AND origin = ? AND seq > ? ORDER BY seq',
  )
  const insert = db.prepare(`
    INSERT INTO change_decision (article_id, origin, seq, change_id, verdict, person_id, at, reason)
    VALUES (:articleId, :origin, :seq, :changeId, :verdict, :personId, :at, :reason)`)
  const lasts = (articleId: ArticleId): Map<string, number> =>
    cache.get(articleId, () => new Map(ends.all(articleId).map(({ origin, seq }) => [origin, seq])))

  function add(articleId: ArticleId, decision: ChangeDecision): void {
    insert.run({ ...decision, articleId })
    lasts(articleId).set(decision.origin, decision.seq)
  }

  return {
    /** The number of the last of each library that decided. */
    lasts: (articleId: ArticleId): ReadonlyMap<string, number> => lasts(articleId),
    /** Those of one library after a number. */
    after: (articleId: ArticleId, origin: string, seq: number): readonly ChangeDecision[] =>
      since.all(articleId, origin, seq).map(toDecision),
    /** Of every library, in the order of time. */
    list: (articleId: ArticleId): readonly ChangeDecision[] => all.all(articleId).map(toDecision),
    /** The next ones that the library `origin` made. */
    append: (articleId: ArticleId, origin: string, decisions: readonly NewDecision[]): void => {
      const before = lasts(articleId).get(origin) ?? 0
      for (const [place, decision] of decisions.entries()) {
        add(articleId, { ...decision, origin, seq: before + place + 1 })
      }
    },
    /** One that another library made, as it came. */
    admit: add,
  }
}
