import { announce } from '../../ui/announcer.tsx'
import { counted } from '../../ui/counted.ts'
import { focusInPanel } from '../review/go-to.ts'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import { useShell } from '../shell-store.ts'
import { ROLE_NAMES } from '../words.ts'
import { sheetSlot } from './sheet-slot.ts'
import { mayWithdraw } from './withdrawable.ts'

function refuse(words: string): void {
  announce(words)
  useReview.getState().setError(words)
}

/** The dry run: what would stop the approval now, at whatever step the article stands. */
export function showWhatStops(): void {
  const { state, setTab } = useReview.getState()
  if (state === null) return
  setTab('signoff')
  focusInPanel('[data-blockers]')
  announce(
    state.blockers.length === 0
      ? 'Nothing would stop it now.'
      : `${counted(state.blockers.length, 'thing stops it now', 'things stop it now')}: ${state.blockers.map(({ title }) => title).join(' ')}`,
  )
}

/** A hold is set and lifted by legal alone. */
export function askLegalHold(): void {
  const role = useSession.getState().session?.actor.role
  if (role === 'legal') return useShell.getState().show({ kind: 'legal-hold' })
  refuse(
    `A legal hold is set and lifted in the role “legal”; you are here as ${role === undefined ? 'nobody' : ROLE_NAMES[role]}.`,
  )
}

/** The signature of the slot that is shown, or of the role's own. */
export function askToWithdraw(): void {
  const { state, signSlot } = useReview.getState()
  const actor = useSession.getState().session?.actor ?? null
  const shown = sheetSlot(signSlot, actor?.role ?? null)
  const slot = state?.slots.find((each) => each.slot === shown)
  if (state && slot && mayWithdraw(state.article, slot, actor)) {
    return useShell.getState().show({ kind: 'withdraw', slot: slot.slot })
  }
  refuse(
    state?.article.locked === true
      ? 'The approval is not withdrawn: the article is locked. Re-open it, with a reason.'
      : 'There is no signature of yours or of your role to withdraw in this slot. Choose the slot in Sign-off first.',
  )
}
