import { performForState } from '../act.ts'
import type { Context, HandlersOf } from '../context.ts'
import { done } from '../outcome.ts'

/** Proposals are no part of the evidence, so they can be put aside at any time. */
export function checkHandlers(context: Context): HandlersOf<'checks'> {
  const { dismissals } = context.store
  const always = { whenLocked: 'allowed' } as const
  return {
    'checks.dismiss': ({ articleId, ...dismissed }) =>
      performForState(context, articleId, always, (act) => {
        dismissals.insert(articleId, { ...dismissed, by: act.actor.personId, at: act.at })
        return done(null)
      }),
    'checks.restore': ({ articleId, key }) =>
      performForState(context, articleId, always, () => {
        dismissals.remove(articleId, key)
        return done(null)
      }),
    'checks.dismissAll': ({ articleId, dismissed }) =>
      performForState(context, articleId, always, (act) => {
        for (const each of dismissed) {
          dismissals.insert(articleId, { ...each, by: act.actor.personId, at: act.at })
        }
        return done(null)
      }),
    'checks.restoreAll': ({ articleId, keys }) =>
      performForState(context, articleId, always, () => {
        for (const key of keys) dismissals.remove(articleId, key)
        return done(null)
      }),
  }
}
