import type { Outcome, ParsedArgs } from '../../../shared/contract.ts'
import { NO_DETAILS } from '../../../shared/model/claim.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import type { ArticleId } from '../../../shared/model/ids.ts'
import { canonicalJson } from '../../../shared/rules/canonical-json.ts'
import type { Act } from '../act.ts'
import { findClaim } from '../claim-acts.ts'
import { nameOf } from '../claim-name.ts'
import type { Context } from '../context.ts'
import { done, fail } from '../outcome.ts'

const SAID_ALREADY =
  'Something was said or attached to this claim, so it stays. Nothing was changed; delete its words and mark it as cut.'
const STILL_PLACED =
  'The claim still has a place in the text, so it stays. Nothing was changed; take its places away first.'

/** Whether anything else in the review speaks of the claim. */
function isSpokenOf({ store }: Context, articleId: ArticleId, { id }: Claim): boolean {
  return (
    store.threads.list(articleId).some(({ target }) => target.kind === 'claim' && target.claimId === id) ||
    store.waivers.list(articleId).some((waiver) => waiver.claimId === id) ||
    store.replies.list(articleId).some((reply) => reply.claimIds.includes(id)) ||
    store.consultations.list(articleId).some((one) => one.claimIds.includes(id)) ||
    store.claims.list(articleId).some((claim) => claim.details.bodyClaimId === id)
  )
}

function isBare({ status, sources, commonKnowledge, details }: Claim): boolean {
  const isOpen = status === 'found' || status === 'needs-source'
  const isSilent = canonicalJson(details) === canonicalJson(NO_DETAILS)
  return isOpen && isSilent && sources.length === 0 && commonKnowledge === null
}

/** Takes back a claim that nobody has said anything about: the one thing of a review that is ever deleted. */
export function withdraw(context: Context, act: Act, args: ParsedArgs<'claims.withdraw'>): Outcome<null> {
  const articleId = act.article().id
  const claim = findClaim(context, act, args.claimId)
  if (!claim) return done(null)
  if (!isBare(claim) || isSpokenOf(context, articleId, claim)) return fail('refused', SAID_ALREADY)
  // Before the edit, which would else remember the words that it loses.
  context.store.claims.remove(articleId, claim.id)
  if (args.edit) {
    const edited = act.edit(args.edit, [])
    if (!edited.ok) return edited
  }
  if (act.text().index.claims.has(claim.id)) return fail('refused', STILL_PLACED)
  act.log('claim.withdraw', `Claim taken back: ${nameOf(claim)}.`)
  return done(null)
}
