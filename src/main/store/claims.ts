import type { Database } from 'better-sqlite3'
import type {
  Claim,
  Bearing,
  ClaimDetails,
  ClaimKind,
  ClaimSource,
  ClaimStatus,
  Risk,
  Stance,
} from '../../shared/model/claim.ts'
import { NO_DETAILS } from '../../shared/model/claim.ts'
import type { ArticleId, ClaimId, PersonId, SourceId } from '../../shared/model/ids.ts'
import { createPlaces } from './last-places.ts'
import type { RowCaches } from './row-cache.ts'

type Row = {
  id: string
  kind: string
  risk: string
  paraphrase: string
  status: string
  quote: string
  verified_quote: string | null
  verified_by: string | null
  verified_at: number | null
  details: string
  common_by: string | null
  common_at: number | null
  created_by: string
  created_at: number
  updated_at: number
}

type SourceRow = {
  claim_id: string
  source_id: string
  locator: string
  note: string
  bears: string
  stance: string
  answer: string
}

function toCommonKnowledge({ common_by: by, common_at: at }: Row): Claim['commonKnowledge'] {
  return by === null || at === null ? null : { by: by as PersonId, at }
}

function toClaim(row: Row, sources: readonly ClaimSource[]): Claim {
  return {
    id: row.id as ClaimId,
    kind: row.kind as ClaimKind,
    risk: row.risk as Risk,
    paraphrase: row.paraphrase,
    status: row.status as ClaimStatus,
    quote: row.quote,
    verifiedQuote: row.verified_quote,
    verifiedBy: row.verified_by as PersonId | null,
    verifiedAt: row.verified_at,
    // What was not asked yet when it was stored has not been said.
    details: { ...NO_DETAILS, ...(JSON.parse(row.details) as Partial<ClaimDetails>) },
    commonKnowledge: toCommonKnowledge(row),
    sources,
    createdBy: row.created_by as PersonId,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

function toClaimSource(row: SourceRow): ClaimSource {
  return {
    sourceId: row.source_id as SourceId,
    locator: row.locator,
    note: row.note,
    bears: JSON.parse(row.bears) as readonly Bearing[],
    stance: row.stance as Stance,
    answer: row.answer,
  }
}

const INSERT = `
  INSERT INTO claim (article_id, id, position, kind, risk, paraphrase, status, quote, verified_quote, verified_by,
    verified_at, details, common_by, common_at, created_by, created_at, updated_at)
  VALUES (:articleId, :id, :position,
    :kind, :risk, :paraphrase, :status, :quote, :verifiedQuote, :verifiedBy, :verifiedAt, :details, :commonBy,
    :commonAt, :createdBy, :createdAt, :updatedAt)`

const UPDATE = `
  UPDATE claim SET kind = :kind, risk = :risk, paraphrase = :paraphrase, status = :status, quote = :quote,
    verified_quote = :verifiedQuote, verified_by = :verifiedBy, verified_at = :verifiedAt, details = :details,
    common_by = :commonBy, common_at = :commonAt, updated_at = :updatedAt
  WHERE article_id = :articleId AND id = :id`

const ATTACH = `
  INSERT INTO claim_source (article_id, claim_id, source_id, position, locator, note, bears, stance, answer)
  VALUES (:articleId, :claimId, :sourceId,
    (SELECT coalesce(max(position), 0) + 1 FROM claim_source WHERE article_id = :articleId AND claim_id = :claimId),
    :locator, :note, :bears, :stance, :answer)
  ON CONFLICT (article_id, claim_id, source_id) DO UPDATE SET locator = excluded.locator, note = excluded.note,
    bears = excluded.bears, stance = excluded.stance, answer = excluded.answer`

/** Claims with the sources attached to them. */
export function createClaims(db: Database, caches: RowCaches) {
  const cache = caches.create<readonly Claim[]>()
  const all = db.prepare<[string], Row>('SELECT * FROM claim WHERE article_id = ? ORDER BY created_at, id')
  const sources = db.prepare<[string], SourceRow>(
    'SELECT claim_id, source_id, locator, note, bears, stance, answer FROM claim_source WHERE article_id = ? ORDER BY claim_id, position',
  )
  const insert = db.prepare(INSERT)
  const last = db.prepare<[string], { last: number | null }>(
    'SELECT max(position) AS last FROM claim WHERE article_id = ?',
  )
  const nextPlace = createPlaces(caches, (articleId) => last.get(articleId)?.last ?? 0)
  const update = db.prepare(UPDATE)
  const attach = db.prepare(ATTACH)
  const detach = db.prepare(
    'DELETE FROM claim_source WHERE article_id = ? AND claim_id = ? AND source_id = ?',
  )

  const remove = db.prepare('DELETE FROM claim WHERE article_id = ? AND id = ?')

  function read(articleId: ArticleId): readonly Claim[] {
    const byClaim = Map.groupBy(sources.all(articleId), (row) => row.claim_id)
    return all.all(articleId).map((row) => toClaim(row, (byClaim.get(row.id) ?? []).map(toClaimSource)))
  }

  function attachSource(articleId: ArticleId, claimId: ClaimId, source: ClaimSource): void {
    cache.forget(articleId)
    attach.run({ ...source, articleId, claimId, bears: JSON.stringify(source.bears) })
  }

  return {
    /** In the order they were made, which is the same on every desk. */
    list: (articleId: ArticleId): readonly Claim[] => cache.get(articleId, () => read(articleId)),
    insert: (articleId: ArticleId, claim: Claim): void => {
      const { sources: attached, commonKnowledge: common, ...fields } = claim
      const commonly = { commonBy: common?.by ?? null, commonAt: common?.at ?? null }
      cache.forget(articleId)
      insert.run({
        ...fields,
        ...commonly,
        articleId,
        position: nextPlace(articleId),
        details: JSON.stringify(claim.details),
      })
      for (const source of attached) attachSource(articleId, claim.id, source)
    },
    /** Everything but its sources. */
    update: (articleId: ArticleId, claim: Claim): void => {
      const { sources: _, createdBy: _by, createdAt: _at, commonKnowledge: common, ...fields } = claim
      const commonly = { commonBy: common?.by ?? null, commonAt: common?.at ?? null }
      cache.forget(articleId)
      update.run({ ...fields, ...commonly, articleId, details: JSON.stringify(claim.details) })
    },
    /** Attaches, or replaces what is said of a source that is attached already. */
    attach: attachSource,
    detach: (articleId: ArticleId, claimId: ClaimId, sourceId: SourceId): void => {
      cache.forget(articleId)
      detach.run(articleId, claimId, sourceId)
    },
    /** For a claim that nothing refers to. */
    remove: (articleId: ArticleId, claimId: ClaimId): void => {
      cache.forget(articleId)
      remove.run(articleId, claimId)
    },
  }
}
