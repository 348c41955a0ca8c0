import type { Outcome, ParsedArgs } from '../../../shared/contract.ts'
import type { WaiverId } from '../../../shared/model/ids.ts'
import type { Act } from '../act.ts'
import { performForState } from '../act.ts'
import type { Context, HandlersOf } from '../context.ts'
import { done, fail } from '../outcome.ts'

/** Why this person may not waive these rules of the claim now, or null. */
function refuseGrant(act: Act, { claimId, rules }: ParsedArgs<'waivers.grant'>) {
  const { role, personId } = act.actor
  if (role === 'reporter' || personId === act.article().authorId) {
    return fail('refused', 'A reporter neither verifies nor waives on their own story. Nothing was changed.')
  }
  const claim = act.state().claims.find((one) => one.id === claimId)
  if (!claim) return fail('not-found', 'This claim is not in the article any more. Nothing was waived.')
  for (const id of rules) {
    const result = claim.results.find((one) => one.rule === id)
    if (result?.state !== 'unmet') {
      return fail('refused', `${id} does not stand against this claim, so there is nothing to waive.`)
    }
    if (!result.waivedBy.includes(role)) {
      const roles = result.waivedBy.length === 0 ? 'nobody' : result.waivedBy.join(' or ')
      return fail('refused', `${id} ${result.title} may be waived by ${roles}. Nothing was changed.`)
    }
  }
  return null
}

function grant(context: Context, act: Act, args: ParsedArgs<'waivers.grant'>): Outcome<null> {
  const { store } = context
  const articleId = act.article().id
  // Sent twice: the first answer was lost, the waiver is there.
  if (store.waivers.list(articleId).some((waiver) => waiver.id === args.id)) return done(null)
  const refused = refuseGrant(act, args)
  if (refused) return refused
  if (!store.people.get(args.askedBy)) return fail('not-found', 'Who asked for it is not in the library.')
  if (args.throughVersion < act.article().version) {
    return fail('refused', 'A waiver cannot end before the present version. Nothing was waived.')
  }
  const { articleId: _, ...fields } = args
  const granted = { grantedBy: act.actor.personId, grantedAs: act.actor.role, at: act.at }
  store.waivers.insert(articleId, { ...fields, ...granted, endedBy: null, endedAt: null })
  act.log('waiver.grant', `Waived ${args.rules.join(', ')} (${args.category}): ${args.reason}`)
  return done(null)
}

function end({ store }: Context, act: Act, id: WaiverId): Outcome<null> {
  const articleId = act.article().id
  const waiver = store.waivers.list(articleId).find((one) => one.id === id)
  if (!waiver) return fail('not-found', 'This waiver is not in the article. Nothing was changed.')
  if (waiver.endedAt !== null) return done(null)
  store.waivers.end(articleId, id, act.actor.personId, act.at)
  act.log('waiver.end', `Waiver of ${waiver.rules.join(', ')} ended.`)
  return done(null)
}

export function waiverHandlers(context: Context): HandlersOf<'waivers'> {
  const evidence = { whenLocked: 'refused' } as const
  return {
    'waivers.grant': (args) =>
      performForState(context, args.articleId, evidence, (act) => grant(context, act, args)),
    'waivers.end': ({ articleId, waiverId }) =>
      performForState(context, articleId, evidence, (act) => end(context, act, waiverId)),
  }
}
