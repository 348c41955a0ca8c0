import type { Accepted, Outcome } from '../../../shared/contract.ts'
import type { ReadPackage } from '../../../shared/exchange/package.ts'
import type { StoredArticle } from '../../store/articles.ts'
import { perform } from '../act.ts'
import type { Act } from '../act.ts'
import type { ReviewContext } from '../context.ts'
import { done, fail } from '../outcome.ts'
import { keepBlobs, keepOriginals } from './blobs.ts'
import { listEarlier } from '../versions.ts'
import { acceptedWords } from './accepted-words.ts'
import { keepContent, keepVersions, mergeVersion } from './keep-received.ts'
import { admitPeople } from './people.ts'
import type { Previewed } from './previewed.ts'
import { planAcceptance } from './plan.ts'
import type { Plan } from './plan.ts'
import { EXCHANGE_EVENTS } from './read-content.ts'
import { moveRight, refuseMover, rightFields } from './right.ts'
import { shownOf } from './shown.ts'
import { storeNew } from './store-new.ts'
import { textOf } from './text-of-plan.ts'
import { writeRows } from './write-content.ts'

const LOOK_AGAIN =
  'The article has changed since this was shown, and the package would do something else now. Nothing was changed; look at it again.'

/** A locked article takes no steps; what locks it, or not, is written with the rest of its row. */
function adopt({ store }: ReviewContext, act: Act, plan: Plan): void {
  const next = textOf(plan, act.text())
  if (next.doc.eq(act.text().doc)) return
  const article = act.article()
  if (article.locked) store.articles.update({ ...article, locked: false, status: 'desk-edit' })
  act.adopt(next.doc)
}

function keepHead(context: ReviewContext, act: Act, plan: Plan): void {
  const { store } = context
  const { id } = act.article()
  const { head, brought } = plan.looked
  if (brought?.place === 'apart' && !store.versions.get(id, head)) {
    const { textHash, index } = act.text()
    keepContent(context, mergeVersion(plan, { textHash, words: index.words }), plan.content)
  }
  store.versions.setHead(id, head)
}

function fieldsOf({ content }: Plan): Partial<StoredArticle> {
  const { id: _, ...fields } = content.article
  return fields
}

/** Everything that the package brings, in the transaction of the act. */
function storeInto(context: ReviewContext, act: Act, read: ReadPackage, plan: Plan): void {
  const { store } = context
  const { id } = act.article()
  if (!plan.here) throw new Error('An article that is here was planned as a new one')
  admitPeople(store, plan.people)
  keepBlobs(store, read.content, act.at)
  keepOriginals(store, read.content)
  const { own } = plan.looked
  if (own && !plan.here.isFrozen) keepContent(context, own, plan.here.content)
  keepVersions(context, read.content, plan)
  adopt(context, act, plan)
  writeRows(store, id, plan.here.content, plan.content)
  if (plan.content.article.slug !== act.article().slug) store.search.markStale(id)
  act.change({ ...fieldsOf(plan), ...rightFields(context, id) })
  keepHead(context, act, plan)
}

function acceptInto(context: ReviewContext, previewed: Previewed, plan: Plan, takes: boolean): Outcome<null> {
  const { name, read, report } = previewed
  const { articleId } = read.content.manifest
  const isNew = plan.relation !== 'nothing-new'
  const outcome = perform(context, articleId, { whenLocked: 'allowed' }, (act) => {
    const refused = takes ? refuseMover(act) : null
    if (refused) return refused
    const before = act.text().seq
    if (isNew) storeInto(context, act, read, plan)
    if (isNew && report) context.store.importReports.append(articleId, { ...report, at: act.at })
    if (takes) moveRight(context, act, 'taken')
    const words = previewed.words ?? acceptedWords(name, read.content.manifest, plan, takes)
    act.log(EXCHANGE_EVENTS.accepted, words)
    return done(act.text().seq === before ? null : act.text().seq)
  })
  if (!outcome.ok) return outcome
  const seq = outcome.value.value
  if (seq !== null) context.platform.emit('text.replaced', { articleId, seq })
  return done(null)
}

/** All of it or nothing: what is refused, or breaks off, leaves the library as it was. */
export function acceptPackage(
  context: ReviewContext,
  previewed: Previewed,
  takeRight: boolean,
): Outcome<Accepted> {
  const { articleId } = previewed.read.content.manifest
  if (context.store.articles.get(articleId)) listEarlier(context, articleId)
  const planned = planAcceptance(context, previewed.read, previewed.looked)
  if (!planned.ok) return planned
  const plan = planned.value
  if (shownOf(plan) !== previewed.shown) return fail('refused', LOOK_AGAIN)
  if (plan.refusal !== null) return fail('refused', plan.refusal)
  const takes = takeRight && plan.rightOffered
  const { relation, brings, conflicts, warnings } = plan
  const accepted = { articleId, relation, brings, conflicts: conflicts.length, warnings }
  if (relation === 'nothing-new' && !takes) return done(accepted)
  const stored = plan.here
    ? acceptInto(context, previewed, plan, takes)
    : storeNew(context, previewed, plan, takes)
  if (!stored.ok) return stored
  if (plan.people.length > 0) context.platform.emit('session.changed', {})
  return done(accepted)
}
