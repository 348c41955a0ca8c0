import type { Outcome, ParsedArgs } from '../../../shared/contract.ts'
import type { Act } from '../act.ts'
import { performForState } from '../act.ts'
import { areClaims } from '../claim-acts.ts'
import type { Context, HandlersOf } from '../context.ts'
import { done, fail } from '../outcome.ts'

function record(context: Context, act: Act, args: ParsedArgs<'consultations.record'>): Outcome<null> {
  const { consultations } = context.store
  const { articleId, ...fields } = args
  const { role, personId } = act.actor
  // Sent twice: the first answer was lost, the record is there.
  if (consultations.list(articleId).some((one) => one.id === args.id)) return done(null)
  if (role !== 'legal' && role !== 'standards') {
    return fail('refused', 'A consultation is recorded by standards or legal. Nothing was recorded.')
  }
  if (args.audience === 'legal' && role !== 'legal') {
    return fail('refused', 'Only legal can keep a consultation to itself. Nothing was recorded.')
  }
  if (!areClaims(context, act, args.claimIds)) {
    return fail(
      'not-found',
      'A claim that it was about is not in the article any more. Nothing was recorded.',
    )
  }
  consultations.insert(articleId, { ...fields, by: personId, as: role, at: act.at })
  // Without its words, of which some are private: the log is read by everybody.
  const about = args.claimIds.length === 0 ? 'the whole article' : `${args.claimIds.length} of the claims`
  act.log('consultation.record', `Consultation recorded by ${role}: ${args.field}, on ${about}.`)
  return done(null)
}

/** Advice taken before publication; never changed, only added to. */
export function consultationHandlers(context: Context): HandlersOf<'consultations'> {
  return {
    'consultations.record': (args) =>
      performForState(context, args.articleId, { whenLocked: 'refused' }, (act) =>
        record(context, act, args),
      ),
  }
}
