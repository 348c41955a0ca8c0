import type { ClaimView } from '../../../shared/model/review.ts'

/** The five shapes that say how far a claim is; as on screen, they differ without colour. */
export type ClaimShape = 'open' | 'sourced' | 'verified' | 'stale' | 'waived'

export function shapeOf(claim: ClaimView): ClaimShape {
  if (claim.stale) return 'stale'
  switch (claim.status) {
    case 'found':
    case 'needs-source':
      return 'open'
    case 'sourced':
    case 'checking':
      return 'sourced'
    case 'verified':
    case 'verified-with-change':
      return 'verified'
    case 'disputed':
    case 'unverifiable':
      return 'stale'
    case 'opinion-labelled':
    case 'waived':
    case 'cut':
      return 'waived'
  }
}
