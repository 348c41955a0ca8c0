import type { Outcome, ParsedArgs } from '../../../shared/contract.ts'
import type { RuleResult } from '../../../shared/model/rule.ts'
import type { WaiverId } from '../../../shared/model/ids.ts'
import type { Act } from '../act.ts'
import { performForState } from '../act.ts'
import { NO_CLAIM, findClaim, viewClaim } from '../claim-acts.ts'
import { nameOf } from '../claim-name.ts'
import type { Context, HandlersOf } from '../context.ts'
import { done, fail } from '../outcome.ts'
import { OWN_STORY, isOwnStory } from '../duties.ts'

/** Why this role does not waive the rule of this claim now, or null. */
function refuseRule(act: Act, id: string, result: RuleResult | undefined) {
  if (!result || result.state === 'met') {
    return fail(
      'refused',
      `${id} does not stand against this claim, so there is nothing to waive. Nothing was changed.`,
    )
  }
  if (result.state === 'waived') {
    return fail('refused', `${id} ${result.title} is waived for this claim already. Nothing was changed.`)
  }
  if (result.waivedBy.includes(act.actor.role)) return null
  const roles = result.waivedBy.length === 0 ? 'nobody' : result.waivedBy.join(' or ')
  return fail('refused', `${id} ${result.title} may be waived by ${roles}. Nothing was changed.`)
}

/** Why this person may not grant this waiver now, or null. */
function refuseGrant(context: Context, act: Act, args: ParsedArgs<'waivers.grant'>) {
  if (isOwnStory(act)) return fail('refused', OWN_STORY)
  if (!findClaim(context, act, args.claimId)) return fail('not-found', NO_CLAIM)
  const { results } = viewClaim(act, args.claimId)
  for (const id of args.rules) {
    const refused = refuseRule(
      act,
      id,
      results.find((result) => result.rule === id),
    )
    if (refused) return refused
  }
  if (!context.store.people.get(args.askedBy)) {
    return fail('not-found', 'Who asked for it is not in the library. Nothing was waived.')
  }
  const { version } = act.article()
  return args.throughVersion < version
    ? fail('refused', `This is v${version}; a waiver cannot have ended before it. Nothing was waived.`)
    : null
}

/** The claim keeps its status: that it runs under its waivers is said by name, as any other verdict. */
function grant(context: Context, act: Act, args: ParsedArgs<'waivers.grant'>): Outcome<null> {
  const { store } = context
  const articleId = act.article().id
  // Sent twice: the first answer was lost, the waiver is there.
  if (store.waivers.list(articleId).some((waiver) => waiver.id === args.id)) return done(null)
  const refused = refuseGrant(context, act, args)
  if (refused) return refused
  const { articleId: _, ...fields } = args
  const rules = [...new Set(args.rules)]
  const granted = { grantedBy: act.actor.personId, grantedAs: act.actor.role, at: act.at }
  store.waivers.insert(articleId, { ...fields, rules, ...granted, endedBy: null, endedAt: null })
  const claim = viewClaim(act, args.claimId)
  act.log(
    'waiver.grant',
    `Waived ${rules.join(', ')} for ${nameOf(claim)} through v${args.throughVersion} (${args.category}): ${args.reason}`,
  )
  return done(null)
}

/** A claim that ran under this waiver alone is looked at again. */
function reopenClaim(context: Context, act: Act, id: ParsedArgs<'waivers.grant'>['claimId']): void {
  const claim = findClaim(context, act, id)
  if (claim?.status !== 'waived' || viewClaim(act, id).cleared) return
  context.store.claims.update(act.article().id, { ...claim, status: 'checking', updatedAt: act.at })
  act.log('claim.status', `${nameOf(claim)}: waived to checking, since its waiver ended.`)
}

function end(context: Context, act: Act, id: WaiverId): Outcome<null> {
  if (isOwnStory(act)) return fail('refused', OWN_STORY)
  const articleId = act.article().id
  const waiver = context.store.waivers.list(articleId).find((one) => one.id === id)
  if (!waiver) return fail('not-found', 'This waiver is not in the article. Nothing was changed.')
  if (waiver.endedAt !== null) return done(null)
  context.store.waivers.end(articleId, id, act.actor.personId, act.at)
  const claim = viewClaim(act, waiver.claimId)
  act.log('waiver.end', `Waiver of ${waiver.rules.join(', ')} for ${nameOf(claim)} ended.`)
  reopenClaim(context, act, waiver.claimId)
  return done(null)
}

/** Permissions to run a claim without a rule. They are granted and ended, never changed. */
export function waiverHandlers(context: Context): HandlersOf<'waivers'> {
  const evidence = { whenLocked: 'refused' } as const
  return {
    'waivers.grant': (args) =>
      performForState(context, args.articleId, evidence, (act) => grant(context, act, args)),
    'waivers.end': ({ articleId, waiverId }) =>
      performForState(context, articleId, evidence, (act) => end(context, act, waiverId)),
  }
}
