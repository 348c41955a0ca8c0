import { performForState } from '../act.ts'
import type { Context, HandlersOf } from '../context.ts'
import { settle } from '../exchange/settle.ts'

/** What two desks said differently, and who chose. */
export function conflictHandlers(context: Context): HandlersOf<'conflicts'> {
  return {
    'conflicts.settle': (args) =>
      performForState(context, args.articleId, { whenLocked: 'refused' }, (act) =>
        settle(context, act, args),
      ),
  }
}
