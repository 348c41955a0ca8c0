import type { Database } from 'better-sqlite3'
import type { Consultation, ConsultationField } from '../../shared/model/consultation.ts'
import type { ArticleId, ClaimId, ConsultationId, PersonId } from '../../shared/model/ids.ts'
import type { Role } from '../../shared/model/person.ts'
import type { ThreadAudience } from '../../shared/model/thread.ts'
import type { RowCaches } from './row-cache.ts'

type Row = {
  id: string
  field: string
  claim_ids: string
  question: string
  advice: string
  audience: string
  by_id: string
  as_role: string
  at: number
}

function toConsultation(row: Row): Consultation {
  return {
    id: row.id as ConsultationId,
    field: row.field as ConsultationField,
    claimIds: JSON.parse(row.claim_ids) as readonly ClaimId[],
    question: row.question,
    advice: row.advice,
    audience: row.audience as ThreadAudience,
    by: row.by_id as PersonId,
    as: row.as_role as Role,
    at: row.at,
  }
}

/** Advice taken before publication; append-only. */
export function createConsultations(db: Database, caches: RowCaches) {
  const cache = caches.create<readonly Consultation[]>()
  const all = db.prepare<[string], Row>('SELECT * FROM consultation WHERE article_id = ? ORDER BY at, id')
  const insert = db.prepare(`
    INSERT INTO consultation (article_id, id, field, claim_ids, question, advice, audience, by_id, as_role, at)
    VALUES (:articleId, :id, :field, :claimIds, :question, :advice, :audience, :by, :as, :at)`)
  const tell = db.prepare('UPDATE consultation SET question = ?, advice = ? WHERE article_id = ? AND id = ?')
  return {
    list: (articleId: ArticleId): readonly Consultation[] =>
      cache.get(articleId, () => all.all(articleId).map(toConsultation)),
    /** The words of one that came without them. */
    tell: (articleId: ArticleId, { id, question, advice }: Consultation): void => {
      cache.forget(articleId)
      tell.run(question, advice, articleId, id)
    },
    insert: (articleId: ArticleId, consultation: Consultation): void => {
      cache.forget(articleId)
      insert.run({ ...consultation, articleId, claimIds: JSON.stringify(consultation.claimIds) })
    },
  }
}
