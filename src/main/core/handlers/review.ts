import type { Outcome } from '../../../shared/contract.ts'
import type { ArticleId } from '../../../shared/model/ids.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { noArticle, stateOf } from '../act.ts'
import type { ArticleText } from '../article-text.ts'
import type { Context, HandlersOf } from '../context.ts'
import { done } from '../outcome.ts'
import { listEarlier } from '../versions.ts'
import { verifyArticle } from '../verify-article.ts'
import { clearanceOf, readableReports, visibleState } from '../visible.ts'
import type { Clearance } from '../visible.ts'

type Reading = { readonly text: ArticleText; readonly state: ReviewState }

/** Text and state of an article as they stand now, and as a reader may see them. */
export function readReview(
  context: Context,
  articleId: ArticleId,
  clearance: Clearance = clearanceOf(context.actor()),
): Outcome<Reading> {
  const article = context.store.articles.get(articleId)
  if (!article) return noArticle()
  const text = context.documents.load(articleId, article.headSeq)
  return done({ text, state: visibleState(stateOf(context, article, text), clearance) })
}

export function reviewHandlers(context: Context): HandlersOf<'review'> {
  const { store } = context
  const told = () => context.told[clearanceOf(context.actor())]
  return {
    'review.open': ({ articleId }) => {
      listEarlier(context, articleId)
      const reading = readReview(context, articleId)
      if (!reading.ok) return reading
      const { text, state } = reading.value
      const token = told().tell(state)
      return done({ doc: text.doc.toJSON() as unknown, people: store.people.list(), state, token })
    },
    'review.state': ({ articleId }) => {
      const reading = readReview(context, articleId)
      return reading.ok ? done(reading.value.state) : reading
    },
    'review.news': ({ articleId, since }) => {
      const reading = readReview(context, articleId)
      return reading.ok ? done(told().tellNews(since, reading.value.state)) : reading
    },
    'review.log': ({ articleId }) =>
      store.articles.get(articleId) ? done(store.log.list(articleId)) : noArticle(),
    'review.decisions': ({ articleId }) =>
      store.articles.get(articleId) ? done(store.changeDecisions.list(articleId)) : noArticle(),
    'review.imports': ({ articleId }) =>
      store.articles.get(articleId) ? done(readableReports(context, articleId)) : noArticle(),
    'review.verify': ({ articleId, job }) =>
      context.jobs.run(job, 'Checking the record', (watch) => verifyArticle(context, articleId, watch)),
  }
}
