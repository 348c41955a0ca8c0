import type { Edit, Outcome, ParsedArgs } from '../../shared/contract.ts'
import { applyStoredSteps } from '../../shared/document/stored-steps.ts'
import type { Actor } from '../../shared/model/person.ts'
import { MAX_QUOTE, claimWords } from '../../shared/rules/claim-view.ts'
import { count } from '../../shared/rules/words.ts'
import type { StoredArticle } from '../store/articles.ts'
import { readText } from './article-text.ts'
import type { ArticleText } from './article-text.ts'
import { hasSharedChange } from './change-authors.ts'
import { deriveChangeRows } from './change-rows.ts'
import type { ChangeRows } from './change-rows.ts'
import type { Context } from './context.ts'
import { done, fail } from './outcome.ts'

type Decided = ParsedArgs<'document.save'>['decided']

type Standing = {
  readonly context: Context
  readonly article: StoredArticle
  readonly text: ArticleText
  readonly actor: Actor
  readonly at: number
}

type Edited = {
  readonly text: ArticleText
  readonly events: readonly (readonly [kind: string, summary: string])[]
}

const MAX_THREAD_QUOTE = MAX_QUOTE / 2

/**
 * Stores a batch of steps inside the caller's transaction, with every row that follows from it: change rows,
 * kept words of comments and claims. Returns the new text, and what the log should say of decisions.
 */
export function applyEdit(standing: Standing, edit: Edit, decided: Decided): Outcome<Edited> {
  const { context, article, text, actor, at } = standing
  if (edit.baseSeq !== text.seq) {
    return fail(
      'stale-base',
      'The text was changed elsewhere since this window loaded it. Nothing stored was changed; ' +
        'open the article again to go on from the stored text.',
    )
  }
  if (article.locked && edit.steps.length > 0) {
    return fail(
      'locked',
      'This article is approved and locked. Your last edit was not kept; re-open it first.',
    )
  }
  const applied = applyStoredSteps(text.doc, edit.steps)
  if (!applied.ok) {
    return fail('refused', `This edit does not fit the stored text and was not kept: ${applied.message}`)
  }
  const next = readText(applied.doc, text.seq + edit.steps.length)
  const rows = deriveChangeRows(
    context.store.changes.list(article.id),
    next.index,
    decided,
    actor.personId,
    at,
  )
  if (!rows.ok || hasSharedChange(applied.doc)) {
    return fail('refused', 'This edit makes a change in the name of somebody else. It was not kept.')
  }
  context.store.documents.append(article.id, {
    batchId: edit.batchId,
    authorId: actor.personId,
    at,
    firstSeq: edit.baseSeq + 1,
    steps: edit.steps,
  })
  for (const row of rows.save) context.store.changes.save(article.id, row)
  keepQuotes(context, article, next)
  return done({ text: next, events: tell(rows, decided) })
}

/** The last words each comment and claim had; when its words are gone, the old ones stay. */
function keepQuotes({ store }: Context, article: StoredArticle, { index }: ArticleText): void {
  for (const thread of store.threads.list(article.id)) {
    const quote = (index.comments.get(thread.id)?.words ?? '').slice(0, MAX_THREAD_QUOTE)
    if (quote !== '' && quote !== thread.quote) store.threads.update(article.id, { ...thread, quote })
  }
  for (const claim of store.claims.list(article.id)) {
    const quote = claimWords(claim.id, index)
    if (quote !== '' && quote !== claim.quote) store.claims.update(article.id, { ...claim, quote })
  }
}

function tell(rows: Extract<ChangeRows, { ok: true }>, decided: Decided): Edited['events'] {
  const reasons = [...new Set(decided.map((one) => one.reason).filter((reason) => reason !== ''))]
  const why = reasons.length === 0 ? '' : ` Reason: ${reasons.join('; ')}`
  const events: [string, string][] = []
  const changes = (amount: number) => count(amount, 'change', 'changes')
  if (rows.accepted > 0) events.push(['change.accept', `Accepted ${changes(rows.accepted)}.${why}`])
  if (rows.rejected > 0) events.push(['change.reject', `Rejected ${changes(rows.rejected)}.${why}`])
  if (rows.undone > 0) events.push(['change.undo', `Decision undone: ${changes(rows.undone)} open again.`])
  if (rows.lost > 0) {
    events.push(['change.withdraw', `${changes(rows.lost)} of somebody else left the text undecided.`])
  }
  return events
}
