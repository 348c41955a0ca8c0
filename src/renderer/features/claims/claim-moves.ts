import { hasSupport, nextStatuses } from '../../../shared/model/claim-status.ts'
import type { ClaimStatus } from '../../../shared/model/claim.ts'
import type { ClaimView } from '../../../shared/model/review.ts'

/** Where the claim can go now by the table of the desk; the rules, and who asks, are asked when it goes. */
export function movesOf(claim: ClaimView): readonly ClaimStatus[] {
  const unmet = claim.results.some((result) => result.state === 'unmet')
  return nextStatuses(claim.status, {
    isSourced: hasSupport(claim.sources),
    hasWords: claim.words !== '',
    isStale: claim.stale,
    isWaived: !unmet && claim.results.some((result) => result.state === 'waived'),
  })
}

/** What the buttons and menus call it to bring a claim there. */
export const MOVE_NAMES: Readonly<Record<ClaimStatus, string>> = {
  found: 'Found',
  'needs-source': 'Needs a source',
  sourced: 'Sourced',
  checking: 'Check it anew',
  verified: 'Verify',
  'verified-with-change': 'Verified with a change',
  disputed: 'Mark disputed',
  unverifiable: 'Cannot be verified',
  'opinion-labelled': 'Label as opinion',
  waived: 'Run under the waiver',
  cut: 'Cut from the text',
}
