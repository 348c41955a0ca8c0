import type { Outcome, ParsedArgs } from '../../../shared/contract.ts'
import type { Act } from '../act.ts'
import { performForState } from '../act.ts'
import type { Context, HandlersOf } from '../context.ts'
import { refuseLegalHold } from '../duties.ts'
import { carryOut, judgeIn, refuseUntil } from '../moving.ts'
import { done, fail } from '../outcome.ts'

function move(context: Context, act: Act, args: ParsedArgs<'workflow.move'>): Outcome<null> {
  const { to, reason, until, resume } = args
  const refused = refuseUntil(act, until)
  if (refused) return refused
  const judged = judgeIn(context, act, act.state(), { by: 'move', to, reason, resume })
  if (!judged.ok) return judged
  act.log('article.move', carryOut(context, act, judged.value, { reason, until, resume }))
  return done(null)
}

function legalHold(act: Act, reason: string | null): Outcome<null> {
  const refused = refuseLegalHold(act)
  if (refused) return refused
  if (reason === null && act.article().legalHold === null) {
    return fail('refused', 'This article is not held by legal. Nothing was changed.')
  }
  act.change({ legalHold: reason === null ? null : { by: act.actor.personId, at: act.at, reason } })
  act.log('article.legalHold', reason === null ? 'Legal hold lifted.' : `Legal hold. Reason: ${reason}`)
  return done(null)
}

/** Where an article stands, and what keeps it there. */
export function workflowHandlers(context: Context): HandlersOf<'workflow'> {
  const asked = { whenLocked: 'allowed', whenAway: 'refused' } as const
  return {
    'workflow.move': (args) =>
      performForState(context, args.articleId, asked, (act) => move(context, act, args)),
    'workflow.legalHold': ({ articleId, reason }) =>
      performForState(context, articleId, asked, (act) => legalHold(act, reason)),
  }
}
