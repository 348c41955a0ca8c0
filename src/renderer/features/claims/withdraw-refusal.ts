import type { ClaimView, ReviewState } from '../../../shared/model/review.ts'

/** Why a claim is not taken back; empty when it can be taken back. Main decides again. */
export function withdrawRefusal(
  claim: Pick<ClaimView, 'id' | 'number' | 'status' | 'sources'>,
  { threads, waivers }: Pick<ReviewState, 'threads' | 'waivers'>,
): string {
  const isFresh = claim.status === 'found' || claim.status === 'needs-source'
  const isSpokenOf = threads.some(({ target }) => target.kind === 'claim' && target.claimId === claim.id)
  const isWaived = waivers.some(({ claimId }) => claimId === claim.id)
  if (isFresh && claim.sources.length === 0 && !isSpokenOf && !isWaived) return ''
  return `Something was said or attached to claim ${claim.number}, so it stays. Delete its words and mark it as cut.`
}
