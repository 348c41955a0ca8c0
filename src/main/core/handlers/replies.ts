import type { Outcome, ParsedArgs } from '../../../shared/contract.ts'
import type { Act } from '../act.ts'
import { performForState } from '../act.ts'
import type { Context, HandlersOf } from '../context.ts'
import { done, fail } from '../outcome.ts'

function save({ store }: Context, act: Act, args: ParsedArgs<'replies.save'>): Outcome<null> {
  const { articleId, ...fields } = args
  if (!store.people.get(args.askedBy)) return fail('not-found', 'Who asked the party is not in the library.')
  const known = store.replies.list(articleId).find((reply) => reply.id === args.id)
  const made = known
    ? { createdBy: known.createdBy, createdAt: known.createdAt }
    : { createdBy: act.actor.personId, createdAt: act.at }
  store.replies.save(articleId, { ...fields, ...made, updatedAt: act.at })
  act.log(known ? 'reply.update' : 'reply.create', `Right of reply, ${args.party}: ${args.outcome}.`)
  return done(null)
}

export function replyHandlers(context: Context): HandlersOf<'replies'> {
  return {
    'replies.save': (args) =>
      performForState(context, args.articleId, { whenLocked: 'refused' }, (act) => save(context, act, args)),
  }
}
