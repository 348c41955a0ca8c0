import type { Claim } from '../model/claim.ts'
import type { Consultation } from '../model/consultation.ts'
import type { Reply } from '../model/reply.ts'
import type { RuleBook } from '../model/rule.ts'
import type { Source } from '../model/source.ts'
import type { Waiver } from '../model/waiver.ts'
import { canonicalJson } from './canonical-json.ts'
import type { EvidenceRecords } from './gather-evidence.ts'
import { isInForce } from './gather-evidence.ts'

/** Each record is spelt once in its life: of hundreds a save changes one. */
function once<Row extends { readonly id: string }>(spell: (row: Row) => unknown): (row: Row) => string {
  const spelt = new WeakMap<Row, string>()
  return (row) => {
    const known = spelt.get(row)
    if (known !== undefined) return known
    const text = canonicalJson(spell(row))
    spelt.set(row, text)
    return text
  }
}

export const spellClaim = once((claim: Claim) => {
  const { quote: _, createdAt: _created, updatedAt: _updated, sources, ...said } = claim
  return { ...said, sources: sources.toSorted((a, b) => (a.sourceId < b.sourceId ? -1 : 1)) }
})

/** A file counts by its bytes, not by its name. */
export const spellSource = once((source: Source) => {
  const { createdBy: _, createdAt: _created, updatedAt: _updated, file, ...said } = source
  return { ...said, file: file?.sha256 ?? null }
})

export const spellWaiver = once((waiver: Waiver) => {
  const { endedBy: _, endedAt: _ended, ...said } = waiver
  return said
})

export const spellReply = once((reply: Reply) => {
  const { createdBy: _, createdAt: _created, updatedAt: _updated, ...said } = reply
  return said
})

export const spellConsultation = once((consultation: Consultation) => consultation)

const lists = new WeakMap<readonly { readonly id: string }[], string>()

/** A list is always of one sort of rows, so that it is spelt in one way. */
function list<Row extends { readonly id: string }>(
  rows: readonly Row[],
  spell: (row: Row) => string,
): string {
  const known = lists.get(rows)
  if (known !== undefined) return known
  const sorted = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const text = `[${sorted.map(spell).join(',')}]`
  lists.set(rows, text)
  return text
}

const digests = new WeakMap<RuleBook, string>()

export function digestOfRules(book: RuleBook, sha256: (text: string) => string): string {
  const digest = digests.get(book) ?? sha256(canonicalJson(book))
  digests.set(book, digest)
  return digest
}

type Records = Omit<EvidenceRecords, 'index' | 'stands'>

/**
 * What a signature on the evidence is bound to, as canonical JSON for the caller to hash: every claim with its status
 * and sources, every source with the hash of its file, the waivers in force, what was put to whom and answered, the
 * advice taken, and the rules by version and by content. The words of the text are not in it, because the text has a
 * hash of its own; times of editing are not, because they prove nothing. `sha256`: of UTF-8 text, as hex.
 */
export function evidenceText(records: Records, book: RuleBook, sha256: (text: string) => string): string {
  const { article, claims, sources, waivers, replies, consultations } = records
  const inForce = waivers.filter((waiver) => isInForce(waiver, article.version))
  // The members stand in the order of their names, as canonical JSON has them.
  return [
    `{"claims":${list(claims, spellClaim)}`,
    `"consultations":${list(consultations, spellConsultation)}`,
    `"replies":${list(replies, spellReply)}`,
    `"rules":${canonicalJson({ version: book.version, sha256: digestOfRules(book, sha256) })}`,
    `"sources":${list(sources, spellSource)}`,
    `"waivers":${list(inForce, spellWaiver)}}`,
  ].join(',')
}
