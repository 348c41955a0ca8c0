import type { Database } from 'better-sqlite3'
import type { ChangeDecision } from '../../shared/model/change.ts'
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
export function createChangeDecisions(db: Database) {
  const all = db.prepare<[string], Row>(IN_ORDER)
  const last = db.prepare<[string, string], { seq: number | null }>(
    'SELECT max(seq) AS seq FROM change_decision WHERE article_id = ? AND origin = ?',
  )
  const insert = db.prepare(`
    INSERT INTO change_decision (article_id, origin, seq, change_id, verdict, person_id, at, reason)
    VALUES (:articleId, :origin, :seq, :changeId, :verdict, :personId, :at, :reason)`)
  return {
    /** Of every library, in the order of time. */
    list: (articleId: ArticleId): readonly ChangeDecision[] => all.all(articleId).map(toDecision),
    /** The next ones that the library `origin` made. */
    append: (articleId: ArticleId, origin: string, decisions: readonly NewDecision[]): void => {
      const before = last.get(articleId, origin)?.seq ?? 0
      for (const [place, decision] of decisions.entries()) {
        insert.run({ ...decision, articleId, origin, seq: before + place + 1 })
      }
    },
    /** One that another library made, as it came. */
    admit: (articleId: ArticleId, decision: ChangeDecision): void => {
      insert.run({ ...decision, articleId })
    },
  }
}
