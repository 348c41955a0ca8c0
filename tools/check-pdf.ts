import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { FILE_CHECKS, REVIEW_CHECKS } from '../tests/support/pdf-checks/checks.ts'
import { makeFiles, requestOf } from '../tests/support/pdf-checks/files.ts'
import { sameBytes } from '../tests/support/pdf-checks/same-bytes.ts'
import { printsHostileWords } from '../tests/support/pdf-checks/hostile.ts'
import { returnsItsMemory } from '../tests/support/pdf-checks/own-process.ts'
import { finished, nothing } from '../tests/support/pdf-checks/told.ts'
import type { Told } from '../tests/support/pdf-checks/told.ts'

/**
 * `npm run check:pdf -- DRAFT.txt`: marks up the draft as a desk would, makes the packet, the redline and the clean copy of
 * it, and asks all that a finished PDF must be of pdf.js, poppler, qpdf and openssl. `npm run check:pdf -- FILE.pdf`: the
 * same of a file that is there, as far as the file itself tells what must be in it.
 */
const [path] = process.argv.slice(2)
if (path === undefined) throw new Error('Say which draft or which PDF file is to be checked.')
const folder = mkdtempSync(join(tmpdir(), 'stet-check-pdf-'))
let failed = 0
const skipped = new Set<string>()

async function step(name: string, check: (told: Told) => Promise<void> | void): Promise<void> {
  const told = nothing()
  const start = performance.now()
  await check(told)
  for (const words of told.skipped) skipped.add(words)
  if (told.faults.length > 0) failed += 1
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const unasked = told.skipped.length === 0 ? '' : ` (without: ${told.skipped.join(', ')})`
  console.log(`${told.faults.length === 0 ? 'passed' : 'FAILED'}  ${name}  ${seconds} s${unasked}`)
  for (const fault of told.faults.slice(0, 20)) console.log(`        ${fault}`)
}

async function checkReview(draft: string): Promise<void> {
  const files = await makeFiles(folder, await requestOf(folder, draft))
  // By other programs, which take as long as all else together.
  const same = step('1. the same bytes by either engine, anywhere', (told) => sameBytes(files, told))
  for (const { name, run } of FILE_CHECKS) {
    // oxlint-disable-next-line no-await-in-loop -- one after another, in their order
    await step(name, async (told) => {
      for (const file of [files.packet, files.redline, files.clean]) {
        // oxlint-disable-next-line no-await-in-loop -- as above
        await run({ ...file, folder }, told)
      }
    })
  }
  for (const { name, run } of REVIEW_CHECKS) {
    // oxlint-disable-next-line no-await-in-loop -- as above
    await step(name, (told) => run(files, told))
  }
  await same
  await step('11. hostile words are printed as they are', (told) => printsHostileWords(folder, told))
  await step('12. made by a process that ends, with its memory', (told) => returnsItsMemory(files, told))
}

try {
  if (path.toLowerCase().endsWith('.pdf')) {
    const file = await finished(folder, basename(path), readFileSync(path))
    for (const { name, run } of FILE_CHECKS) {
      // oxlint-disable-next-line no-await-in-loop -- as above
      await step(name, (told) => run({ ...file, folder }, told))
    }
  } else await checkReview(path)
  for (const words of skipped) console.log(`Skipped: ${words}, so nothing was asked of it.`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(failed === 0 ? 'All checks passed.' : `${failed} checks failed.`)
process.exit(failed === 0 ? 0 : 1)
