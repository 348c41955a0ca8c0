import { FileCheck } from 'lucide-react'
import type { ReviewState } from '../../../shared/model/review.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { compareWithApproved } from './actions.ts'

/** The text that was approved last, from wherever one is; nothing while none was. */
export function ApprovedLink({ state }: { readonly state: Pick<ReviewState, 'approvedVersionId'> }) {
  if (state.approvedVersionId === null) return null
  return (
    <Button
      only
      aria-label="Read the approved text"
      title="Read the approved text (Alt 9)"
      onClick={() => void compareWithApproved(true)}
    >
      <Icon of={FileCheck} />
    </Button>
  )
}
