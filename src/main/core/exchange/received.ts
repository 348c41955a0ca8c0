import { knownAuthors, withKnownAuthors } from '../../../shared/exchange/known-authors.ts'
import type { PackageContent, PackageVersion } from '../../../shared/exchange/package.ts'
import type { ReviewContent } from '../../../shared/exchange/review-content.ts'
import type { VersionId } from '../../../shared/model/ids.ts'
import type { SavedVersion } from '../../../shared/model/version.ts'
import type { ArticleText } from '../article-text.ts'
import type { Here } from './standing-here.ts'
import { contentFrom } from './read-content.ts'

/** A package as it is looked at here: its head, and each version as it tells of it. */
export type Received = {
  readonly content: ReviewContent
  readonly head: VersionId
  /** With the one that stands for the package itself, where it brings no history. */
  readonly versions: readonly SavedVersion[]
  /** As the package tells it; null where it does not. */
  contentOf(id: string): ReviewContent | null
}

/** For a package without versions: its text is one, as far as it goes. */
export function versionOfPackage(
  { manifest, review }: PackageContent,
  { textHash, index }: Pick<ArticleText, 'textHash' | 'index'>,
  head: VersionId,
): SavedVersion {
  return {
    id: head,
    articleId: manifest.articleId,
    kind: 'received',
    name: `Received from “${manifest.from.name || 'another desk'}”`,
    edition: review.article.version,
    status: review.article.status,
    personId: null,
    origin: manifest.from.id,
    at: manifest.at,
    textHash,
    words: index.words,
    parents: [],
  }
}

/** `text`: of the package's own document. */
export function readReceived(
  content: PackageContent,
  text: Pick<ArticleText, 'textHash' | 'index'>,
  here: Here | null,
): Received {
  const { manifest, review, versions } = content
  // Without one the package stands for itself, under its own name.
  const head = manifest.head ?? (manifest.packageId as VersionId)
  const authors = here ? knownAuthors(here.content) : new Map<string, string>()
  const told = new Map<string, PackageVersion>(versions.map((one) => [one.version.id, one]))
  const own = withKnownAuthors(review, authors)
  const headVersion = told.has(head) ? [] : [versionOfPackage(content, text, head)]
  return {
    content: own,
    head,
    versions: [...versions.map(({ version }) => version), ...headVersion],
    contentOf: (id) => {
      if (id === head) return own
      const one = told.get(id)
      if (!one || one.content === null) return null
      return withKnownAuthors(contentFrom(one.document, one.content), authors)
    },
  }
}
