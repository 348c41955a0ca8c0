import type { ClaimView } from '../../../shared/model/review.ts'
import styles from './claim-links.module.css'
import { useReview } from './store.ts'

/** Opens a claim beside the text and makes it current there. */
function openClaim(id: string): void {
  const { setOpenClaim, setCurrent, editor } = useReview.getState()
  setOpenClaim(id)
  setCurrent({ kind: 'claim', id })
  editor?.highlight({ kind: 'claim', id })
}

/** "claim 3, claim 14": each leads to the claim. */
export function ClaimLinks({ claims }: { readonly claims: readonly Pick<ClaimView, 'id' | 'number'>[] }) {
  return [...claims]
    .sort((a, b) => a.number - b.number)
    .map((claim, at) => (
      <span key={claim.id}>
        {at > 0 && ', '}
        <button type="button" className={styles['link']} onClick={() => openClaim(claim.id)}>
          claim {claim.number}
        </button>
      </span>
    ))
}
