import type { Outcome } from '../../../shared/contract.ts'
import type { StoredArticle } from '../../store/articles.ts'
import { stateOf } from '../act.ts'
import type { ArticleText } from '../article-text.ts'
import type { ReviewContext } from '../context.ts'
import { derivedOf } from '../derived.ts'
import { done, fail } from '../outcome.ts'
import { openRecord } from '../record.ts'
import type { Previewed } from './previewed.ts'
import { acceptedWords } from './accepted-words.ts'
import { keepBlobs, keepOriginals } from './blobs.ts'
import { keepVersions } from './keep-received.ts'
import { admitPeople } from './people.ts'
import type { Plan } from './plan.ts'
import { EXCHANGE_EVENTS } from './read-content.ts'
import { nextMove, rightFields } from './right.ts'
import { textOf } from './text-of-plan.ts'
import { nothingSaid, writeRows } from './write-content.ts'

const NEWER = 'This review was written by a newer Stet and can only be read here; update Stet to work on it.'

function newArticle({ content, relation }: Plan, text: ArticleText): StoredArticle {
  return {
    ...content.article,
    headSeq: 0,
    headline: text.index.headline.slice(0, 500),
    editRight: 'away',
    rightWith: '',
    readOnly: relation === 'read-only' ? NEWER : '',
  }
}

function take(context: ReviewContext, id: StoredArticle['id'], at: number): void {
  const { store, actor } = context
  const hand = { personId: actor().personId, at }
  store.custody.append(id, nextMove(context, store.custody.list(id), 'taken', hand))
}

function storeAll(
  context: ReviewContext,
  { name, read }: Previewed,
  plan: Plan,
  takes: boolean,
): StoredArticle {
  const { store, documents, actor, now } = context
  const at = now()
  const text = textOf(plan)
  const first = newArticle(plan, text)
  admitPeople(store, plan.people)
  keepBlobs(store, read.content, at)
  const record = openRecord(context, first.id)
  store.articles.insert(first)
  keepOriginals(store, read.content)
  documents.begin(first.id, text)
  writeRows(store, first.id, nothingSaid(plan.content), plan.content)
  keepVersions(context, read.content, plan)
  store.versions.setHead(first.id, plan.looked.head)
  if (takes) take(context, first.id, at)
  const article = { ...first, ...rightFields(context, first.id) }
  store.articles.update(article)
  const summary = acceptedWords(name, read.content.manifest, plan, takes)
  record.say({ at, personId: actor().personId, kind: EXCHANGE_EVENTS.accepted, summary })
  store.articles.saveDerived(first.id, derivedOf(stateOf(context, article, text), text.index))
  record.close()
  return article
}

const NO_TAKER =
  'A reporter does not take the right to edit. Nothing was changed; take it in without the right, or ask the desk.'

/** A review that was not here, in one transaction. */
export function storeNew(
  context: ReviewContext,
  previewed: Previewed,
  plan: Plan,
  takes: boolean,
): Outcome<null> {
  if (takes && context.actor().role === 'reporter') return fail('refused', NO_TAKER)
  const stored = context.store.transaction(() => done(storeAll(context, previewed, plan, takes)))
  if (!stored.ok) return stored
  context.platform.emit('articles.changed', {})
  return done(null)
}
