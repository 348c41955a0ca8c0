import type { Outcome } from '../../shared/contract.ts'
import type { PackageRequest } from '../../shared/exchange/package.ts'
import type { ExportedFile } from '../../shared/model/interchange.ts'
import type { Warning } from '../../shared/model/review.ts'
import { inMegabytes, LIMITS } from './limits.ts'
import { packageName } from './package-name.ts'
import { toRaw } from './raw-content.ts'
import { readPackage } from './read.ts'
import { scrub } from './scrub.ts'
import { writeDatabase } from './write-database.ts'

/** A finished file: cut to its audience, and read back as whoever gets it will read it. */
export function writePackage(request: PackageRequest): Outcome<ExportedFile> {
  const content = scrub(request)
  const bytes = writeDatabase(toRaw(content))
  if (bytes.byteLength > LIMITS.file) {
    const message =
      `The package would have ${inMegabytes(bytes.byteLength)}, and ${inMegabytes(LIMITS.file)} is the most. ` +
      'Nothing was written. Take large files off the sources, and send them by another way.'
    return { ok: false, error: { code: 'too-large', message } }
  }
  const back = readPackage(bytes)
  if (!back.ok) {
    const message = `The package does not read back, and was not kept. ${back.error.message}`
    return { ok: false, error: { code: 'refused', message } }
  }
  return {
    ok: true,
    value: {
      name: packageName(content),
      bytes,
      checked: `Read back and checked: ${wordsOf(content)}, ${inMegabytes(bytes.byteLength)}.`,
      warnings: leftOut(request, content),
    },
  }
}

function amount(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

function wordsOf({ review, versions }: PackageRequest): string {
  return [
    amount(review.changes.length, 'change'),
    amount(review.threads.length, 'comment'),
    amount(review.claims.length, 'claim'),
    amount(review.sources.length, 'source'),
    amount(versions.length, 'saved version'),
  ].join(', ')
}

/** What a reader of this audience is not given, so that nobody takes the package for the whole. */
function leftOut(whole: PackageRequest, left: PackageRequest): readonly Warning[] {
  const rows = [
    amount(whole.review.threads.length - left.review.threads.length, 'comment'),
    amount(whole.review.consultations.length - left.review.consultations.length, 'consultation'),
    amount(whole.review.sources.length - left.review.sources.length, 'source'),
    amount(whole.versions.length - left.versions.length, 'saved version'),
    amount(whole.originals.length - left.originals.length, 'Word file'),
  ].filter((words) => !words.startsWith('0 '))
  if (rows.length === 0) return []
  return [{ code: 'left-out', message: `Left out for this audience: ${rows.join(', ')}.` }]
}
