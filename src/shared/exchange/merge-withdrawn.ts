import type { Claim } from '../model/claim.ts'
import type { ReviewContent } from './review-content.ts'
import { sameJson } from './three-way.ts'

/** Claims that one desk took back while the other still had them. */

/** Whether anything of a review speaks of the claim, beside the claim itself. */
function isSpokenOf(
  { threads, waivers, replies, consultations, claims }: ReviewContent,
  id: string,
): boolean {
  return (
    threads.some(({ target }) => target.kind === 'claim' && target.claimId === id) ||
    waivers.some((waiver) => waiver.claimId === id) ||
    replies.some((reply) => reply.claimIds.some((claimId) => claimId === id)) ||
    consultations.some((one) => one.claimIds.some((claimId) => claimId === id)) ||
    claims.some((claim) => claim.details.bodyClaimId === id)
  )
}

/** The words of its places are read from the text. */
function isUntouched(claim: Claim, before: Claim): boolean {
  return sameJson({ ...claim, quote: before.quote }, before)
}

/** Whether a claim that the other side took back stays: somebody said something of it that the other did not know of. */
export function staysThoughWithdrawn(base: Claim, claim: Claim, content: ReviewContent): boolean {
  return !isUntouched(claim, base) || isSpokenOf(content, claim.id)
}
