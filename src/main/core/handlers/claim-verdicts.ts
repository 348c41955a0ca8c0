import type { Outcome } from '../../../shared/contract.ts'
import type { Claim, ClaimStatus } from '../../../shared/model/claim.ts'
import {
  hasSupport,
  isVerifiedAs,
  nextStatuses,
  statusByLostSupport,
  statusBySources,
} from '../../../shared/model/claim-status.ts'
import type { ClaimId } from '../../../shared/model/ids.ts'
import type { ClaimView } from '../../../shared/model/review.ts'
import type { RuleResult } from '../../../shared/model/rule.ts'
import { CLAIM_STATUS_NAMES } from '../../../shared/names.ts'
import { claimWords } from '../../../shared/rules/claim-view.ts'
import type { Act } from '../act.ts'
import { NO_CLAIM, UNVERIFIED, findClaim, viewClaim } from '../claim-acts.ts'
import { nameOf, shortened } from '../claim-name.ts'
import type { Context } from '../context.ts'
import { OWN_FIND, OWN_STORY, isOwnFind, isOwnStory } from '../duties.ts'
import { done, fail } from '../outcome.ts'

/** How a claim is settled, and by whom: the table of ways, then the rules, then who asks. */

const NOT_CUT =
  'The words of this claim still stand in the text; its status was not changed. Delete them first, in every place.'
const NOT_STALE =
  'The claim is verified already, and its words are those that were verified. Nothing was changed.'
const NOT_WAIVED =
  'The claim is not waived: no waiver in force covers all that the rules ask of it. Nothing was changed; grant one first.'

function unmetOf(view: ClaimView): readonly RuleResult[] {
  return view.results.filter((result) => result.state === 'unmet')
}

function refuseUnmet(what: string, unmet: readonly RuleResult[]) {
  if (unmet.length === 0) return null
  const rows = unmet.map(
    (result) => `${result.rule} ${result.title}: ${result.why} To meet it: ${result.remedy}`,
  )
  return fail('refused', `The claim cannot be ${what} yet; its status was not changed. ${rows.join(' ')}`)
}

function quoted(statuses: readonly ClaimStatus[]): string {
  return statuses.map((status) => `“${CLAIM_STATUS_NAMES[status]}”`).join(', ')
}

/** Why the table holds no way from here to there, in words; null where it does. `view`: before the change. */
function refuseWay(view: ClaimView, to: ClaimStatus) {
  const isWaived = unmetOf(view).length === 0 && view.results.some((result) => result.state === 'waived')
  const facts = {
    isSourced: hasSupport(view.sources),
    hasWords: view.words !== '',
    isStale: view.stale,
    isWaived,
  }
  const ways = nextStatuses(view.status, facts)
  if (ways.includes(to)) return null
  if (to === 'cut' && facts.hasWords) return fail('refused', NOT_CUT)
  if (isVerifiedAs(view.status) && isVerifiedAs(to)) return fail('refused', NOT_STALE)
  if (to === 'waived' && nextStatuses(view.status, { ...facts, isWaived: true }).includes(to)) {
    return refuseUnmet('waived', unmetOf(view)) ?? fail('refused', NOT_WAIVED)
  }
  const [from, wanted] = [CLAIM_STATUS_NAMES[view.status], CLAIM_STATUS_NAMES[to]]
  return fail(
    'refused',
    `A claim that is “${from}” does not become “${wanted}” now; it may become ${quoted(ways)}. Nothing was changed.`,
  )
}

/** Only roles that could have granted the waivers say that the claim runs under them. */
function refuseWaiving(act: Act, view: ClaimView) {
  const waived = view.results.filter((result) => result.state === 'waived')
  const closed = waived.find((result) => !result.waivedBy.includes(act.actor.role))
  if (!closed) return null
  return fail(
    'refused',
    `${closed.rule} ${closed.title} may be waived by ${closed.waivedBy.join(' or ')}. Nothing was changed.`,
  )
}

/** What the rules say of the claim in its new status, and whether this person may say so. `view`: after the change. */
function refuseSettling(context: Context, act: Act, view: ClaimView) {
  switch (view.status) {
    case 'verified':
    case 'verified-with-change':
      if (isOwnStory(act)) return fail('refused', OWN_STORY)
      if (isOwnFind(context, act, view)) return fail('refused', OWN_FIND)
      return refuseUnmet('verified', unmetOf(view))
    case 'waived':
      return isOwnStory(act) ? fail('refused', OWN_STORY) : refuseWaiving(act, view)
    case 'opinion-labelled':
      if (isOwnStory(act)) return fail('refused', OWN_STORY)
      return refuseUnmet('labelled as opinion', unmetOf(view))
    default:
      return null
  }
}

/** Stores the status, then asks the rules about the claim as it is then: a refusal takes all of it back. */
function settle(context: Context, act: Act, claim: Claim, status: ClaimStatus): Outcome<null> {
  const verification = isVerifiedAs(status)
    ? {
        verifiedQuote: claimWords(claim.id, act.text().index),
        verifiedBy: act.actor.personId,
        verifiedAt: act.at,
      }
    : UNVERIFIED
  context.store.claims.update(act.article().id, { ...claim, ...verification, status, updatedAt: act.at })
  return refuseSettling(context, act, viewClaim(act, claim.id)) ?? done(null)
}

/** Of a claim whose words are others now nobody has compared them, unless a checker verifies it anew. */
function asCompared({ actor }: Act, claim: Claim, view: ClaimView, to: ClaimStatus): Claim {
  const isChecked = actor.role === 'checker' && isVerifiedAs(to)
  if (isChecked || !view.stale || view.spellingOnly) return claim
  return { ...claim, details: { ...claim.details, wordForWord: false } }
}

export function setStatus(context: Context, act: Act, claimId: ClaimId, status: ClaimStatus): Outcome<null> {
  const claim = findClaim(context, act, claimId)
  if (!claim) return fail('not-found', NO_CLAIM)
  if (claim.status === status && !isVerifiedAs(status)) return done(null)
  const view = viewClaim(act, claimId)
  const refused = refuseWay(view, status)
  if (refused) return refused
  const settled = settle(context, act, asCompared(act, claim, view, status), status)
  if (!settled.ok) return settled
  act.log('claim.status', `${nameOf(claim)}: ${claim.status} to ${status}.`)
  return done(null)
}

/** Follows from attaching, detaching, or saying that a source contradicts. */
export function followSources(context: Context, act: Act, claimId: ClaimId): void {
  const claim = findClaim(context, act, claimId)
  if (!claim) return
  const status = statusBySources(claim)
  if (status === claim.status) return
  context.store.claims.update(act.article().id, { ...claim, status, updatedAt: act.at })
  act.log('claim.status', `${nameOf(claim)}: ${claim.status} to ${status}, by its sources.`)
}

/** A claim that was let pass on more than it has now; `why`: as a clause, for the log. */
export function checkAgain(context: Context, act: Act, claimId: ClaimId, why: string): void {
  const claim = findClaim(context, act, claimId)
  if (!claim) return
  const status = statusByLostSupport(claim.status)
  if (status === claim.status) return
  context.store.claims.update(act.article().id, { ...claim, ...UNVERIFIED, status, updatedAt: act.at })
  act.log('claim.status', `${nameOf(claim)}: ${claim.status} to ${status}, because ${why}.`)
}

const SPELLING_ONLY = 'More than the spelling of this claim changed. Nothing was changed; verify it anew.'

/** R18: whoever may verify it says that a claim with another spelling is the one that was verified. */
export function reconfirm(context: Context, act: Act, claimId: ClaimId): Outcome<null> {
  const claim = findClaim(context, act, claimId)
  if (!claim) return fail('not-found', NO_CLAIM)
  const view = viewClaim(act, claimId)
  if (!view.stale) return done(null)
  if (!view.spellingOnly) return fail('refused', SPELLING_ONLY)
  const settled = settle(context, act, claim, claim.status)
  if (!settled.ok) return settled
  const [before, now] = [shortened(claim.verifiedQuote ?? ''), shortened(view.words)]
  act.log('claim.reconfirm', `${nameOf(claim)}: spelled otherwise and still the same, ${before} as ${now}.`)
  return done(null)
}

/** R12: in the role of a checker, and never on one's own story. */
export function commonKnowledge(
  context: Context,
  act: Act,
  claimId: ClaimId,
  isCommon: boolean,
): Outcome<null> {
  const claim = findClaim(context, act, claimId)
  if (!claim) return fail('not-found', NO_CLAIM)
  if (isOwnStory(act)) return fail('refused', OWN_STORY)
  if (act.actor.role !== 'checker') {
    return fail('refused', 'A checker says by name what is common knowledge. Nothing was changed.')
  }
  if ((claim.commonKnowledge !== null) === isCommon) return done(null)
  const said = isCommon ? { by: act.actor.personId, at: act.at } : null
  context.store.claims.update(act.article().id, { ...claim, commonKnowledge: said, updatedAt: act.at })
  act.log('claim.common', `${nameOf(claim)}: ${isCommon ? '' : 'no longer '}taken for common knowledge.`)
  return done(null)
}
