import type { SideOrigin } from '../../../shared/exchange/conflict-rows.ts'
import type { ReviewContent } from '../../../shared/exchange/review-content.ts'
import type { VersionGraph } from '../../../shared/exchange/version-graph.ts'
import type { ArticleId, VersionId } from '../../../shared/model/ids.ts'
import type { SavedVersion } from '../../../shared/model/version.ts'
import type { StoredArticle } from '../../store/articles.ts'
import type { ArticleText } from '../article-text.ts'
import type { Context } from '../context.ts'
import { contentOfVersion, readContent, saidIn } from './read-content.ts'

/** How a review stands here, as another desk would be told. */
export type Here = {
  readonly article: StoredArticle
  readonly text: ArticleText
  readonly content: ReviewContent
  /** The saved version that the work goes on from; null for what is older than versions. */
  readonly head: VersionId | null
  /** Whether that version says all that is said here now. */
  readonly isFrozen: boolean
}

type Parts = Pick<Context, 'store' | 'documents'>

export function standingHere({ store, documents }: Parts, articleId: ArticleId): Here | null {
  const article = store.articles.get(articleId)
  if (!article) return null
  const text = documents.load(articleId, article.headSeq)
  const content = readContent(store, article, text)
  const head = store.versions.head(articleId)
  const kept = head === null ? null : contentOfVersion(store, articleId, head)
  return { article, text, content, head, isFrozen: kept !== null && saidIn(kept) === saidIn(content) }
}

export function graphOf(versions: readonly Pick<SavedVersion, 'id' | 'parents'>[]): VersionGraph {
  return new Map(versions.map(({ id, parents }) => [id, parents]))
}

/** Of a merge, nobody: both desks make the same one. */
export function originOf(version: SavedVersion | undefined): SideOrigin {
  return version === undefined || version.kind === 'merge'
    ? { origin: null, at: null }
    : { origin: version.origin, at: version.at }
}

type Naming = Pick<SavedVersion, 'kind' | 'name'> & Pick<SavedVersion, 'id' | 'personId' | 'at'>

/** The version that what stands here would be kept as, made from the head. */
export function versionOf(
  { library }: Pick<Context, 'library'>,
  { article, text, head }: Here,
  naming: Naming,
): SavedVersion {
  return {
    ...naming,
    name: naming.name.slice(0, 200),
    articleId: article.id,
    edition: article.version,
    status: article.status,
    origin: library.id,
    textHash: text.textHash,
    words: text.index.words,
    parents: head === null ? [] : [head],
  }
}
