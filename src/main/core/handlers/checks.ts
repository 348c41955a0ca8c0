import { performForState } from '../act.ts'
import type { Context, HandlersOf } from '../context.ts'
import { readDictionary } from '../dictionaries.ts'
import { HOUSE_STYLE, houseStyle } from '../house-style.ts'
import { done, fail } from '../outcome.ts'

async function tellBook(context: Context) {
  const { checks } = context
  const { id, book } = houseStyle(context)
  const dictionary = await readDictionary(book.house.dictionary)
  return done({ profile: id, profiles: checks.profiles, book, dictionary })
}

/** The house style holds for the whole library. */
function chooseProfile({ store, checks, now, actor }: Context, id: string) {
  const chosen = checks.profiles.find((profile) => profile.id === id)
  if (!chosen) return fail('not-found', 'This house style is not there any more. Nothing was changed.')
  return store.transaction(() => {
    const { personId } = actor()
    store.settings.set(HOUSE_STYLE, id)
    store.libraryLog.append({
      at: now(),
      personId,
      kind: 'checks.useProfile',
      summary: `${store.people.get(personId)?.name ?? 'Somebody'} chooses the house style “${chosen.title}”.`,
    })
    return done(null)
  })
}

/** Proposals are no part of the evidence, so they can be put aside at any time. */
export function checkHandlers(context: Context): HandlersOf<'checks'> {
  const { dismissals } = context.store
  const always = { whenLocked: 'allowed' } as const
  return {
    'checks.book': () => tellBook(context),
    'checks.useProfile': ({ profile }) => {
      const outcome = chooseProfile(context, profile)
      return outcome.ok ? tellBook(context) : outcome
    },
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
