import type { Outcome, ParsedArgs } from '../../../shared/contract.ts'
import type { Act } from '../act.ts'
import { performForState } from '../act.ts'
import type { Context, HandlersOf } from '../context.ts'
import { done, fail } from '../outcome.ts'

function record({ store }: Context, act: Act, args: ParsedArgs<'consultations.record'>): Outcome<null> {
  const { articleId, ...fields } = args
  const { role, personId } = act.actor
  if (store.consultations.list(articleId).some((one) => one.id === args.id)) return done(null)
  if (role !== 'legal' && role !== 'standards') {
    return fail('refused', 'A consultation is recorded by standards or legal. Nothing was recorded.')
  }
  if (args.audience === 'legal' && role !== 'legal') {
    return fail('refused', 'Only legal can keep a consultation to itself. Nothing was recorded.')
  }
  store.consultations.insert(articleId, { ...fields, by: personId, as: role, at: act.at })
  act.log('consultation.record', `Consultation recorded: ${args.field}.`)
  return done(null)
}

export function consultationHandlers(context: Context): HandlersOf<'consultations'> {
  return {
    'consultations.record': (args) =>
      performForState(context, args.articleId, { whenLocked: 'refused' }, (act) =>
        record(context, act, args),
      ),
  }
}
