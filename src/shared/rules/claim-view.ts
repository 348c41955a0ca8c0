import type { DocumentIndex } from '../document/index/document-index.ts'
import type { AnchorRecord } from '../model/anchor.ts'
import type { Claim } from '../model/claim.ts'
import type { ClaimView } from '../model/review.ts'
import type { RuleBook } from '../model/rule.ts'
import type { Source } from '../model/source.ts'
import { evaluateClaim } from './sourcing.ts'

/** Longest quotation of a claim that is kept, in UTF-16 units. */
export const MAX_QUOTE = 8000

/** The final words of a claim's anchors as they are kept and compared. */
export function claimWords(claimId: string, index: DocumentIndex): string {
  return (index.claims.get(claimId)?.words ?? '').slice(0, MAX_QUOTE)
}

export function isVerified(claim: Claim): boolean {
  return claim.status === 'verified' || claim.status === 'verified-with-change'
}

/** In the order of the text; claims without a place come last, in the order they were made. */
function inTextOrder(claims: readonly Claim[], index: DocumentIndex): readonly Claim[] {
  const places = new Map([...index.claims.keys()].map((id, place) => [id, place]))
  const placeOf = (claim: Claim) => places.get(claim.id) ?? Number.MAX_SAFE_INTEGER
  return claims.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** Whether the way in which a claim was settled still holds against its words, its sources and the rules now. */
function isCleared(claim: Claim, words: string, stale: boolean, results: ClaimView['results']): boolean {
  const unmet = results.filter((result) => result.state === 'unmet')
  switch (claim.status) {
    case 'verified':
    case 'verified-with-change':
      return !stale && unmet.length === 0
    case 'opinion-labelled':
      return unmet.length === 0
    case 'waived':
      return unmet.every((result) => result.waivedBy.length > 0)
    case 'cut':
      return words === ''
    default:
      return false
  }
}

type Placed = { readonly number: number; readonly words: string; readonly isSure: boolean }

function viewOf(claim: Claim, { number, words, isSure }: Placed, results: ClaimView['results']): ClaimView {
  const stale = isVerified(claim) && claim.verifiedQuote !== words
  // A claim that may stand over words of something else is worse than one that stands over none.
  const cleared = isSure && isCleared(claim, words, stale, results)
  return { ...claim, number, words, orphaned: words === '', stale, spellingOnly: false, cleared, results }
}

/** Claims with their numbers, their words now, and what the rules say of each. */
export function viewClaims(
  claims: readonly Claim[],
  sources: readonly Source[],
  { index, anchors }: { readonly index: DocumentIndex; readonly anchors: readonly AnchorRecord[] },
  book: RuleBook,
): readonly ClaimView[] {
  const unsure = new Set(
    anchors.flatMap(({ mark, id, attachment }) => (mark === 'claim' && attachment === 'check' ? [id] : [])),
  )
  return inTextOrder(claims, index).map((claim, place) => {
    const words = claimWords(claim.id, index)
    const isSure = words === '' || !unsure.has(claim.id)
    return viewOf(claim, { number: place + 1, words, isSure }, evaluateClaim(claim, sources, book))
  })
}
