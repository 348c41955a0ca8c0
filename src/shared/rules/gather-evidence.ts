import { once } from '../document/index/document-index.ts'
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

type Row = { readonly id: string }
type Finder<T extends Row> = (id: string) => T | undefined

/** By the list: of an article whose rows are as they were, the lists are too. */
const finders = new WeakMap<readonly Row[], Finder<Row>>()

function finder<T extends Row>(rows: readonly T[]): Finder<T> {
  // A finder is kept only for the list that it was made of.
  const known = finders.get(rows) as Finder<T> | undefined
  if (known) return known
  const byId = new Map<string, T>(rows.map((row) => [row.id, row]))
  const find: Finder<T> = (id) => byId.get(id)
  finders.set(rows, find)
  return find
}

export function gatherEvidence(records: EvidenceRecords): Evidence {
  const { article, index, stands, replies, consultations } = records
  const entries = once(() => new Map([...index.claims.values()].map((entry) => [entry.id, entry])))
  return {
    source: finder(records.sources),
    claim: finder(records.claims),
    entry: (id) => entries().get(id),
    waivers: records.waivers.filter((waiver) => isInForce(waiver, article.version)),
    replies,
    consultations,
    stands,
  }
}
