import type { Database } from 'better-sqlite3'
import type { ChangeDecision } from '../../shared/model/change.ts'
import type { ArticleId, ChangeId, PersonId } from '../../shared/model/ids.ts'

type Row = {
  seq: number
  change_id: string
  verdict: string
  person_id: string
  at: number
  reason: string | null
}

function toDecision(row: Row): ChangeDecision {
  return {
    seq: row.seq,
    changeId: row.change_id as ChangeId,
    verdict: row.verdict as ChangeDecision['verdict'],
    personId: row.person_id as PersonId,
    at: row.at,
    reason: row.reason,
  }
}

/** Who decided on which change, and who undid it: added to and read, and nothing else. */
export function createChangeDecisions(db: Database) {
  const all = db.prepare<[string], Row>('SELECT * FROM change_decision WHERE article_id = ? ORDER BY seq')
  const last = db.prepare<[string], { seq: number | null }>(
    'SELECT max(seq) AS seq FROM change_decision WHERE article_id = ?',
  )
  const insert = db.prepare(`
    INSERT INTO change_decision (article_id, seq, change_id, verdict, person_id, at, reason)
    VALUES (:articleId, :seq, :changeId, :verdict, :personId, :at, :reason)`)
  return {
    list: (articleId: ArticleId): readonly ChangeDecision[] => all.all(articleId).map(toDecision),
    append: (articleId: ArticleId, decisions: readonly Omit<ChangeDecision, 'seq'>[]): void => {
      const before = last.get(articleId)?.seq ?? 0
      for (const [place, decision] of decisions.entries()) {
        insert.run({ ...decision, articleId, seq: before + place + 1 })
      }
    },
  }
}
