import { join } from 'node:path'
import type { PackageOriginal, PackageRequest, VersionRows } from '../../src/shared/exchange/package.ts'
import type { ReviewContent } from '../../src/shared/exchange/review-content.ts'
import { pictureNames } from '../../src/shared/document/pictures.ts'
import { schema } from '../../src/shared/document/schema.ts'
import { storedForm } from '../../src/shared/document/stored-form.ts'
import { parseDocument } from '../../src/shared/document/stored-steps.ts'
import type { ArticleId, LibraryId } from '../../src/shared/model/ids.ts'
import type { Audience } from '../../src/shared/model/review.ts'
import { canonicalJson } from '../../src/shared/rules/canonical-json.ts'
import { sha256 } from '../../src/main/core/hash.ts'
import { openStore } from '../../src/main/store/open-store.ts'
import type { Store } from '../../src/main/store/open-store.ts'
import { AT } from './rows.ts'

function originalOf(name: string, cause: PackageOriginal['cause'], audience: PackageOriginal['audience']) {
  const bytes = new TextEncoder().encode(`The bytes of ${name}`)
  return { sha256: sha256(bytes), cause, audience, name, at: AT, bytes }
}

/** The Word file it was made from, and a copy with legal's comments that came back; no reader opens them. */
export const ORIGINALS: readonly PackageOriginal[] = [
  originalOf('draft.docx', 'import', 'desk'),
  originalOf('for-legal.docx', 'return', 'legal'),
].toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1))

/** Whole reviews out of libraries that were worked in through the core, as what packages are made of. */

const LIBRARY = { id: 'library-regional' as LibraryId, name: 'Regional desk' }

/** `doc`: the text as it stands, ProseMirror JSON. The newest version keeps the rows as they are. */
export function requestOf(
  folder: string,
  articleId: ArticleId,
  doc: unknown,
  audience: Audience = 'internal',
): PackageRequest {
  const opened = openStore(join(folder, 'library.stet-db'))
  if (!opened.ok) throw new Error(opened.error.message)
  const store = opened.value
  try {
    const review = reviewOf(store, articleId, doc)
    const { document: _document, ...rows } = review
    const versions = versionsOf(store, articleId, rows)
    const names = versions.flatMap(({ document }) => picturesOf(JSON.parse(document)))
    const wanted = review.sources.flatMap(({ file }) => (file === null ? [] : [file.sha256]))
    return {
      manifest: {
        app: '0.1.0',
        packageId: 'package-1',
        articleId,
        audience,
        purpose: 'copy',
        from: LIBRARY,
        by: 'Ines Calloway',
        at: AT,
        head: store.versions.head(articleId),
      },
      review,
      people: store.people.list().map(({ id, name, initials, hue }) => ({ id, name, initials, hue })),
      versions,
      pictures: store.pictures.getAll([...names, ...picturesOf(doc)]),
      files: new Map(
        wanted.flatMap((name) => {
          const bytes = store.attachments.get(name)
          return bytes ? [[name, bytes] as const] : []
        }),
      ),
      originals: ORIGINALS,
    }
  } finally {
    store.close()
  }
}

function picturesOf(json: unknown): readonly string[] {
  const parsed = parseDocument(json)
  return parsed.ok ? [...pictureNames(parsed.doc)] : []
}

function versionsOf(store: Store, articleId: ArticleId, rows: VersionRows): PackageRequest['versions'] {
  const head = store.versions.head(articleId)
  return store.versions.list(articleId).map((version) => ({
    version,
    document: store.versions.document(articleId, version.id) ?? '',
    content: version.id === head ? canonicalJson(rows) : store.versions.content(articleId, version.id),
  }))
}

function reviewOf(store: Store, articleId: ArticleId, document: unknown): ReviewContent {
  const stored = store.articles.get(articleId)
  if (!stored) throw new Error('no such article')
  return {
    article: stored,
    document: storedForm(schema.nodeFromJSON(document)),
    changes: store.changes.list(articleId),
    changeSets: store.changeSets.signed(articleId),
    changeDecisions: store.changeDecisions.list(articleId),
    anchors: store.anchors.list(articleId),
    threads: store.threads.list(articleId),
    claims: store.claims.list(articleId),
    sources: store.sources.list(articleId),
    waivers: store.waivers.list(articleId),
    replies: store.replies.list(articleId),
    consultations: store.consultations.list(articleId),
    dismissals: store.dismissals.list(articleId),
    signOffs: store.signOffs.list(articleId),
    log: store.log.list(articleId),
    conflicts: store.conflicts.list(articleId),
    custody: store.custody.list(articleId),
  }
}
