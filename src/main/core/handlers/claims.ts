import type { Outcome, ParsedArgs } from '../../../shared/contract.ts'
import { NO_DETAILS } from '../../../shared/model/claim.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import { isVerifiedAs, statusByOtherRules } from '../../../shared/model/claim-status.ts'
import type { Act } from '../act.ts'
import { performForState } from '../act.ts'
import { NO_CLAIM, UNVERIFIED, areClaims, endWaivers, findClaim } from '../claim-acts.ts'
import { nameOf } from '../claim-name.ts'
import type { Context, HandlersOf } from '../context.ts'
import { firstQuote } from '../first-quote.ts'
import { done, fail } from '../outcome.ts'
import { isOwnStory } from '../duties.ts'
import { attach, detach } from './claim-sources.ts'
import { commonKnowledge, reconfirm, setStatus } from './claim-verdicts.ts'
import { withdraw } from './claim-withdraw.ts'

const BY_A_CHECKER =
  'A quotation is compared word by word by a checker who is not the reporter. Nothing was changed.'
const NO_BODY_CLAIM =
  'The claim of the body that it is to repeat is not another claim of this article. Nothing was changed.'

function create(context: Context, act: Act, args: ParsedArgs<'claims.create'>): Outcome<null> {
  if (args.edit) {
    const edited = act.edit(args.edit, [])
    if (!edited.ok) return edited
  }
  // Sent twice: the first answer was lost, the claim is there. What was typed with it is stored above, once.
  if (findClaim(context, act, args.id)) return done(null)
  if (!act.text().index.claims.has(args.id)) {
    return fail('refused', 'The claim has no place in the text. It was not kept.')
  }
  const claim: Claim = {
    id: args.id,
    kind: args.kind,
    risk: args.risk,
    paraphrase: args.paraphrase,
    status: 'found',
    quote: firstQuote(act.text(), 'claim', args.id),
    ...UNVERIFIED,
    details: NO_DETAILS,
    commonKnowledge: null,
    sources: [],
    createdBy: act.actor.personId,
    createdAt: act.at,
    updatedAt: act.at,
  }
  context.store.claims.insert(act.article().id, claim)
  act.log('claim.create', `Claim: ${nameOf(claim)}, risk ${claim.risk}.`)
  return done(null)
}

/** Why these details are not kept, or null. */
function refuseDetails(context: Context, act: Act, claim: Claim, { details }: ParsedArgs<'claims.update'>) {
  const compares = details.wordForWord && !claim.details.wordForWord
  if (compares && (act.actor.role !== 'checker' || isOwnStory(act))) return fail('refused', BY_A_CHECKER)
  const { bodyClaimId } = details
  if (bodyClaimId !== null && (bodyClaimId === claim.id || !areClaims(context, act, [bodyClaimId]))) {
    return fail('refused', NO_BODY_CLAIM)
  }
  return null
}

/**
 * Of another kind, or at another risk, other rules bear and other roles may waive them: what was settled is looked at
 * again, and waivers were for the claim as it was then.
 */
function underOtherRules(
  context: Context,
  act: Act,
  claim: Claim,
): { readonly claim: Claim; readonly told: string } {
  const status = statusByOtherRules(claim.status)
  const ended = endWaivers(context, act, (waiver) => waiver.claimId === claim.id)
  const told = [
    ...(status === claim.status ? [] : [` It is to be checked again: ${claim.status} to ${status}.`]),
    ...(ended === 0 ? [] : [` Its waivers ended with that: ${ended}.`]),
  ]
  const verification = isVerifiedAs(status) ? {} : UNVERIFIED
  return { claim: { ...claim, ...verification, status }, told: told.join('') }
}

function update(context: Context, act: Act, args: ParsedArgs<'claims.update'>): Outcome<null> {
  const claim = findClaim(context, act, args.claimId)
  if (!claim) return fail('not-found', NO_CLAIM)
  const refused = refuseDetails(context, act, claim, args)
  if (refused) return refused
  const { kind, risk, paraphrase, details } = args
  const said = { ...claim, kind, risk, paraphrase, details, updatedAt: act.at }
  const isOther = kind !== claim.kind || risk !== claim.risk
  const next = isOther ? underOtherRules(context, act, said) : { claim: said, told: '' }
  context.store.claims.update(act.article().id, next.claim)
  const before = isOther ? ` It was ${claim.kind}, risk ${claim.risk}.` : ''
  act.log('claim.update', `Claim changed: ${nameOf(said)}, risk ${risk}.${before}${next.told}`)
  return done(null)
}

export function claimHandlers(context: Context): HandlersOf<'claims'> {
  const evidence = { whenLocked: 'refused' } as const
  return {
    'claims.create': (args) =>
      performForState(context, args.articleId, evidence, (act) => create(context, act, args)),
    'claims.update': (args) =>
      performForState(context, args.articleId, evidence, (act) => update(context, act, args)),
    'claims.setStatus': (args) =>
      performForState(context, args.articleId, evidence, (act) =>
        setStatus(context, act, args.claimId, args.status),
      ),
    'claims.attach': (args) =>
      performForState(context, args.articleId, evidence, (act) => attach(context, act, args)),
    'claims.detach': (args) =>
      performForState(context, args.articleId, evidence, (act) => detach(context, act, args)),
    'claims.reconfirm': (args) =>
      performForState(context, args.articleId, evidence, (act) => reconfirm(context, act, args.claimId)),
    'claims.commonKnowledge': (args) =>
      performForState(context, args.articleId, evidence, (act) =>
        commonKnowledge(context, act, args.claimId, args.isCommon),
      ),
    'claims.withdraw': (args) =>
      performForState(context, args.articleId, evidence, (act) => withdraw(context, act, args)),
  }
}
