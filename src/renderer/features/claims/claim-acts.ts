import type { ClaimStatus } from '../../../shared/model/claim.ts'
import type { ClaimView } from '../../../shared/model/review.ts'
import { CLAIM_STATUS_NAMES } from '../../../shared/names.ts'
import { announce } from '../../ui/announcer.tsx'
import { commentOn } from '../comments/comment-on.ts'
import { refuse } from '../review/refusals.ts'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import { useShell } from '../shell-store.ts'
import { MOVE_NAMES, movesOf } from './claim-moves.ts'
import { verifyRefusal } from './verify-refusal.ts'

/** What keys, palette and buttons do with a claim: the open one, else the ledger's current one, else the caret's. */

const NO_CLAIM = 'No claim is meant. Open one in Claims, or put the caret in its words.'

function tell(message: string): void {
  announce(message)
  useReview.getState().setError(message)
}

export function chosenClaim(): ClaimView | null {
  const { openClaim, current, snapshot, state } = useReview.getState()
  const id = openClaim ?? (current?.kind === 'claim' ? current.id : null) ?? snapshot?.claimId
  return state?.claims.find((claim) => claim.id === id) ?? null
}

/** Runs an act on the claim that is meant, where the article may still be worked on; says why not otherwise. */
function onChosen(act: (claim: ClaimView) => void): void {
  if (useReview.getState().state?.article.locked === true) return refuse('locked')
  const claim = chosenClaim()
  if (claim === null) return tell(NO_CLAIM)
  act(claim)
}

/** Main compares the words it has stored, so what was typed last goes first. */
export async function setClaimStatus(claim: ClaimView, status: ClaimStatus): Promise<void> {
  const { editor, act, articleId } = useReview.getState()
  if (articleId === null) return
  await editor?.flush()
  const outcome = await act('claims.setStatus', { articleId, claimId: claim.id, status })
  if (outcome.ok) announce(`Claim ${claim.number}: ${CLAIM_STATUS_NAMES[status]}.`)
  else announce(outcome.error.message)
}

/** The words are the ones that were verified, in another spelling: said by name, in one step. */
export async function reconfirm(claim: ClaimView): Promise<void> {
  const { editor, act, articleId } = useReview.getState()
  if (articleId === null) return
  await editor?.flush()
  const outcome = await act('claims.reconfirm', { articleId, claimId: claim.id })
  announce(outcome.ok ? `Claim ${claim.number} re-confirmed.` : outcome.error.message)
}

function move(claim: ClaimView, status: ClaimStatus): void {
  if (movesOf(claim).includes(status)) void setClaimStatus(claim, status)
  else {
    const now = CLAIM_STATUS_NAMES[claim.status]
    tell(`Claim ${claim.number} is ${now}: “${MOVE_NAMES[status]}” does not follow from that.`)
  }
}

export function verifyChosen(): void {
  onChosen((claim) => {
    const { state } = useReview.getState()
    const actor = useSession.getState().session?.actor ?? null
    const refusal = state === null ? '' : verifyRefusal(claim, { state, actor })
    if (refusal !== '') tell(`Claim ${claim.number}: ${refusal}`)
    else move(claim, 'verified')
  })
}

export function disputeChosen(): void {
  onChosen((claim) => move(claim, 'disputed'))
}

export function reconfirmChosen(): void {
  onChosen((claim) => {
    if (claim.stale && claim.spellingOnly) void reconfirm(claim)
    else tell(`Claim ${claim.number} is not stale by its spelling alone. There is nothing to re-confirm.`)
  })
}

/** Opens the dialog that grants a waiver; where nothing is unmet there is nothing to waive. */
export function waiveChosen(): void {
  onChosen((claim) => {
    if (claim.results.some((result) => result.state === 'unmet')) {
      useShell.getState().show({ kind: 'waive', claimId: claim.id })
    } else tell(`Every rule is met for claim ${claim.number}. There is nothing to waive.`)
  })
}

export function commentOnChosen(): void {
  const claim = chosenClaim()
  if (claim === null) tell(NO_CLAIM)
  else commentOn({ kind: 'claim', claimId: claim.id })
}

/** Opens the claim after or before the one that is meant, in the order of the text, going round at the ends. */
export function stepClaim(step: 1 | -1): void {
  const { state, setOpenClaim } = useReview.getState()
  const inText = [...(state?.claims ?? [])].sort((a, b) => a.number - b.number)
  const chosen = chosenClaim()
  const at = chosen === null ? -1 : inText.findIndex(({ id }) => id === chosen.id)
  const from = at === -1 && step === -1 ? 0 : at
  const next = inText[(from + step + inText.length) % inText.length]
  if (next === undefined) return announce('There is no claim yet.')
  setOpenClaim(next.id)
  showClaim(next.id)
  announce(`Claim ${next.number} of ${inText.length}`)
}

/** Makes it current, and brings its words into sight; caret and focus stay where they are. */
export function showClaim(id: string): void {
  const { setCurrent, editor } = useReview.getState()
  const target = { kind: 'claim', id } as const
  setCurrent(target)
  editor?.highlight(target)
  editor?.reveal(target)
}
