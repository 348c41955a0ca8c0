import { memo } from 'react'
import { claimLabelId } from '../../editor/labels/claim-label.ts'
import type { ClaimView } from '../../../shared/model/review.ts'
import { wordOf } from '../claims/claim-standing.ts'

/**
 * What a screen reader says of words that a claim holds: the words name these as their description, so that number
 * and status can change and the text stays as it is.
 */
export const ClaimLabels = memo(function ClaimLabels({ claims }: { readonly claims: readonly ClaimView[] }) {
  return (
    <div hidden>
      {claims.map((claim) => (
        <span key={claim.id} id={claimLabelId(claim.id)}>
          claim {claim.number}, {wordOf(claim)}
        </span>
      ))}
    </div>
  )
})
