import type { ClaimView } from '../../../shared/model/review.ts'
import type { Shape } from '../../ui/status-shape.tsx'

/** The shape that stands for a claim in the gutter, and the word a screen reader says for it. */
export function claimShape(claim: ClaimView): { readonly shape: Shape; readonly label: string } {
  if (claim.orphaned) return { shape: 'stopped', label: 'orphaned' }
  if (claim.stale) return { shape: 'stopped', label: 'stale' }
  switch (claim.status) {
    case 'verified':
    case 'verified-with-change':
      return { shape: 'verified', label: 'verified' }
    case 'disputed':
      return { shape: 'stopped', label: 'disputed' }
    case 'unverifiable':
      return { shape: 'stopped', label: 'unverifiable' }
    case 'sourced':
    case 'checking':
      return { shape: 'sourced', label: claim.status }
    case 'waived':
    case 'opinion-labelled':
    case 'cut':
      return {
        shape: 'waived',
        label: claim.status === 'opinion-labelled' ? 'labelled opinion' : claim.status,
      }
    case 'found':
    case 'needs-source':
      return { shape: 'open', label: 'open' }
  }
}
