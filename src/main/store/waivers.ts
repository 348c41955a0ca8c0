import type { Database } from 'better-sqlite3'
import type { ArticleId, ClaimId, PersonId, WaiverId } from '../../shared/model/ids.ts'
import type { Role } from '../../shared/model/person.ts'
import type { Waiver, WaiverCategory } from '../../shared/model/waiver.ts'
import type { RowCaches } from './row-cache.ts'

type Row = {
  id: string
  claim_id: string
  rules: string
  category: string
  reason: string
  asked_by: string
  granted_by: string
  granted_as: string
  at: number
  through_version: number
  ended_by: string | null
  ended_at: number | null
}

function toWaiver(row: Row): Waiver {
  return {
    id: row.id as WaiverId,
    claimId: row.claim_id as ClaimId,
    rules: JSON.parse(row.rules) as readonly string[],
    category: row.category as WaiverCategory,
    reason: row.reason,
    askedBy: row.asked_by as PersonId,
    grantedBy: row.granted_by as PersonId,
    grantedAs: row.granted_as as Role,
    at: row.at,
    throughVersion: row.through_version,
    endedBy: row.ended_by as PersonId | null,
    endedAt: row.ended_at,
  }
}

const INSERT = `
  INSERT INTO waiver (article_id, id, claim_id, rules, category, reason, asked_by, granted_by, granted_as, at,
    through_version, ended_by, ended_at)
  VALUES (:articleId, :id, :claimId, :rules, :category, :reason, :askedBy, :grantedBy, :grantedAs, :at,
    :throughVersion, :endedBy, :endedAt)`

/** Waivers of an article. They are granted and ended, never changed. */
export function createWaivers(db: Database, caches: RowCaches) {
  const cache = caches.create<readonly Waiver[]>()
  const all = db.prepare<[string], Row>('SELECT * FROM waiver WHERE article_id = ? ORDER BY at, id')
  const insert = db.prepare(INSERT)
  const end = db.prepare('UPDATE waiver SET ended_by = ?, ended_at = ? WHERE article_id = ? AND id = ?')
  return {
    /** In the order they were granted. */
    list: (articleId: ArticleId): readonly Waiver[] =>
      cache.get(articleId, () => all.all(articleId).map(toWaiver)),
    insert: (articleId: ArticleId, waiver: Waiver): void => {
      cache.forget(articleId)
      insert.run({ ...waiver, articleId, rules: JSON.stringify(waiver.rules) })
    },
    end: (articleId: ArticleId, id: WaiverId, by: PersonId, at: number): void => {
      cache.forget(articleId)
      end.run(by, at, articleId, id)
    },
  }
}
