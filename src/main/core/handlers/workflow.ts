import type { Outcome, ParsedArgs } from '../../../shared/contract.ts'
import type { Status } from '../../../shared/model/article.ts'
import type { Act } from '../act.ts'
import { performForState } from '../act.ts'
import type { Context, HandlersOf } from '../context.ts'
import { done, fail } from '../outcome.ts'
import { keepVersion } from '../versions.ts'

type MoveArgs = ParsedArgs<'workflow.move'>

/** Steps that end a review for now, and are never taken without saying why. */
const ASIDE: readonly Status[] = ['returned', 'held', 'killed']

function move(context: Context, act: Act, { to, reason, until, resume }: MoveArgs): Outcome<null> {
  const article = act.article()
  if (article.locked) {
    return fail('locked', 'This article is approved and locked. It was not moved; re-open it first.')
  }
  if (to === 'approved' || to === 'filed') {
    return fail('refused', `“${to}” is reached by signing, not by moving. The article was not moved.`)
  }
  if (ASIDE.includes(to) && reason === '') {
    return fail('refused', `Say why the article is ${to}. It was not moved.`)
  }
  const from = article.aside?.resume ?? article.status
  const aside = ASIDE.includes(to)
    ? { by: act.actor.personId, at: act.at, reason, until, resume: resume ?? from }
    : null
  act.change({ status: to, aside })
  keepVersion(context, act, { kind: 'transition', name: `Moved to ${to}` })
  act.log('article.move', `From ${article.status} to ${to}.${reason === '' ? '' : ` Reason: ${reason}`}`)
  return done(null)
}

function legalHold(act: Act, reason: string | null): Outcome<null> {
  if (act.actor.role !== 'legal') {
    return fail('refused', 'A legal hold is set and lifted in the role “legal”. Nothing was changed.')
  }
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
