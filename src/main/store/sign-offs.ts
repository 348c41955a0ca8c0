import type { Database } from 'better-sqlite3'
import type { RecordedDecision, Scope, SignOff, Slot } from '../../shared/model/approval.ts'
import type { Status } from '../../shared/model/article.ts'
import type { ArticleId, PersonId, SignOffId, VersionId } from '../../shared/model/ids.ts'
import type { Role } from '../../shared/model/person.ts'
import type { RowCaches } from './row-cache.ts'

type Row = {
  article_id: string
  origin: string
  seq: number
  id: string
  version: number
  slot: string
  decision: string
  statement: string
  conditions: string
  person_id: string
  typed_name: string
  role: string
  at: number
  utc_offset: number
  text_hash: string
  evidence_hash: string
  version_id: string | null
  scope: string | null
  waivers: string
  until: number | null
  return_to: string | null
  previous: string
  hash: string
}

function toSignOff(row: Row): SignOff {
  return {
    id: row.id as SignOffId,
    origin: row.origin,
    seq: row.seq,
    articleId: row.article_id as ArticleId,
    version: row.version,
    slot: row.slot as Slot,
    decision: row.decision as RecordedDecision,
    statement: row.statement,
    conditions: row.conditions,
    personId: row.person_id as PersonId,
    typedName: row.typed_name,
    role: row.role as Role,
    at: row.at,
    utcOffset: row.utc_offset,
    textHash: row.text_hash,
    evidenceHash: row.evidence_hash,
    versionId: row.version_id as VersionId | null,
    scope: row.scope === null ? null : (JSON.parse(row.scope) as Scope),
    waivers: JSON.parse(row.waivers) as readonly string[],
    until: row.until,
    returnTo: row.return_to as Status | null,
    previous: row.previous,
    hash: row.hash,
  }
}

/** By time, and never against the order of one origin, whose clock may have been set back. */
const IN_ORDER = `
  SELECT * FROM sign_off WHERE article_id = ?
  ORDER BY max(at) OVER (PARTITION BY origin ORDER BY seq), origin, seq`

/** Signatures: they are added and read, and nothing else. What each covers is long, and asked for at every save. */
export function createSignOffs(db: Database, caches: RowCaches) {
  const cache = caches.create<readonly SignOff[]>()
  const all = db.prepare<[string], Row>(IN_ORDER)
  const insert = db.prepare(`
    INSERT INTO sign_off (article_id, origin, seq, id, version, slot, decision, statement, conditions, person_id,
      typed_name, role, at, utc_offset, text_hash, evidence_hash, version_id, scope, waivers, until, return_to,
      previous, hash)
    VALUES (:articleId, :origin, :seq, :id, :version, :slot, :decision, :statement, :conditions, :personId,
      :typedName, :role, :at, :utcOffset, :textHash, :evidenceHash, :versionId, :scope, :waivers, :until, :returnTo,
      :previous, :hash)`)
  return {
    /** Of all origins, oldest first. */
    list: (articleId: ArticleId): readonly SignOff[] =>
      cache.get(articleId, () => all.all(articleId).map(toSignOff)),
    append: (signOff: SignOff): void => {
      const { scope, waivers } = signOff
      cache.forget(signOff.articleId)
      insert.run({
        ...signOff,
        scope: scope === null ? null : JSON.stringify(scope),
        waivers: JSON.stringify(waivers),
      })
    },
  }
}
