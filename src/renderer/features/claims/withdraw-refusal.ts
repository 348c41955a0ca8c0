import type { ClaimView, ReviewState } from '../../../shared/model/review.ts'

type Bare = Pick<ClaimView, 'id' | 'number' | 'status' | 'sources' | 'details' | 'commonKnowledge'>
type Around = Pick<ReviewState, 'threads' | 'waivers' | 'replies' | 'consultations' | 'claims'>

function isSilent(value: unknown): boolean {
  return value === '' || value === false || value === null || (Array.isArray(value) && value.length === 0)
}

function isBare({ status, sources, details, commonKnowledge }: Bare): boolean {
  const isOpen = status === 'found' || status === 'needs-source'
  return isOpen && sources.length === 0 && commonKnowledge === null && Object.values(details).every(isSilent)
}

/** Whether anything else in the review speaks of the claim. */
function isSpokenOf({ id }: Bare, around: Around): boolean {
  return (
    around.threads.some(({ target }) => target.kind === 'claim' && target.claimId === id) ||
    around.waivers.some(({ claimId }) => claimId === id) ||
    around.replies.some(({ claimIds }) => claimIds.includes(id)) ||
    around.consultations.some(({ claimIds }) => claimIds.includes(id)) ||
    around.claims.some(({ details }) => details.bodyClaimId === id)
  )
}

/** Why a claim is not taken back; empty when it can be. Main decides again, by the same. */
export function withdrawRefusal(claim: Bare, around: Around): string {
  if (isBare(claim) && !isSpokenOf(claim, around)) return ''
  return `Something was said or attached to claim ${claim.number}, so it stays. Delete its words and mark it as cut.`
}
