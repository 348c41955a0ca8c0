import type { Claim } from '../../shared/model/claim.ts'
import type { ClaimId } from '../../shared/model/ids.ts'
import type { ClaimView } from '../../shared/model/review.ts'
import type { Waiver } from '../../shared/model/waiver.ts'
import type { Act } from './act.ts'
import type { Context } from './context.ts'

/** What the handlers of claims and of what hangs on them have in common. */

export const NO_CLAIM = 'This claim is not in the article any more. Nothing was changed.'

export function findClaim({ store }: Context, act: Act, id: ClaimId): Claim | null {
  return store.claims.list(act.article().id).find((claim) => claim.id === id) ?? null
}

/** The claim as the rules see it now, with what this act has stored so far. */
export function viewClaim(act: Act, id: ClaimId): ClaimView {
  const view = act.state().claims.find((claim) => claim.id === id)
  if (!view) throw new Error(`Claim ${id} is stored and not in the state`)
  return view
}

/** Whether every claim of a list is in the article. */
export function areClaims({ store }: Context, act: Act, ids: readonly ClaimId[]): boolean {
  const known = new Set(store.claims.list(act.article().id).map((claim) => claim.id))
  return ids.every((id) => known.has(id))
}

/** A claim that stands in another status than it had is no longer vouched for by whoever verified it. */
export const UNVERIFIED = { verifiedQuote: null, verifiedBy: null, verifiedAt: null } as const

/** Ends waivers that are in force; answers how many. */
export function endWaivers({ store }: Context, act: Act, ends: (waiver: Waiver) => boolean): number {
  const { id } = act.article()
  const ending = store.waivers.list(id).filter((waiver) => waiver.endedAt === null && ends(waiver))
  for (const waiver of ending) store.waivers.end(id, waiver.id, act.actor.personId, act.at)
  return ending.length
}
