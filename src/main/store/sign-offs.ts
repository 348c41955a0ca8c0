import type { Database } from 'better-sqlite3'
import type { Decision, SignOff, Slot } from '../../shared/model/approval.ts'
import type { ArticleId, PersonId, SignOffId } from '../../shared/model/ids.ts'
import type { Role } from '../../shared/model/person.ts'

type Row = {
  article_id: string
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
  previous: string
  hash: string
}

function toSignOff(row: Row): SignOff {
  return {
    id: row.id as SignOffId,
    seq: row.seq,
    articleId: row.article_id as ArticleId,
    version: row.version,
    slot: row.slot as Slot,
    decision: row.decision as Decision,
    statement: row.statement,
    conditions: row.conditions,
    personId: row.person_id as PersonId,
    typedName: row.typed_name,
    role: row.role as Role,
    at: row.at,
    utcOffset: row.utc_offset,
    textHash: row.text_hash,
    evidenceHash: row.evidence_hash,
    previous: row.previous,
    hash: row.hash,
  }
}

/** Signatures: they are added and read, and nothing else. */
export function createSignOffs(db: Database) {
  const all = db.prepare<[string], Row>('SELECT * FROM sign_off WHERE article_id = ? ORDER BY seq')
  const insert = db.prepare(`
    INSERT INTO sign_off (article_id, seq, id, version, slot, decision, statement, conditions, person_id, typed_name,
      role, at, utc_offset, text_hash, evidence_hash, previous, hash)
    VALUES (:articleId, :seq, :id, :version, :slot, :decision, :statement, :conditions, :personId, :typedName,
      :role, :at, :utcOffset, :textHash, :evidenceHash, :previous, :hash)`)
  return {
    list: (articleId: ArticleId): readonly SignOff[] => all.all(articleId).map(toSignOff),
    append: (signOff: SignOff): void => {
      insert.run(signOff)
    },
  }
}
