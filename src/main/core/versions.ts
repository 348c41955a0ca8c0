import { SCHEMA_VERSION } from '../../shared/document/schema.ts'
import { readSnapshot } from '../../shared/document/stored-steps.ts'
import { storedForm } from '../../shared/document/stored-form.ts'
import type { ArticleId, PersonId, VersionId } from '../../shared/model/ids.ts'
import type { SavedVersion, VersionKind } from '../../shared/model/version.ts'
import type { StoredArticle } from '../store/articles.ts'
import type { KeptSnapshot } from '../store/documents.ts'
import { readText } from './article-text.ts'
import type { ArticleText } from './article-text.ts'
import type { Context } from './context.ts'
import { done } from './outcome.ts'
import { openRecord } from './record.ts'

/** What is kept: an act has all of it. */
type Standing = {
  readonly at: number
  readonly actor: { readonly personId: PersonId }
  article(): StoredArticle
  text(): ArticleText
}

type Wanted = {
  readonly kind: VersionKind
  /** The cause in words. */
  readonly name: string
  /** Where it is not a new one: two desks make the same merge. */
  readonly id?: VersionId
  /** The head, where nothing else is said. */
  readonly parents?: readonly VersionId[]
  /** The rows of the review as JSON text, for exchange. */
  readonly content?: string
}

type Parts = Pick<Context, 'store' | 'newId' | 'library'>

/**
 * Freezes the text as it stands, inside the caller's transaction, and makes it the head. Every call adds a version:
 * that an article moved is worth a line of its own, also where no word changed. The same text takes room once.
 */
export function keepVersion(context: Parts, standing: Standing, wanted: Wanted): VersionId {
  const { store, newId, library } = context
  const article = standing.article()
  const text = standing.text()
  if (wanted.kind !== 'import') keepEarlier(context, article)
  const head = store.versions.head(article.id)
  const version: SavedVersion = {
    id: wanted.id ?? (newId() as VersionId),
    articleId: article.id,
    kind: wanted.kind,
    name: wanted.name.slice(0, 200),
    edition: article.version,
    status: article.status,
    personId: standing.actor.personId,
    origin: library.id,
    at: standing.at,
    textHash: text.textHash,
    words: text.index.words,
    parents: wanted.parents ?? (head === null ? [] : [head]),
  }
  const document = JSON.stringify(storedForm(text.doc))
  const content = wanted.content ?? null
  store.versions.append(version, { document, content, schemaVersion: SCHEMA_VERSION })
  store.versions.setHead(article.id, version.id)
  return version.id
}

/** Whether the text differs from the version that the work goes on from; true too where there is none yet. */
export function isTextNew(
  { store }: Pick<Context, 'store'>,
  articleId: ArticleId,
  text: ArticleText,
): boolean {
  const head = store.versions.head(articleId)
  return head === null || store.versions.document(articleId, head) !== JSON.stringify(storedForm(text.doc))
}

/**
 * Articles that are older than versions: their import and their approvals were kept as snapshots, and are listed as
 * what they are. In a transaction; does nothing where an article has versions.
 */
function keepEarlier(context: Parts, article: StoredArticle): void {
  const { store } = context
  if (store.versions.head(article.id) !== null) return
  for (const snapshot of store.documents.kept(article.id)) keepSnapshot(context, article, snapshot)
}

/** As `keepEarlier`, in a transaction of its own: before somebody looks. */
export function listEarlier(context: Parts, articleId: ArticleId): void {
  const article = context.store.articles.get(articleId)
  if (!article || context.store.versions.head(articleId) !== null) return
  context.store.transaction(() => {
    const record = openRecord(context, articleId)
    keepEarlier(context, article)
    record.close()
    return done(null)
  })
}

function keepSnapshot({ store, newId, library }: Parts, article: StoredArticle, kept: KeptSnapshot): void {
  const { seq, reason, json, at } = kept
  const parsed = readSnapshot(JSON.parse(json))
  if (!parsed.ok) return
  const text = readText(parsed.doc, seq)
  const head = store.versions.head(article.id)
  const signed =
    reason === 'approval'
      ? store.signOffs
          .list(article.id)
          .find((one) => one.slot === 'approval' && one.textHash === text.textHash)
      : undefined
  const version: SavedVersion = {
    id: newId() as VersionId,
    articleId: article.id,
    kind: reason === 'import' ? 'import' : 'sign-off',
    name: reason === 'import' ? importName(article.importedFrom) : 'Approved',
    edition: signed?.version ?? 1,
    status: reason === 'import' ? 'draft' : 'approved',
    personId: signed?.personId ?? null,
    origin: library.id,
    at,
    textHash: text.textHash,
    words: text.index.words,
    parents: head === null ? [] : [head],
  }
  store.versions.append(version, { document: json, content: null, schemaVersion: SCHEMA_VERSION })
  store.versions.setHead(article.id, version.id)
}

/** How the first version is called. */
export function importName(file: string | null): string {
  return file === null ? 'Imported' : `Imported “${file}”`.slice(0, 200)
}
