import type { Outcome, ParsedArgs } from '../../../shared/contract.ts'
import { NO_DETAILS } from '../../../shared/model/claim.ts'
import type { Claim, ClaimStatus } from '../../../shared/model/claim.ts'
import type { ClaimId } from '../../../shared/model/ids.ts'
import type { RuleResult } from '../../../shared/model/rule.ts'
import type { Source } from '../../../shared/model/source.ts'
import { claimWords, isVerified } from '../../../shared/rules/claim-view.ts'
import { evaluateClaim } from '../../../shared/rules/sourcing.ts'
import type { Act } from '../act.ts'
import { performForState } from '../act.ts'
import type { Context, HandlersOf } from '../context.ts'
import { done, fail } from '../outcome.ts'

const NO_CLAIM = 'This claim is not in the article any more. Nothing was changed.'

function findClaim({ store }: Context, act: Act, id: ClaimId): Claim | null {
  return store.claims.list(act.article().id).find((claim) => claim.id === id) ?? null
}

/** How the log names a claim. */
function nameOf(claim: Pick<Claim, 'kind' | 'paraphrase' | 'quote'>): string {
  const words = (claim.paraphrase === '' ? claim.quote : claim.paraphrase).replace(/\s+/g, ' ')
  return `${claim.kind} “${words.length <= 100 ? words : `${words.slice(0, 99)}…`}”`
}

function create(context: Context, act: Act, args: ParsedArgs<'claims.create'>): Outcome<null> {
  // Sent twice: the first answer was lost, the claim is there.
  if (findClaim(context, act, args.id)) return done(null)
  if (args.edit) {
    const edited = act.edit(args.edit, [])
    if (!edited.ok) return edited
  }
  const claim: Claim = {
    id: args.id,
    kind: args.kind,
    risk: args.risk,
    paraphrase: args.paraphrase,
    status: 'found',
    quote: claimWords(args.id, act.text().index),
    verifiedQuote: null,
    verifiedBy: null,
    verifiedAt: null,
    details: NO_DETAILS,
    sources: [],
    createdBy: act.actor.personId,
    createdAt: act.at,
    updatedAt: act.at,
  }
  context.store.claims.insert(act.article().id, claim)
  act.log('claim.create', `Claim: ${nameOf(claim)}, risk ${claim.risk}.`)
  return done(null)
}

function update(context: Context, act: Act, args: ParsedArgs<'claims.update'>): Outcome<null> {
  const claim = findClaim(context, act, args.claimId)
  if (!claim) return fail('not-found', NO_CLAIM)
  if (args.details.wordForWord && !claim.details.wordForWord && isOwnStory(act)) {
    return fail('refused', 'A quotation is compared word by word by somebody other than the reporter.')
  }
  const { kind, risk, paraphrase, details } = args
  const next = { ...claim, kind, risk, paraphrase, details, updatedAt: act.at }
  context.store.claims.update(act.article().id, next)
  act.log('claim.update', `Claim changed: ${nameOf(next)}, risk ${risk}.`)
  return done(null)
}

function isOwnStory(act: Act): boolean {
  return act.actor.role === 'reporter' || act.actor.personId === act.article().authorId
}

function refuseUnmet(unmet: readonly RuleResult[]) {
  const rows = unmet.map(
    (result) => `${result.rule} ${result.title}: ${result.why} To meet it: ${result.remedy}`,
  )
  return fail('refused', `The claim cannot be verified yet; its status was not changed. ${rows.join(' ')}`)
}

/** True when every source of the claim came from the person at the desk: nobody checks their own find. */
function isOwnFind(act: Act, claim: Claim, sources: readonly Source[]): boolean {
  const attached = sources.filter((source) => claim.sources.some((link) => link.sourceId === source.id))
  return attached.length > 0 && attached.every((source) => source.suppliedBy === act.actor.personId)
}

/** Verifying needs every rule met; waiving needs a role that may waive each one that is not. */
function refuseStatus(act: Act, status: ClaimStatus, unmet: readonly RuleResult[], ownFind: boolean) {
  const verifies = status === 'verified' || status === 'verified-with-change'
  if (!verifies && status !== 'waived') return null
  if (isOwnStory(act)) {
    return fail('refused', 'A reporter neither verifies nor waives on their own story. Nothing was changed.')
  }
  if (verifies && ownFind) {
    return fail(
      'refused',
      'Somebody else verifies a claim whose only sources you supplied. Nothing was changed.',
    )
  }
  if (verifies) return unmet.length === 0 ? null : refuseUnmet(unmet)
  const closed = unmet.find((result) => !result.waivedBy.includes(act.actor.role))
  if (!closed) return null
  const roles = closed.waivedBy.length === 0 ? 'nobody' : closed.waivedBy.join(' or ')
  return fail('refused', `${closed.rule} ${closed.title} may be waived by ${roles}. Nothing was changed.`)
}

function setStatus(context: Context, act: Act, claimId: ClaimId, status: ClaimStatus): Outcome<null> {
  const claim = findClaim(context, act, claimId)
  if (!claim) return fail('not-found', NO_CLAIM)
  const articleId = act.article().id
  const sources = context.store.sources.list(articleId)
  const results = evaluateClaim(claim, sources, context.rules)
  const unmet = results.filter((result) => result.state === 'unmet')
  const refused = refuseStatus(act, status, unmet, isOwnFind(act, claim, sources))
  if (refused) return refused
  const next = { ...claim, status, updatedAt: act.at }
  const verification = isVerified(next)
    ? {
        verifiedQuote: claimWords(claim.id, act.text().index),
        verifiedBy: act.actor.personId,
        verifiedAt: act.at,
      }
    : { verifiedQuote: null, verifiedBy: null, verifiedAt: null }
  context.store.claims.update(articleId, { ...next, ...verification })
  act.log('claim.status', `${nameOf(claim)}: ${claim.status} to ${status}.`)
  return done(null)
}

function attach(context: Context, act: Act, args: ParsedArgs<'claims.attach'>): Outcome<null> {
  const articleId = act.article().id
  const claim = findClaim(context, act, args.claimId)
  if (!claim) return fail('not-found', NO_CLAIM)
  const source = context.store.sources.list(articleId).find((one) => one.id === args.source.sourceId)
  if (!source) return fail('not-found', 'This source is not in the article any more. Nothing was attached.')
  context.store.claims.attach(articleId, claim.id, args.source)
  act.log('claim.attach', `“${source.title}” attached to ${nameOf(claim)}.`)
  return done(null)
}

function detach(context: Context, act: Act, args: ParsedArgs<'claims.detach'>): Outcome<null> {
  const articleId = act.article().id
  const claim = findClaim(context, act, args.claimId)
  if (!claim) return fail('not-found', NO_CLAIM)
  if (!claim.sources.some((link) => link.sourceId === args.sourceId)) return done(null)
  context.store.claims.detach(articleId, claim.id, args.sourceId)
  const title = context.store.sources.list(articleId).find((one) => one.id === args.sourceId)?.title ?? ''
  act.log('claim.detach', `“${title}” taken from ${nameOf(claim)}.`)
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
  }
}
