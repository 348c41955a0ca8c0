import type { Node } from 'prosemirror-model'
import { sha256 } from '../../src/main/core/hash.ts'
import { canonicalText } from '../../src/shared/document/canonical.ts'
import { schema } from '../../src/shared/document/schema.ts'
import type { PackageRequest, PackageVersion } from '../../src/shared/exchange/package.ts'
import type { ArticleId, LibraryId, VersionId } from '../../src/shared/model/ids.ts'
import type { SavedVersion } from '../../src/shared/model/version.ts'
import { AT, articleRow } from '../support/rows.ts'
import { PEOPLE, recordsOf } from './editor/review-of.ts'
import { buildWorkload } from './editor/workload.ts'

/** Each has one paragraph more than the one before. */
function versionsOf(doc: Node, amount: number, content: string): readonly PackageVersion[] {
  return Array.from({ length: amount }, (_, at) => {
    const more = schema.nodes.para.create(null, schema.text(`Version ${at}.`))
    const text = doc.copy(doc.content.addToEnd(more))
    const version: SavedVersion = {
      id: `version-${at}` as VersionId,
      articleId: 'article' as ArticleId,
      kind: 'named',
      name: `Version ${at}`,
      edition: 1,
      status: 'draft',
      personId: PEOPLE[0]?.id ?? null,
      origin: 'library' as LibraryId,
      at: AT + at,
      textHash: sha256(canonicalText(text)),
      words: 100_000,
      parents: at === 0 ? [] : [`version-${at - 1}` as VersionId],
    }
    const isLast = at === amount - 1
    return { version, document: JSON.stringify(text.toJSON()), content: isLast ? content : null }
  })
}

/** 100,000 words with 5,000 changes, 2,000 comments and 500 claims, as a package is made of them. */
export function largeReview(versions: number): PackageRequest {
  const doc = buildWorkload('L')
  const rows = {
    article: articleRow({ id: 'article' as ArticleId }),
    ...recordsOf(doc),
    changeSets: [],
    changeDecisions: [],
    anchors: [],
    sources: [],
    waivers: [],
    replies: [],
    consultations: [],
    dismissals: [],
    signOffs: [],
    log: [],
    conflicts: [],
    custody: [],
  }
  const kept = versionsOf(doc, versions, JSON.stringify(rows))
  return {
    manifest: {
      app: '0.1.0',
      packageId: 'package',
      articleId: 'article' as ArticleId,
      audience: 'internal',
      purpose: 'copy',
      from: { id: 'library' as LibraryId, name: 'Regional' },
      by: 'Ines Calloway',
      at: AT,
      head: kept.at(-1)?.version.id ?? null,
    },
    review: { ...rows, document: JSON.parse(kept.at(-1)?.document ?? '') as unknown },
    people: PEOPLE.map(({ id, name, initials, hue }) => ({ id, name, initials, hue })),
    versions: kept,
    pictures: new Map(),
    files: new Map(),
    originals: [],
  }
}
