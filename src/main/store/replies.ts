import type { Database } from 'better-sqlite3'
import type { ArticleId, ClaimId, PersonId, ReplyId } from '../../shared/model/ids.ts'
import type { Reply, ReplyChannel, ReplyOutcome } from '../../shared/model/reply.ts'
import type { RowCaches } from './row-cache.ts'

type Row = {
  id: string
  party: string
  claim_ids: string
  asked_by: string
  asked_at: number
  channel: string
  put: string
  deadline: number | null
  outcome: string
  answer: string
  answered_at: number | null
  created_by: string
  created_at: number
  updated_at: number
}

function toReply(row: Row): Reply {
  return {
    id: row.id as ReplyId,
    party: row.party,
    claimIds: JSON.parse(row.claim_ids) as readonly ClaimId[],
    askedBy: row.asked_by as PersonId,
    askedAt: row.asked_at,
    channel: row.channel as ReplyChannel,
    put: row.put,
    deadline: row.deadline,
    outcome: row.outcome as ReplyOutcome,
    answer: row.answer,
    answeredAt: row.answered_at,
    createdBy: row.created_by as PersonId,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

const SAVE = `
  INSERT INTO reply (article_id, id, party, claim_ids, asked_by, asked_at, channel, put, deadline, outcome, answer,
    answered_at, created_by, created_at, updated_at)
  VALUES (:articleId, :id, :party, :claimIds, :askedBy, :askedAt, :channel, :put, :deadline, :outcome, :answer,
    :answeredAt, :createdBy, :createdAt, :updatedAt)
  ON CONFLICT (article_id, id) DO UPDATE SET party = excluded.party, claim_ids = excluded.claim_ids,
    asked_by = excluded.asked_by, asked_at = excluded.asked_at, channel = excluded.channel, put = excluded.put,
    deadline = excluded.deadline, outcome = excluded.outcome, answer = excluded.answer,
    answered_at = excluded.answered_at, updated_at = excluded.updated_at`

/** The right-of-reply log of an article. */
export function createReplies(db: Database, caches: RowCaches) {
  const cache = caches.create<readonly Reply[]>()
  const all = db.prepare<[string], Row>('SELECT * FROM reply WHERE article_id = ? ORDER BY created_at, id')
  const save = db.prepare(SAVE)
  return {
    /** In the order they were recorded. */
    list: (articleId: ArticleId): readonly Reply[] =>
      cache.get(articleId, () => all.all(articleId).map(toReply)),
    /** Inserts, or replaces what is said in a known one. */
    save: (articleId: ArticleId, reply: Reply): void => {
      cache.forget(articleId)
      save.run({ ...reply, articleId, claimIds: JSON.stringify(reply.claimIds) })
    },
  }
}
