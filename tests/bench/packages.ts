import { join } from 'node:path'
import { callOrThrow } from '../../src/main/cli/headless-editor.ts'
import { openLibrary } from '../../src/main/core/core.ts'
import { newId } from '../../src/main/core/new-id.ts'
import { readPackage } from '../../src/main/package/read.ts'
import { writePackage } from '../../src/main/package/write.ts'
import type { PackageRequest } from '../../src/shared/exchange/package.ts'
import { temporaryFolder } from '../support/library.ts'
import { readListed, SAMPLE } from '../support/marked-draft/drafts.ts'
import { dress } from '../support/marked-draft/dress.ts'
import { markUp } from '../support/marked-draft/mark-up.ts'
import { realWork } from '../support/marked-draft/real-work.ts'
import { NOBODY_THERE } from '../support/nobody-there.ts'
import { largeReview } from './large-review.ts'

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
  const resources = join(import.meta.dirname, '../../resources')
  const opened = await openLibrary({ folder: folder.path, platform: NOBODY_THERE, work, resources })
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
