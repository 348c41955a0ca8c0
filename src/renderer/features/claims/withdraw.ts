import type { Args } from '../../../shared/contract.ts'
import type { LostAnchor } from '../../../shared/document/quotes/reattach.ts'
import type { ClaimView } from '../../../shared/model/review.ts'
import { host } from '../../host/host.ts'
import { announce } from '../../ui/announcer.tsx'
import { offerUndo } from '../comments/undo-store.ts'
import { refuse } from '../review/refusals.ts'
import { useReview } from '../review/store.ts'
import { storedFirst } from '../review/stored-first.ts'
import { chosenClaim } from './claim-acts.ts'
import { withdrawRefusal } from './withdraw-refusal.ts'
import { writtenDetails } from './written-details.ts'

/** Taking back a claim that was just marked: its record and its mark go in one step, and come back in one. */

export function withdrawChosen(): void {
  const { state } = useReview.getState()
  if (state?.article.locked === true) return refuse('locked')
  const claim = chosenClaim()
  const why =
    claim === null || state === null
      ? 'No claim is meant. Open one in Claims, or put the caret in its words.'
      : withdrawRefusal(claim, state)
  if (claim !== null && why === '') void withdraw(claim)
  else {
    announce(why)
    useReview.getState().setError(why)
  }
}

export async function withdraw(claim: ClaimView): Promise<void> {
  const { editor, articleId, act, setOpenClaim } = useReview.getState()
  if (editor === null || articleId === null || !(await storedFirst())) return
  const taken = editor.takeOut('claim', claim.id)
  if (taken === null) return refuse('locked')
  const outcome = await act('claims.withdraw', { articleId, claimId: claim.id, edit: taken.edit })
  if (taken.edit !== null) {
    editor.settle(taken.edit, outcome.ok ? { ok: true, value: { seq: outcome.value.seq } } : outcome)
  }
  if (!outcome.ok) {
    announce(outcome.error.message)
    // The mark has left the text with what was typed; the claim stays, and so must its place.
    return putBack(taken.lost)
  }
  setOpenClaim(null)
  offerUndo(`Claim ${claim.number} taken back.`, () => void markAgain(claim, taken.lost))
}

/** The same claim over the same words, with what was said of it. */
async function markAgain(claim: ClaimView, lost: LostAnchor): Promise<void> {
  const { editor, articleId, act, setError } = useReview.getState()
  if (editor === null || articleId === null || !(await storedFirst())) return
  const { edit } = editor.findAnchor(lost)
  if (edit === null)
    return setError('Its words are not in the text any more, so the claim was not marked again.')
  const { id, kind, risk, paraphrase, details } = claim
  const made = await act('claims.create', { articleId, edit, id, kind, risk, paraphrase })
  editor.settle(edit, made.ok ? { ok: true, value: { seq: made.value.seq } } : made)
  if (!made.ok) return
  const fields: Args<'claims.update'> = {
    articleId,
    claimId: id,
    kind,
    risk,
    paraphrase,
    details: writtenDetails(details),
  }
  const said = await act('claims.update', fields)
  if (said.ok) announce(`Claim ${claim.number} marked again.`)
}

async function putBack(lost: LostAnchor): Promise<void> {
  const { editor, articleId, refresh } = useReview.getState()
  if (editor === null || articleId === null || !(await storedFirst())) return
  const { edit } = editor.findAnchor(lost)
  if (edit === null) return
  editor.settle(edit, await host.call('document.save', { articleId, edit, decided: [] }))
  await refresh()
}
