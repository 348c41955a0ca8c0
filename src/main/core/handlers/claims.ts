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
const OWN_STORY = 'A reporter neither verifies nor waives on their own story. Nothing was changed.'
const NOT_CUT =
  'The words of this claim still stand in the text; its status was not changed. Delete them first, in every place.'

function findClaim({ store }: Context, act: Act, id: ClaimId): Claim | null {
  return store.claims.list(act.article().id).find((claim) => claim.id === id) ?? null
}

/** How the log names a claim. */
function nameOf(claim: Pick<Claim, 'kind' | 'paraphrase' | 'quote'>): string {
  const words = (claim.paraphrase === '' ? claim.quote : claim.paraphrase).replace(/\s+/g, ' ')
  return `${claim.kind} “${words.length <= 100 ? words : `${words.slice(0, 99)}…`}”`
}

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
    quote: claimWords(args.id, act.text().index),
    verifiedQuote: null,
    verifiedBy: null,
    verifiedAt: null,
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

function update(context: Context, act: Act, args: ParsedArgs<'claims.update'>): Outcome<null> {
  const claim = findClaim(context, act, args.claimId)
  if (!claim) return fail('not-found', NO_CLAIM)
  if (args.details.wordForWord && !claim.details.wordForWord && isOwnStory(act)) {
    return fail('refused', 'A quotation is compared word by word by somebody other than the reporter.')
  }
  const { kind, risk, paraphrase, details } = args
  // Who may waive depends on kind and risk, so a waiver is for the claim as it was then.
  const ends = claim.status === 'waived' && (kind !== claim.kind || risk !== claim.risk)
  const status = ends ? 'checking' : claim.status
  const next = { ...claim, kind, risk, paraphrase, details, status, updatedAt: act.at }
  context.store.claims.update(act.article().id, next)
  const ended = ends ? ' Its waiver ended with that.' : ''
  act.log('claim.update', `Claim changed: ${nameOf(next)}, risk ${risk}.${ended}`)
  return done(null)
}

function isOwnStory(act: Act): boolean {
  return act.actor.role === 'reporter' || act.actor.personId === act.article().authorId
}

function refuseUnmet(done: string, unmet: readonly RuleResult[]) {
  const rows = unmet.map(
    (result) => `${result.rule} ${result.title}: ${result.why} To meet it: ${result.remedy}`,
  )
  return fail('refused', `The claim cannot be ${done} yet; its status was not changed. ${rows.join(' ')}`)
}

/** True when every source of the claim came from the person at the desk: nobody checks their own find. */
function isOwnFind(act: Act, claim: Claim, sources: readonly Source[]): boolean {
  const attached = sources.filter((source) => claim.sources.some((link) => link.sourceId === source.id))
  return attached.length > 0 && attached.every((source) => source.suppliedBy === act.actor.personId)
}

/** Why a claim is not verified by this person now, or null. */
function refuseVerifying(act: Act, unmet: readonly RuleResult[], ownFind: boolean) {
  if (isOwnStory(act)) return fail('refused', OWN_STORY)
  if (ownFind) {
    return fail(
      'refused',
      'Somebody else verifies a claim whose only sources you supplied. Nothing was changed.',
    )
  }
  return unmet.length === 0 ? null : refuseUnmet('verified', unmet)
}

/** Each unmet rule is waived by one of the roles it names. */
function refuseWaiving(act: Act, unmet: readonly RuleResult[]) {
  if (isOwnStory(act)) return fail('refused', OWN_STORY)
  const closed = unmet.find((result) => !result.waivedBy.includes(act.actor.role))
  if (!closed) return null
  const roles = closed.waivedBy.length === 0 ? 'nobody' : closed.waivedBy.join(' or ')
  return fail('refused', `${closed.rule} ${closed.title} may be waived by ${roles}. Nothing was changed.`)
}

/** `next`: the claim in the status that is asked for; the rules are asked about that one. */
function refuseStatus(context: Context, act: Act, next: Claim) {
  const sources = context.store.sources.list(act.article().id)
  const results = evaluateClaim(next, sources, context.rules)
  const unmet = results.filter((result) => result.state === 'unmet')
  switch (next.status) {
    case 'verified':
    case 'verified-with-change':
      return refuseVerifying(act, unmet, isOwnFind(act, next, sources))
    case 'waived':
      return refuseWaiving(act, unmet)
    case 'opinion-labelled':
      return unmet.length === 0 ? null : refuseUnmet('labelled as opinion', unmet)
    case 'cut':
      return claimWords(next.id, act.text().index) === '' ? null : fail('refused', NOT_CUT)
    default:
      return null
  }
}

function setStatus(context: Context, act: Act, claimId: ClaimId, status: ClaimStatus): Outcome<null> {
  const claim = findClaim(context, act, claimId)
  if (!claim) return fail('not-found', NO_CLAIM)
  const next = { ...claim, status, updatedAt: act.at }
  const refused = refuseStatus(context, act, next)
  if (refused) return refused
  const verification = isVerified(next)
    ? {
        verifiedQuote: claimWords(claim.id, act.text().index),
        verifiedBy: act.actor.personId,
        verifiedAt: act.at,
      }
    : { verifiedQuote: null, verifiedBy: null, verifiedAt: null }
  context.store.claims.update(act.article().id, { ...next, ...verification })
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

const SPELLING_ONLY = 'More than the spelling of this claim changed. Nothing was changed; verify it anew.'

/** R18: whoever may verify it says that a claim with another spelling is the one that was verified. */
function reconfirm(context: Context, act: Act, claimId: ClaimId): Outcome<null> {
  const claim = findClaim(context, act, claimId)
  if (!claim) return fail('not-found', NO_CLAIM)
  const view = act.state().claims.find((one) => one.id === claimId)
  if (!view?.stale) return done(null)
  if (!view.spellingOnly) return fail('refused', SPELLING_ONLY)
  return setStatus(context, act, claimId, claim.status)
}

/** R12: in the role of a checker, and never on one's own story. */
function commonKnowledge(context: Context, act: Act, claimId: ClaimId, isCommon: boolean): Outcome<null> {
  const claim = findClaim(context, act, claimId)
  if (!claim) return fail('not-found', NO_CLAIM)
  if (isOwnStory(act)) return fail('refused', OWN_STORY)
  if (act.actor.role !== 'checker') {
    return fail('refused', 'A checker says by name what is common knowledge. Nothing was changed.')
  }
  const said = isCommon ? { by: act.actor.personId, at: act.at } : null
  context.store.claims.update(act.article().id, { ...claim, commonKnowledge: said, updatedAt: act.at })
  act.log('claim.common', `${nameOf(claim)}: ${isCommon ? '' : 'no longer '}taken for common knowledge.`)
  return done(null)
}

const SAID_ALREADY =
  'Something was said or attached to this claim, so it stays. Nothing was changed; delete its words and mark it as cut.'

/** Takes back a claim that nobody has said anything about. */
function withdraw(context: Context, act: Act, args: ParsedArgs<'claims.withdraw'>): Outcome<null> {
  const { store } = context
  const articleId = act.article().id
  const claim = findClaim(context, act, args.claimId)
  if (!claim) return done(null)
  const isSpokenOf = store.threads
    .list(articleId)
    .some(({ target }) => target.kind === 'claim' && target.claimId === claim.id)
  const isWaived = store.waivers.list(articleId).some((waiver) => waiver.claimId === claim.id)
  if (claim.status !== 'found' || claim.sources.length > 0 || isSpokenOf || isWaived) {
    return fail('refused', SAID_ALREADY)
  }
  if (args.edit) {
    const edited = act.edit(args.edit, [])
    if (!edited.ok) return edited
  }
  store.claims.remove(articleId, claim.id)
  act.log('claim.withdraw', `Claim taken back: ${nameOf(claim)}.`)
  return done(null)
}

export function claimHandlers(context: Context): HandlersOf<'claims'> {
  const evidence = { whenLocked: 'refused' } as const
  return {
    'claims.create': (args) =>
      performForState(context, args.articleId, evidence, (act) => create(context, act, args)),
    'claims.update': (args) =>
      performForState(context, args.articleId, evidence, (act) => update(context, act, args)),
    'claims.reconfirm': (args) =>
      performForState(context, args.articleId, evidence, (act) => reconfirm(context, act, args.claimId)),
    'claims.commonKnowledge': (args) =>
      performForState(context, args.articleId, evidence, (act) =>
        commonKnowledge(context, act, args.claimId, args.isCommon),
      ),
    'claims.withdraw': (args) =>
      performForState(context, args.articleId, evidence, (act) => withdraw(context, act, args)),
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
