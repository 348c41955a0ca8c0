import { join } from 'node:path'
import type { Node } from 'prosemirror-model'
import { callOrThrow } from '../../src/main/cli/headless-editor.ts'
import { openLibrary } from '../../src/main/core/core.ts'
import { sha256 } from '../../src/main/core/hash.ts'
import { newId } from '../../src/main/core/new-id.ts'
import type { Platform } from '../../src/main/core/platform.ts'
import { readPackage } from '../../src/main/package/read.ts'
import { writePackage } from '../../src/main/package/write.ts'
import { canonicalText } from '../../src/shared/document/canonical.ts'
import { schema } from '../../src/shared/document/schema.ts'
import type { PackageRequest, PackageVersion } from '../../src/shared/exchange/package.ts'
import type { ArticleId, LibraryId, VersionId } from '../../src/shared/model/ids.ts'
import type { SavedVersion } from '../../src/shared/model/version.ts'
import { temporaryFolder } from '../support/library.ts'
import { readListed, SAMPLE } from '../support/marked-draft/drafts.ts'
import { dress } from '../support/marked-draft/dress.ts'
import { markUp } from '../support/marked-draft/mark-up.ts'
import { realWork } from '../support/marked-draft/real-work.ts'
import { AT, articleRow } from '../support/rows.ts'
import { PEOPLE, recordsOf } from './editor/review-of.ts'
import { buildWorkload } from './editor/workload.ts'

/**
 * `node tests/bench/packages.ts [DRAFT]`: bytes and milliseconds of processor time of packages: of a fully marked draft (the bundled
 * sample, or one that a list was made for), and of 100,000 words with 5,000 changes, 2,000 comments and 500 claims,
 * alone and with twenty saved versions. Writing includes reading back.
 */

const RUNS = 3

async function markedDraft(path: string): Promise<PackageRequest> {
  const folder = temporaryFolder()
  const asked: PackageRequest[] = []
  const work = {
    ...realWork,
    writePackage: (request: PackageRequest) => {
      asked.push(request)
      return realWork.writePackage(request)
    },
  }
  const platform: Platform = {
    host: 'cli',
    nativeDialogs: false,
    pickFiles: async () => [],
    saveFile: async () => ({ kind: 'cancelled' }),
    openExternal: async () => undefined,
    emit: () => undefined,
  }
  const resources = join(import.meta.dirname, '../../resources')
  const opened = await openLibrary({ folder: folder.path, platform, work, resources })
  if (!opened.ok) throw new Error(opened.error.message)
  const call = callOrThrow(opened.value)
  const { name, bytes, list } = readListed(path)
  const { articleId } = await call('articles.import', { name, bytes })
  await dress({ call, newId }, await markUp({ call, newId }, articleId, list), list)
  await call('packages.create', { articleId, audience: 'internal', purpose: 'copy' })
  await opened.value.close()
  folder.remove()
  const [request] = asked
  if (!request) throw new Error('No package was asked for')
  return request
}

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

function largeReview(versions: number): PackageRequest {
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
    review: { ...rows, document: doc.toJSON() as unknown },
    people: PEOPLE.map(({ id, name, initials, hue }) => ({ id, name, initials, hue })),
    versions: kept,
    pictures: new Map(),
    files: new Map(),
    originals: [],
  }
}

function median(work: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const begun = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(begun)
    return (user + system) / 1000
  })
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0)
}

function measure(name: string, request: PackageRequest): void {
  const written = writePackage(request)
  if (!written.ok) throw new Error(written.error.message)
  const { bytes, checked } = written.value
  const write = median(() => void writePackage(request))
  const read = median(() => void readPackage(bytes))
  console.log(`${name}: ${bytes.byteLength} bytes; write ${write} ms, read ${read} ms. ${checked}`)
}

measure('Marked draft', await markedDraft(process.argv[2] ?? SAMPLE))
measure('100,000 words', largeReview(1))
measure('100,000 words, 20 versions', largeReview(20))
