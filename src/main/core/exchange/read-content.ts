import type { ReviewContent } from '../../../shared/exchange/review-content.ts'
import { sortContent } from '../../../shared/exchange/sort-content.ts'
import type { VersionRows } from '../../../shared/exchange/package.ts'
import type { ArticleId } from '../../../shared/model/ids.ts'
import { canonicalJson } from '../../../shared/rules/canonical-json.ts'
import type { StoredArticle } from '../../store/articles.ts'
import type { Store } from '../../store/open-store.ts'
import type { ArticleText } from '../article-text.ts'
import { storedForm } from '../../../shared/document/stored-form.ts'

/** The rows of an article as what is exchanged of them; private ones too, which leave only by the writer of packages. */
export function readContent(store: Store, article: StoredArticle, text: ArticleText): ReviewContent {
  const {
    id,
    headSeq: _,
    headline: _head,
    editRight: _right,
    rightWith: _with,
    readOnly: _only,
    ...said
  } = article
  return sortContent({
    article: { ...said, id },
    document: storedForm(text.doc),
    changes: store.changes.list(id),
    changeSets: store.changeSets.signed(id),
    changeDecisions: store.changeDecisions.list(id),
    anchors: store.anchors.list(id),
    threads: store.threads.list(id),
    claims: store.claims.list(id),
    sources: store.sources.list(id),
    waivers: store.waivers.list(id),
    replies: store.replies.list(id),
    consultations: store.consultations.list(id),
    dismissals: store.dismissals.list(id),
    signOffs: store.signOffs.list(id),
    log: store.log.list(id),
    conflicts: store.conflicts.list(id),
    custody: store.custody.list(id),
  })
}

/** As it is kept with a saved version, which has the document beside it. */
export function rowsText({ document: _document, ...rows }: ReviewContent): string {
  return JSON.stringify(rows satisfies VersionRows)
}

/** What both texts were written as; they were checked when they came in. */
export function contentFrom(document: string, rows: string): ReviewContent {
  return { ...(JSON.parse(rows) as VersionRows), document: JSON.parse(document) as unknown }
}

/** The whole review as it was when the version was kept; null where only its text was. */
export function contentOfVersion(
  { versions }: Store,
  articleId: ArticleId,
  id: string,
): ReviewContent | null {
  const rows = versions.content(articleId, id)
  const document = rows === null ? null : versions.document(articleId, id)
  return rows === null || document === null ? null : contentFrom(document, rows)
}

/** Kinds of log events that tell of an exchange itself: they are each desk's own, and no reason for a new version. */
export const EXCHANGE_EVENTS = {
  created: 'package.create',
  accepted: 'package.accept',
  exported: 'export',
  signed: 'export.signed',
} as const

const OWN_EVENTS: ReadonlySet<string> = new Set(Object.values(EXCHANGE_EVENTS))

/** What counts as said. Versions are told apart by it, and the reviews of two desks compared. */
export function saidIn(content: ReviewContent): string {
  const { article, log, ...rows } = sortContent(content)
  const told = log.filter((event) => !OWN_EVENTS.has(event.kind))
  return canonicalJson({ ...rows, log: told, article: { ...article, updatedAt: 0 } })
}
