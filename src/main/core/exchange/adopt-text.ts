import type { Node } from 'prosemirror-model'
import { replacingStep } from '../../../shared/document/replace-whole.ts'
import type { PersonId } from '../../../shared/model/ids.ts'
import type { StoredArticle } from '../../store/articles.ts'
import { readText } from '../article-text.ts'
import type { ArticleText } from '../article-text.ts'
import type { ReviewContext } from '../context.ts'

type Standing = {
  readonly context: ReviewContext
  readonly article: StoredArticle
  readonly text: ArticleText
  readonly actor: { readonly personId: PersonId }
  readonly at: number
}

/**
 * Makes the text of a merge the present one, as one stored step of whoever took it in. What it says of others is in
 * their names already, and its rows are written by the caller: the checks of an edit do not apply.
 */
export function adoptText({ context, article, text, actor, at }: Standing, doc: Node): ArticleText {
  const step = replacingStep(text.doc, doc)
  if (step === null) return text
  const batch = { batchId: context.newId(), authorId: actor.personId, at, firstSeq: text.seq + 1 }
  context.store.documents.append(article.id, { ...batch, steps: [step.toJSON() as unknown] })
  const applied = step.apply(text.doc)
  if (!applied.doc?.eq(doc)) throw new Error(`A step to the merged text of ${article.id} does not give it`)
  return readText(applied.doc, text.seq + 1, text)
}
