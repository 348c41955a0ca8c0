import type { Outcome } from '../../shared/contract.ts'
import type { PackageVersion, VersionRows } from '../../shared/exchange/package.ts'
import { savedVersion } from '../../shared/model/version.ts'
import type { SavedVersion } from '../../shared/model/version.ts'
import { canonicalJson } from '../../shared/rules/canonical-json.ts'
import type { RawVersion } from './format.ts'
import { parseJson } from './json.ts'
import { issueOf } from './manifest.ts'
import type { ReadBlobs } from './read-blobs.ts'
import type { DocumentReader, ReadDocument } from './read-documents.ts'
import { readVersionRows } from './read-records.ts'
import { damaged, tampered } from './refusal.ts'
import type { Refusal } from './refusal.ts'

/** A saved version with what was read of its text and its rows, which others look at. */
export type ReadVersion = PackageVersion & {
  readonly text: ReadDocument
  readonly rows: VersionRows | null
}

/** In an order in which parents come first. */
export function readVersions(
  raw: readonly RawVersion[],
  blobs: ReadBlobs,
  readDocument: DocumentReader,
  isNewer: boolean,
): Outcome<readonly ReadVersion[]> {
  const versions = new Map<string, ReadVersion>()
  const texts = new Map<string, ReadDocument>()
  for (const row of raw) {
    const read = readVersion(row, blobs, texts, readDocument, isNewer)
    if (!read.ok) return read
    versions.set(row.id, read.value)
  }
  return parentsFirst(versions)
}

function readVersion(
  { id, body, document, content }: RawVersion,
  blobs: ReadBlobs,
  texts: Map<string, ReadDocument>,
  readDocument: DocumentReader,
  isNewer: boolean,
): Outcome<ReadVersion> {
  const parsed = savedVersion.safeParse(parseJson(body))
  if (!parsed.success) return damaged(`a saved version does not hold together (${issueOf(parsed.error)})`)
  const version = parsed.data
  if (version.id !== id) return damaged('a saved version is kept under the name of another')
  if (!isNewer && canonicalJson(version) !== body) return damaged('a saved version is not as Stet writes one')
  const text = blobs.documents.get(document)
  if (text === undefined) return damaged(`the text of the saved version “${version.name}” is missing`)
  const known = texts.get(document)
  const read = known ? ({ ok: true, value: known } as const) : readDocument(text, isNewer)
  if (!read.ok) return read
  texts.set(document, read.value)
  if (read.value.textHash !== version.textHash) {
    return tampered(`the text of the saved version “${version.name}” is not the one it names`)
  }
  const rows = readRowsOf(content, blobs, isNewer)
  if (!rows.ok) return rows
  const kept = content === null ? null : (blobs.contents.get(content) ?? null)
  return { ok: true, value: { version, document: text, content: kept, text: read.value, rows: rows.value } }
}

function readRowsOf(content: string | null, blobs: ReadBlobs, isNewer: boolean): Outcome<VersionRows | null> {
  if (content === null) return { ok: true, value: null }
  const text = blobs.contents.get(content)
  return text === undefined
    ? damaged('the rows of a saved version are missing')
    : readVersionRows(text, isNewer)
}

/** Kahn's algorithm; of those that could come next, the oldest. What is left over stands in a circle. */
function parentsFirst(versions: ReadonlyMap<string, ReadVersion>): Outcome<readonly ReadVersion[]> {
  const waiting = new Map<string, Set<string>>()
  const children = new Map<string, string[]>()
  for (const [id, { version }] of versions) {
    const refused = refuseParents(version, versions)
    if (refused) return refused
    waiting.set(id, new Set(version.parents))
    for (const parent of version.parents) children.set(parent, [...(children.get(parent) ?? []), id])
  }
  const order: ReadVersion[] = []
  let ready = [...versions.values()].filter(({ version }) => version.parents.length === 0)
  while (ready.length > 0) {
    order.push(...ready.toSorted(byTime))
    const next: ReadVersion[] = []
    for (const { version } of ready) {
      for (const child of children.get(version.id) ?? []) {
        const open = waiting.get(child)
        const found = versions.get(child)
        if (open?.delete(version.id) === true && open.size === 0 && found) next.push(found)
      }
    }
    ready = next
  }
  return order.length === versions.size
    ? { ok: true, value: order }
    : tampered('its saved versions come out of one another in a circle')
}

function refuseParents(
  { name, parents }: SavedVersion,
  versions: ReadonlyMap<string, ReadVersion>,
): Refusal | null {
  const missing = parents.find((parent) => !versions.has(parent))
  return missing === undefined ? null : damaged(`a version that “${name}” came out of is missing`)
}

function byTime({ version: one }: ReadVersion, { version: other }: ReadVersion): number {
  return one.at - other.at || (one.id < other.id ? -1 : 1)
}
