import { packageOriginal, packagePerson } from '../../shared/exchange/package.ts'
import type { PackageRequest } from '../../shared/exchange/package.ts'
import { exchangedArticle } from '../../shared/exchange/review-content.ts'
import { savedVersion } from '../../shared/model/version.ts'
import { canonicalJson } from '../../shared/rules/canonical-json.ts'
import { sha256 } from '../core/hash.ts'
import { FILE_KIND, ORIGINAL_KIND } from './format.ts'
import type { RawBlob, RawPackage, RawRecord, RawVersion } from './format.ts'
import { ARTICLE_KIND, idOfRow, KINDS, LIST_NAMES, PERSON_KIND, rowSchema } from './kinds.ts'
import { writeManifest } from './manifest.ts'
import { pack } from './packed.ts'

/** What is to be written, as rows. Throws on rows that are none of theirs: they come from this very program. */
export function toRaw(request: PackageRequest): RawPackage {
  const blobs = new Map<string, RawBlob>()
  const keepText = (kind: string, text: string): string => {
    const name = sha256(text)
    const key = `${name} ${kind}`
    if (!blobs.has(key)) blobs.set(key, { sha256: name, kind, bytes: pack(text) })
    return name
  }
  const document = keepText('document', JSON.stringify(request.review.document))
  const versions = request.versions.map(({ version, document: text, content }): RawVersion => {
    return {
      id: version.id,
      body: canonicalJson(savedVersion.parse(version)),
      document: keepText('document', text),
      content: content === null ? null : keepText('content', content),
    }
  })
  for (const [name, { type, bytes }] of request.pictures) {
    blobs.set(`${name} ${type}`, { sha256: name, kind: type, bytes })
  }
  for (const [name, bytes] of request.files) {
    blobs.set(`${name} ${FILE_KIND}`, { sha256: name, kind: FILE_KIND, bytes })
  }
  for (const { sha256: name, bytes } of request.originals) {
    blobs.set(`${name} ${ORIGINAL_KIND}`, { sha256: name, kind: ORIGINAL_KIND, bytes })
  }
  return {
    manifest: writeManifest(request, document),
    records: recordsOf(request),
    versions,
    blobs: sorted([...blobs.values()], (blob) => `${blob.sha256} ${blob.kind}`),
  }
}

function recordsOf({ review, people, originals }: PackageRequest): readonly RawRecord[] {
  const article = canonicalJson(exchangedArticle.parse(review.article))
  const rows = LIST_NAMES.flatMap((name) => {
    const schema = rowSchema(name)
    return review[name].map((row: unknown) => ({
      kind: KINDS[name].kind,
      id: idOfRow(name, row),
      body: canonicalJson(schema.parse(row)),
    }))
  })
  const named = people.map((one) => ({
    kind: PERSON_KIND,
    id: one.id,
    body: canonicalJson(packagePerson.parse(one)),
  }))
  const kept = originals.map((one) => ({
    kind: ORIGINAL_KIND,
    id: one.sha256,
    // Without the bytes, which have a table of their own.
    body: canonicalJson(packageOriginal.parse(one)),
  }))
  const all = [{ kind: ARTICLE_KIND, id: review.article.id, body: article }, ...named, ...rows, ...kept]
  return sorted(all, ({ kind, id }) => `${kind} ${id}`)
}

/** So that the pages of the file are filled in the order of their keys, whatever order the rows came in. */
function sorted<Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly Row[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }))
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ row }) => row)
}
