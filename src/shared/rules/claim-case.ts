import type { AnchorEntry } from '../document/index/document-index.ts'
import { foldWords } from '../fold-words.ts'
import type { Claim, ClaimSource } from '../model/claim.ts'
import { isVerifiedAs } from '../model/claim-status.ts'
import type { Consultation } from '../model/consultation.ts'
import type { Reply } from '../model/reply.ts'
import type { RuleBook } from '../model/rule.ts'
import type { Source } from '../model/source.ts'
import type { Waiver } from '../model/waiver.ts'
import { hasSameWords } from './same-words.ts'
import { isSpellingOnly } from './spelling-only.ts'

/** Longest quotation of a claim that is kept, in UTF-16 units. */
export const MAX_QUOTE = 8000

/** What the rules may look at beside the claim itself. */
export type Evidence = {
  readonly source: (id: string) => Source | undefined
  /** Other claims of the article, as they stand. */
  readonly claim: (id: string) => Claim | undefined
  /** Where a claim stands in the text; undefined where it has no place. */
  readonly entry: (id: string) => AnchorEntry | undefined
  /** Those in force for this version of the article, of all claims. */
  readonly waivers: readonly Waiver[]
  readonly replies: readonly Reply[]
  readonly consultations: readonly Consultation[]
  /** Whether these words stand in the final text. */
  readonly stands: (words: string) => boolean
}

/** A source as it stands at one claim: the claim may point to a place of its own in it. */
export type Attached = { readonly source: Source; readonly link: ClaimSource }

/** One claim with all that the rules ask after. */
export type ClaimCase = {
  readonly claim: Claim
  readonly evidence: Evidence
  /** Lists of words, by name. */
  readonly lists: RuleBook['words']
  /** Final words of its places now. */
  readonly words: string
  /** The same as they are compared with others. */
  readonly folded: string
  readonly entry: AnchorEntry | undefined
  /** Verified over other words than it has now; and whether only their spelling differs. */
  readonly stale: boolean
  readonly spellingOnly: boolean
  readonly attached: readonly Attached[]
  /** Those that may count as support. */
  readonly support: readonly Attached[]
}

/** The final words of a claim's places as they are kept and compared. */
export function wordsOf(entry: AnchorEntry | undefined): string {
  return (entry?.words ?? '').slice(0, MAX_QUOTE)
}

export function isStale(claim: Claim, entry: AnchorEntry | undefined): boolean {
  return isVerifiedAs(claim.status) && !hasSameWords(claim.verifiedQuote ?? '', wordsOf(entry))
}

/** Grade E is guidance and never support, nor is what says otherwise, nor, however it is graded, what nobody may print. */
export function countsAsSupport(source: Source, { stance }: ClaimSource): boolean {
  return source.grade !== 'E' && source.onRecord !== 'off-record' && stance === 'supports'
}

export function openCase(claim: Claim, evidence: Evidence, book: RuleBook): ClaimCase {
  const entry = evidence.entry(claim.id)
  const words = wordsOf(entry)
  const stale = isStale(claim, entry)
  const attached = claim.sources.flatMap((link) => {
    const source = evidence.source(link.sourceId)
    return source ? [{ source, link }] : []
  })
  return {
    claim,
    evidence,
    lists: book.words,
    words,
    folded: foldWords(words),
    entry,
    stale,
    spellingOnly: stale && isSpellingOnly(claim.verifiedQuote ?? '', words),
    attached,
    support: attached.filter(({ source, link }) => countsAsSupport(source, link)),
  }
}

/**
 * Two sources are independent only when their origins differ, whatever the case and the spaces. A source that names
 * no origin is its own.
 */
export function originOf({ source }: Attached): string {
  const folded = foldWords(source.origin)
  return folded === '' ? `source ${source.id}` : `origin ${folded}`
}
