import type { DocumentIndex } from '../document/index/document-index.ts'
import type { Article } from '../model/article.ts'
import type { Claim } from '../model/claim.ts'
import type { Consultation } from '../model/consultation.ts'
import type { Reply } from '../model/reply.ts'
import type { Source } from '../model/source.ts'
import type { Waiver } from '../model/waiver.ts'
import type { Evidence } from './claim-case.ts'

/** The rows of one article that its claims are judged by, and its text. */
export type EvidenceRecords = {
  readonly article: Pick<Article, 'version'>
  readonly index: Pick<DocumentIndex, 'claims'>
  /** Whether words stand in the final text (document/index/stands-in-text.ts). */
  readonly stands: (words: string) => boolean
  readonly claims: readonly Claim[]
  readonly sources: readonly Source[]
  readonly waivers: readonly Waiver[]
  readonly replies: readonly Reply[]
  readonly consultations: readonly Consultation[]
}

/** A waiver ends when somebody ends it, and by itself with the version that it was given for. */
export function isInForce(waiver: Waiver, version: number): boolean {
  return waiver.endedAt === null && version <= waiver.throughVersion
}

function finder<T extends { readonly id: string }>(rows: readonly T[]): (id: string) => T | undefined {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return (id) => byId.get(id)
}

export function gatherEvidence(records: EvidenceRecords): Evidence {
  const { article, index, stands, replies, consultations } = records
  return {
    source: finder(records.sources),
    claim: finder(records.claims),
    entry: (id) => index.claims.get(id),
    waivers: records.waivers.filter((waiver) => isInForce(waiver, article.version)),
    replies,
    consultations,
    stands,
  }
}
