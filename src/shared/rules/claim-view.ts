import type { DocumentIndex } from '../document/index/document-index.ts'
import type { AnchorRecord } from '../model/anchor.ts'
import type { Claim } from '../model/claim.ts'
import type { ClaimView } from '../model/review.ts'
import type { RuleBook } from '../model/rule.ts'
import { isStale, wordsOf } from './claim-case.ts'
import { gatherEvidence } from './gather-evidence.ts'
import type { EvidenceRecords } from './gather-evidence.ts'
import { resultsFor } from './known-results.ts'
import { isSpellingOnly } from './spelling-only.ts'

/** The final words of a claim's anchors as they are kept and compared. */
export function claimWords(claimId: string, index: Pick<DocumentIndex, 'claims'>): string {
  return wordsOf(index.claims.get(claimId))
}

/** In the order of the text; claims without a place come last, in the order they were made. */
function inTextOrder(claims: readonly Claim[], index: Pick<DocumentIndex, 'claims'>): readonly Claim[] {
  const places = new Map([...index.claims.keys()].map((id, place) => [id, place]))
  const placeOf = (claim: Claim) => places.get(claim.id) ?? Number.MAX_SAFE_INTEGER
  return claims.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** Whether the way in which a claim was settled still holds against its words, its sources and the rules now. */
function isCleared(claim: Claim, words: string, stale: boolean, results: ClaimView['results']): boolean {
  const isUnmet = results.some((result) => result.state === 'unmet')
  switch (claim.status) {
    case 'verified':
    case 'verified-with-change':
      return !stale && !isUnmet
    case 'opinion-labelled':
      return !isUnmet
    case 'waived':
      // With no waiver in force nobody vouches for the claim, even where every rule happens to be met.
      return !isUnmet && results.some((result) => result.state === 'waived')
    case 'cut':
      return words === ''
    default:
      return false
  }
}

type Placed = { readonly number: number; readonly words: string; readonly isSure: boolean }

function viewOf(
  claim: Claim,
  { number, words, isSure }: Placed,
  stale: boolean,
  results: ClaimView['results'],
): ClaimView {
  const spellingOnly = stale && isSpellingOnly(claim.verifiedQuote ?? '', words)
  // A claim that may stand over words of something else is worse than one that stands over none.
  const cleared = isSure && isCleared(claim, words, stale, results)
  return { ...claim, number, words, orphaned: words === '', stale, spellingOnly, cleared, results }
}

/** Claims with their numbers, their words now, and what the rules say of each. */
export function viewClaims(
  records: EvidenceRecords & { readonly anchors: readonly AnchorRecord[] },
  book: RuleBook,
): readonly ClaimView[] {
  const { index, anchors, claims } = records
  const evidence = gatherEvidence(records)
  const unsure = new Set(
    anchors.flatMap(({ mark, id, attachment }) => (mark === 'claim' && attachment === 'check' ? [id] : [])),
  )
  return inTextOrder(claims, index).map((claim, place) => {
    const entry = evidence.entry(claim.id)
    const words = wordsOf(entry)
    const isSure = words === '' || !unsure.has(claim.id)
    const placed = { number: place + 1, words, isSure }
    return viewOf(claim, placed, isStale(claim, entry), resultsFor(claim, evidence, book))
  })
}
