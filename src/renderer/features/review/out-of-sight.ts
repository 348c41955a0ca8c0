import { sheetSlot } from '../approval/sheet-slot.ts'
import { comparisonShown } from '../compare/store.ts'
import { useSession } from '../session-store.ts'
import { useReview } from './store.ts'

/** What lies in the place of the manuscript, if anything does: nothing is done to a text that nobody sees. */
export function whatHidesText(): 'sheet' | 'comparison' | null {
  const { tab, panelOpen, signSlot } = useReview.getState()
  const role = useSession.getState().session?.actor.role ?? null
  if (tab === 'signoff' && panelOpen && sheetSlot(signSlot, role) !== null) return 'sheet'
  return comparisonShown() === null ? null : 'comparison'
}
