import type { Outcome } from '../../shared/contract.ts'
import type { ReadPackage } from '../../shared/exchange/package.ts'
import { sortContent } from '../../shared/exchange/sort-content.ts'
import { refuseWhole } from './check-whole.ts'
import { digestOf } from './digest.ts'
import { openPackage } from './gate.ts'
import { readManifest } from './manifest.ts'
import { createDocumentReader } from './read-documents.ts'
import { readBlobs } from './read-blobs.ts'
import { readRecords } from './read-records.ts'
import { readVersions } from './read-versions.ts'
import { damaged } from './refusal.ts'

/**
 * Reads the bytes of a `.stet` file: whatever they are, the answer is a checked content or a refusal in words. To be
 * called where it can be ended from outside (main/worker): SQLite has no limit of time of its own.
 */
export function readPackage(bytes: Uint8Array): Outcome<ReadPackage> {
  const opened = openPackage(bytes)
  if (!opened.ok) return opened
  const raw = opened.value
  const about = readManifest(raw.manifest)
  if (!about.ok) return about
  const { manifest, isNewer } = about.value
  if (digestOf(raw) !== manifest.digest) return damaged('its content is not the one that it was written with')
  const records = readRecords(raw.records, isNewer)
  if (!records.ok) return records
  const blobs = readBlobs(raw.blobs, isNewer)
  if (!blobs.ok) return blobs
  const readDocument = createDocumentReader()
  const document = blobs.value.documents.get(about.value.document)
  if (document === undefined) return damaged('its text is missing')
  const text = readDocument(document, isNewer)
  if (!text.ok) return text
  const versions = readVersions(raw.versions, blobs.value, readDocument, isNewer)
  if (!versions.ok) return versions
  const { rows, people, originals } = records.value
  const parts = {
    manifest,
    rows,
    people,
    originals,
    text: text.value,
    versions: versions.value,
    blobs: blobs.value,
  }
  const refused = refuseWhole(parts)
  if (refused) return refused
  const content = {
    manifest,
    review: sortContent({ ...rows, document: JSON.parse(document) as unknown }),
    people,
    versions: versions.value.map((one) => ({
      version: one.version,
      document: one.document,
      content: one.content,
    })),
    pictures: blobs.value.pictures,
    files: blobs.value.files,
    originals: originals.flatMap((one) => {
      const data = blobs.value.originals.get(one.sha256)
      return data ? [{ ...one, bytes: data }] : []
    }),
  }
  return {
    ok: true,
    value: { content, isNewer, ignored: ignoredWords(about.value, records.value, blobs.value) },
  }
}

type Unknown = {
  readonly manifest: { readonly unknown: readonly string[] }
  readonly records: { readonly unknown: ReadonlyMap<string, number> }
  readonly blobs: { readonly unknown: number }
}

function ignoredWords(
  { unknown: keys }: Unknown['manifest'],
  { unknown: kinds }: Unknown['records'],
  { unknown: files }: Unknown['blobs'],
): readonly string[] {
  return [
    ...keys.map((key) => `“${key.slice(0, 40)}” of its manifest`),
    ...[...kinds].map(([kind, amount]) => `${amount} of the unknown kind “${kind.slice(0, 40)}”`),
    ...(files === 0 ? [] : [`${files} files of an unknown kind`]),
  ]
}
