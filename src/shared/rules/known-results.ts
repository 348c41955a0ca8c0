import type { Claim } from '../model/claim.ts'
import type { RuleBook, RuleResult } from '../model/rule.ts'
import type { Evidence } from './claim-case.ts'
import { evaluateClaim } from './sourcing.ts'

/** What an answer rests on: records by identity, and what was asked of the text. */
type Memory = {
  readonly rests: readonly unknown[]
  readonly asked: ReadonlyMap<string, boolean>
  readonly results: readonly RuleResult[]
}

const memories = new WeakMap<Claim, Memory>()

/** Everything but the text that the rules may look at for this claim (see Evidence). */
function restsOn(claim: Claim, evidence: Evidence, book: RuleBook): readonly unknown[] {
  const { bodyClaimId } = claim.details
  return [
    book,
    evidence.replies,
    evidence.consultations,
    evidence.entry(claim.id),
    bodyClaimId === null ? null : evidence.claim(bodyClaimId),
    bodyClaimId === null ? null : evidence.entry(bodyClaimId),
    ...claim.sources.map((link) => evidence.source(link.sourceId)),
    ...evidence.waivers.filter((waiver) => waiver.claimId === claim.id),
  ]
}

function holds({ rests, asked }: Memory, now: readonly unknown[], { stands }: Evidence): boolean {
  if (rests.length !== now.length || !now.every((one, at) => one === rests[at])) return false
  for (const [words, answer] of asked) if (stands(words) !== answer) return false
  return true
}

/** What evaluateClaim says, taken from the last time while nothing that it rests on is another. */
export function resultsFor(claim: Claim, evidence: Evidence, book: RuleBook): readonly RuleResult[] {
  const rests = restsOn(claim, evidence, book)
  const known = memories.get(claim)
  if (known && holds(known, rests, evidence)) return known.results
  const asked = new Map<string, boolean>()
  const stands = (words: string): boolean => {
    const answer = evidence.stands(words)
    asked.set(words, answer)
    return answer
  }
  const results = evaluateClaim(claim, { ...evidence, stands }, book)
  memories.set(claim, { rests, asked, results })
  return results
}
