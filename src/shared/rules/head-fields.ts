import type { DocumentIndex } from '../document/index/document-index.ts'
import type { Article } from '../model/article.ts'
import type { HeadField } from '../model/workflow-book.ts'

/** What stands over the article and is empty. The byline may stand in the text, or be given by naming the reporter. */
export function emptyHeadFields(
  article: Pick<Article, 'authorId' | 'slug'>,
  index: Pick<DocumentIndex, 'headline' | 'byline'>,
): readonly HeadField[] {
  return [
    ...(index.headline.trim() === '' ? (['headline'] as const) : []),
    ...(index.byline.trim() === '' && article.authorId === null ? (['byline'] as const) : []),
    ...(article.slug.trim() === '' ? (['slug'] as const) : []),
  ]
}
