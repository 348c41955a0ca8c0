import { refuse } from '../review/refusals.ts'
import { useReview } from '../review/store.ts'
import { useShell } from '../shell-store.ts'
import { unaskedParties } from './parties.ts'

/** As a command: of the claim that is open or under the caret, else of the first party that was not asked. */
export function recordReply(): void {
  const { state, openClaim, snapshot } = useReview.getState()
  if (state === null) return
  if (state.article.locked) return refuse('locked')
  const meant = state.claims.find(({ id }) => id === (openClaim ?? snapshot?.claimId))
  const [unasked] = unaskedParties(meant === undefined ? state.claims : [meant], state.replies)
  const party = unasked?.party ?? meant?.details.parties[0] ?? ''
  const claimIds =
    unasked?.claims.map(({ id }) => String(id)) ?? (meant === undefined ? [] : [String(meant.id)])
  useShell.getState().show({ kind: 'reply', replyId: null, party, claimIds })
}
