import { ArrowDown, ArrowUp, ChevronLeft, X } from 'lucide-react'
import type { ClaimView, ReviewState } from '../../../shared/model/review.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import { isNarrow } from '../review/narrow.ts'
import panel from '../review/panel.module.css'
import { useReview } from '../review/store.ts'
import { stepClaim } from './claim-acts.ts'

/** Back to the ledger, with the focus on the row that was open. */
function backToLedger(): void {
  useReview.getState().setOpenClaim(null)
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('#panel [data-row] button[aria-current="true"]')?.focus()
  })
}

/** Back to the caret; on a narrow window the editor gives the text its place. */
function close(): void {
  const { setOpenClaim, togglePanel, panelOpen } = useReview.getState()
  setOpenClaim(null)
  if (isNarrow() && panelOpen) togglePanel()
  requestAnimationFrame(() => useReview.getState().editor?.focus())
}

/** Which claim it is, and the way to the others. */
export function ClaimHead({ state, claim }: { readonly state: ReviewState; readonly claim: ClaimView }) {
  return (
    <header className={panel['header']}>
      <Button only aria-label="All claims" title="All claims" onClick={backToLedger}>
        <Icon of={ChevronLeft} />
      </Button>
      <h2>
        Claim {claim.number} <span className={text['soft']}>of {state.claims.length}</span>
      </h2>
      <Button only aria-label="Previous claim" title="Previous claim" onClick={() => stepClaim(-1)}>
        <Icon of={ArrowUp} />
      </Button>
      <Button only aria-label="Next claim" title="Next claim" onClick={() => stepClaim(1)}>
        <Icon of={ArrowDown} />
      </Button>
      <Button only aria-label="Close, back to the text" title="Close, back to the text" onClick={close}>
        <Icon of={X} />
      </Button>
    </header>
  )
}
