import type { Node } from 'prosemirror-model'
import type { Edit, Outcome, ParsedArgs } from '../../shared/contract.ts'
import { findsInText } from '../../shared/document/index/stands-in-text.ts'
import type { AnchorRecord } from '../../shared/model/anchor.ts'
import type { ArticleId } from '../../shared/model/ids.ts'
import type { Actor, Person } from '../../shared/model/person.ts'
import type { ReviewState } from '../../shared/model/review.ts'
import { holdsRole } from '../../shared/rules/held-roles.ts'
import { assembleReviewState } from '../../shared/rules/review-state.ts'
import type { StoredAnchor } from '../store/anchors.ts'
import type { StoredArticle } from '../store/articles.ts'
import { adoptText } from './exchange/adopt-text.ts'
import { approvedVersion } from './approved-version.ts'
import type { ArticleText } from './article-text.ts'
import type { ReviewContext } from './context.ts'
import { derivedOf } from './derived.ts'
import { sha256 } from './hash.ts'
import { done, fail } from './outcome.ts'
import { openRecord } from './record.ts'
import type { ActRecord } from './record.ts'
import { refuseAct } from './refuse-act.ts'
import type { ActOptions } from './refuse-act.ts'
import { replaceText } from './replace-text.ts'
import type { Earlier, Replaced } from './replace-text.ts'
import { applyEdit } from './text-edit.ts'
import { clearanceOf, visibleState } from './visible.ts'

/** The window asks for quotations when it needs them. */
function withoutQuotes({ mark, id, attachment, confirmedBy, confirmedAt }: StoredAnchor): AnchorRecord {
  return { mark, id, attachment, confirmedBy, confirmedAt }
}

export type Decided = ParsedArgs<'document.save'>['decided']

/** What a person does to one article, in one transaction. */
export type Act = {
  readonly actor: Actor
  readonly at: number
  /** As they are now, with what this act has changed so far. */
  article(): StoredArticle
  text(): ArticleText
  state(): ReviewState
  /** Stores text edits; a batch that was stored before changes nothing. */
  edit(edit: Edit, decided: Decided): Outcome<{ readonly seq: number; readonly at: number }>
  /** Makes an earlier text the present one. */
  replace(earlier: Earlier): Outcome<Replaced>
  /** Makes the text of a merge the present one; its rows are the caller's to write. */
  adopt(doc: Node): void
  change(fields: Partial<Omit<StoredArticle, 'id' | 'headSeq'>>): void
  log(kind: string, summary: string): void
}

export function noArticle() {
  return fail('not-found', 'This article is not in the library any more.')
}

/** Everything said about an article, from its rows and its document as they stand now. */
export function stateOf(context: ReviewContext, article: StoredArticle, text: ArticleText): ReviewState {
  const { store } = context
  const records = {
    article,
    actor: context.actor(),
    exportChecks: store.exportChecks.latest(article.id),
    workflow: context.workflow,
    index: text.index,
    stands: findsInText(text.index),
    textHash: text.textHash,
    approvedVersionId: approvedVersion(store, article.id),
    changes: store.changes.list(article.id),
    changeSets: store.changeSets.list(article.id),
    anchors: store.anchors.list(article.id).map(withoutQuotes),
    threads: store.threads.list(article.id),
    claims: store.claims.list(article.id),
    sources: store.sources.list(article.id),
    waivers: store.waivers.list(article.id),
    replies: store.replies.list(article.id),
    consultations: store.consultations.list(article.id),
    dismissals: store.dismissals.list(article.id),
    conflicts: store.conflicts.list(article.id),
    signOffs: store.signOffs.list(article.id),
    people: store.people.list() satisfies readonly Person[],
  }
  return assembleReviewState(records, context.rules, sha256)
}

function createAct(context: ReviewContext, stored: StoredArticle, record: ActRecord): Act {
  const { store, documents } = context
  const actor = context.actor()
  const at = context.now()
  const log = (kind: string, summary: string) => record.say({ at, personId: actor.personId, kind, summary })
  let article = stored
  let text = documents.load(stored.id, stored.headSeq)
  const stand = (next: ArticleText): void => {
    text = next
    article = { ...article, headSeq: next.seq, headline: next.index.headline.slice(0, 500) }
  }

  return {
    actor,
    at,
    article: () => article,
    text: () => text,
    state: () => stateOf(context, article, text),
    edit: (edit, decided) => {
      const known = store.documents.batch(article.id, edit.batchId)
      if (known) return done(known)
      const applied = applyEdit({ context, article, text, actor, at }, edit, decided)
      if (!applied.ok) return applied
      stand(applied.value.text)
      for (const [kind, summary] of applied.value.events) log(kind, summary)
      return done({ seq: text.seq, at })
    },
    replace: (earlier) => {
      const replaced = replaceText({ context, article, text, actor, at }, earlier)
      if (replaced.ok) stand(replaced.value.text)
      return replaced
    },
    adopt: (doc) => stand(adoptText({ context, article, text, actor, at }, doc)),
    change: (fields) => {
      article = { ...article, ...fields }
    },
    log,
  }
}

/** Roles may be held on one desk alone; then they count for the articles of that desk. */
function refuseRole({ store, actor }: ReviewContext, { desk }: StoredArticle): Outcome<never> | null {
  const { personId, role } = actor()
  const person = store.people.get(personId)
  if (person && holdsRole(person, role, desk)) return null
  const where = desk === '' ? 'on an article without a desk' : `on the desk “${desk}”`
  return fail(
    'refused',
    `${person?.name ?? 'Nobody known'} does not hold the role “${role}” ${where}. ` +
      'Nothing was changed; switch to another role or person, or give the role under People.',
  )
}

/** `state`: the whole of it; who is told it may see less (visible.ts). */
type Performed<T> = { readonly value: T; readonly state: ReviewState }

/**
 * Runs one act on an article: its writes, its log events and the numbers derived from them are stored together
 * or not at all. What is kept in memory and what windows are told follow the commit.
 */
export function perform<T>(
  context: ReviewContext,
  articleId: ArticleId,
  options: ActOptions,
  run: (act: Act) => Outcome<T>,
): Outcome<Performed<T>> {
  const { store, documents, platform } = context
  const before = store.articles.row(articleId)
  let kept: ArticleText | null = null
  const outcome = store.transaction((): Outcome<Performed<T>> => {
    const stored = store.articles.get(articleId)
    if (!stored) return noArticle()
    const refused = refuseAct(stored, options)
    if (refused) return refused
    const away = refuseRole(context, stored)
    if (away) return away
    const record = openRecord(context, articleId)
    const act = createAct(context, stored, record)
    const ran = run(act)
    if (!ran.ok) return ran
    act.change({ updatedAt: act.at })
    store.articles.update(act.article())
    const state = act.state()
    store.articles.saveDerived(articleId, derivedOf(state, act.text().index))
    documents.snapshotWhenDue(articleId, act.text())
    record.close()
    kept = act.text()
    return done({ value: ran.value, state })
  })
  if (!outcome.ok) return outcome
  if (kept) documents.keep(articleId, kept)
  platform.emit('review.changed', { articleId, seq: outcome.value.state.seq })
  const after = store.articles.row(articleId)
  if (JSON.stringify({ ...before, ...SAVED_ONLY }) !== JSON.stringify({ ...after, ...SAVED_ONLY })) {
    platform.emit('articles.changed', {})
  }
  return outcome
}

/** Fields that move with every save; the desk list need not be fetched again for them alone. */
const SAVED_ONLY = { headSeq: 0, updatedAt: 0, textHash: '' }

/** For methods that answer with the new state, as whoever is at the desk may see it. */
export function performForState(
  context: ReviewContext,
  articleId: ArticleId,
  options: ActOptions,
  run: (act: Act) => Outcome<unknown>,
): Outcome<ReviewState> {
  const outcome = perform(context, articleId, options, run)
  return outcome.ok ? done(visibleState(outcome.value.state, clearanceOf(context.actor()))) : outcome
}
