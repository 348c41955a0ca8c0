import type { Outcome, ParsedArgs } from '../../../shared/contract.ts'
import type { Act } from '../act.ts'
import { NO_CLAIM, findClaim } from '../claim-acts.ts'
import { nameOf } from '../claim-name.ts'
import type { Context } from '../context.ts'
import { done, fail } from '../outcome.ts'
import { nameInLog, refuseLink } from '../source-guards.ts'
import { checkAgain, followSources } from './claim-verdicts.ts'

/** What bears a claim out, or speaks against it. */

export function attach(context: Context, act: Act, args: ParsedArgs<'claims.attach'>): Outcome<null> {
  const articleId = act.article().id
  const claim = findClaim(context, act, args.claimId)
  if (!claim) return fail('not-found', NO_CLAIM)
  const sources = context.store.sources.list(articleId)
  const source = sources.find((one) => one.id === args.source.sourceId)
  if (!source) return fail('not-found', 'This source is not in the article any more. Nothing was attached.')
  const refused = refuseLink(source, args.source, args.confirmedNoName)
  if (refused) return refused
  const known = claim.sources.find((link) => link.sourceId === source.id)
  context.store.claims.attach(articleId, claim.id, args.source)
  const what = known ? 'attached otherwise to' : 'attached to'
  const { bears, stance } = args.source
  const how = `${stance}, on ${bears.join(', ')}`
  act.log('claim.attach', `${nameInLog(sources, source.id)} ${what} ${nameOf(claim)}: ${how}.`)
  if (known?.stance === 'supports' && stance === 'contradicts') {
    checkAgain(context, act, claim.id, 'a source speaks against it now')
  }
  followSources(context, act, claim.id)
  return done(null)
}

export function detach(context: Context, act: Act, args: ParsedArgs<'claims.detach'>): Outcome<null> {
  const articleId = act.article().id
  const claim = findClaim(context, act, args.claimId)
  if (!claim) return fail('not-found', NO_CLAIM)
  if (!claim.sources.some((link) => link.sourceId === args.sourceId)) return done(null)
  context.store.claims.detach(articleId, claim.id, args.sourceId)
  const name = nameInLog(context.store.sources.list(articleId), args.sourceId)
  act.log('claim.detach', `${name} taken from ${nameOf(claim)}.`)
  checkAgain(context, act, claim.id, 'a source was taken from it')
  followSources(context, act, claim.id)
  return done(null)
}
