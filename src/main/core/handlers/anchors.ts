import type { Outcome, ParsedArgs } from '../../../shared/contract.ts'
import type { ArticleId } from '../../../shared/model/ids.ts'
import type { StoredAnchor } from '../../store/anchors.ts'
import type { Act } from '../act.ts'
import { noArticle, performForState } from '../act.ts'
import type { Context, HandlersOf } from '../context.ts'
import { done, fail } from '../outcome.ts'
import { PRIVATE_ACT, findReadable, readableThreads } from '../visible.ts'

/** Where comments and claims stand when that is not sure: found again, confirmed, or taken away by a person. */

type Anchor = Pick<ParsedArgs<'anchors.confirm'>, 'mark' | 'id'>

const NO_PLACE =
  'It has no place in the text now, so nothing was changed. Select its words and place it again.'
const STILL_THERE = 'It still stands in the text, so nothing was changed. Try again.'

function wordsOf(act: Act, { mark, id }: Anchor): string {
  const { comments, claims } = act.text().index
  return (mark === 'comment' ? comments : claims).get(id)?.words ?? ''
}

function exists(context: Context, articleId: ArticleId, { mark, id }: Anchor): boolean {
  const all = mark === 'comment' ? readableThreads(context, articleId) : context.store.claims.list(articleId)
  return all.some((one) => one.id === id)
}

function missing({ mark }: Anchor) {
  return fail('not-found', `This ${mark} is not in the article any more. Nothing was changed.`)
}

function quoted(words: string): string {
  const line = words.replace(/\s+/g, ' ')
  return line.length <= 100 ? `“${line}”` : `“${line.slice(0, 99)}…”`
}

/** Everybody reads the log, so a private comment is told without its place. */
function tell(context: Context, act: Act, { mark, id }: Anchor, kind: string, summary: string): void {
  const thread = mark === 'comment' ? findReadable(context, act.article().id, id) : null
  act.log(kind, thread?.audience === 'legal' ? PRIVATE_ACT : summary)
}

function known({ store }: Context, act: Act, { mark, id }: Anchor): StoredAnchor {
  const stored = store.anchors.get(act.article().id, mark, id)
  return stored ?? { mark, id, quotes: [], attachment: 'attached', confirmedBy: null, confirmedAt: null }
}

function place(context: Context, act: Act, args: ParsedArgs<'anchors.place'>): Outcome<null> {
  if (!exists(context, act.article().id, args)) return missing(args)
  // Before the edit: words that are not sure to be its own are not to be remembered as such.
  const attachment = args.sure ? 'attached' : 'check'
  const anchor = { ...known(context, act, args), attachment, confirmedBy: null, confirmedAt: null } as const
  context.store.anchors.save(act.article().id, anchor)
  const edited = act.edit(args.edit, [])
  if (!edited.ok) return edited
  const words = wordsOf(act, args)
  if (words === '') return fail('refused', NO_PLACE)
  const doubt = args.sure ? '' : '; the place is to be checked'
  tell(
    context,
    act,
    args,
    'anchor.place',
    `Found again in the text: ${args.mark} on ${quoted(words)}${doubt}.`,
  )
  return done(null)
}

function confirm(context: Context, act: Act, args: ParsedArgs<'anchors.confirm'>): Outcome<null> {
  if (!exists(context, act.article().id, args)) return missing(args)
  const words = wordsOf(act, args)
  if (words === '') return fail('refused', NO_PLACE)
  const anchor = known(context, act, args)
  if (anchor.attachment !== 'check') return done(null)
  const by = { confirmedBy: act.actor.personId, confirmedAt: act.at }
  context.store.anchors.save(act.article().id, { ...anchor, attachment: 'attached', ...by })
  tell(context, act, args, 'anchor.confirm', `Place confirmed: ${args.mark} on ${quoted(words)}.`)
  return done(null)
}

/** The window has taken the marks out of the text before; here it is said why they are gone. */
function detach(context: Context, act: Act, args: ParsedArgs<'anchors.detach'>): Outcome<null> {
  if (!exists(context, act.article().id, args)) return missing(args)
  if (wordsOf(act, args) !== '') return fail('refused', STILL_THERE)
  const anchor = known(context, act, args)
  if (anchor.attachment === 'detached') return done(null)
  const detached = { ...anchor, attachment: 'detached', confirmedBy: null, confirmedAt: null } as const
  context.store.anchors.save(act.article().id, detached)
  const words = anchor.quotes.map(({ exact }) => exact).join(' … ')
  const summary = `Taken from the text, the place was not right: ${args.mark} on ${quoted(words)}.`
  tell(context, act, args, 'anchor.detach', summary)
  return done(null)
}

export function anchorHandlers(context: Context): HandlersOf<'anchors'> {
  const inText = { whenLocked: 'refused' } as const
  return {
    'anchors.quotes': ({ articleId, mark, id }) => {
      if (!context.store.articles.get(articleId)) return noArticle()
      if (!exists(context, articleId, { mark, id })) return done([])
      return done(context.store.anchors.get(articleId, mark, id)?.quotes ?? [])
    },
    'anchors.place': (args) =>
      performForState(context, args.articleId, inText, (act) => place(context, act, args)),
    'anchors.confirm': (args) =>
      performForState(context, args.articleId, inText, (act) => confirm(context, act, args)),
    'anchors.detach': (args) =>
      performForState(context, args.articleId, inText, (act) => detach(context, act, args)),
  }
}
