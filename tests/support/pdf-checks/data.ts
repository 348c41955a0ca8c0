import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../../../src/main/core/hash.ts'
import { verifyPdf } from '../../../src/main/export/pdf/verify.ts'
import { ask } from './told.ts'
import type { Finished, Told } from './told.ts'

/** 8. The review comes along, and its text hashes to what is printed. */
export async function carriesItsReview(
  { name, bytes, path, folder, text, textHash }: Finished & { readonly folder: string },
  told: Told,
): Promise<void> {
  if (sha256(text) !== textHash) told.faults.push(`The text in ${name} is not the one that was hashed.`)
  const verified = await verifyPdf(bytes)
  if (verified?.textHash !== textHash) told.faults.push(`Our own check does not know ${name} again.`)
  for (const fault of verified?.faults ?? []) told.faults.push(`${name}: ${fault}.`)
  const listed = ask(told, 'pdfdetach', '-list', path)
  if (listed === null) return
  if (!listed.includes('review.json')) told.faults.push(`pdfdetach lists no review.json in ${name}.`)
  ask(told, 'pdfdetach', '-saveall', '-o', folder, path)
  const data = JSON.parse(readFileSync(join(folder, 'review.json'), 'utf8')) as { readonly text: string }
  if (sha256(data.text) !== textHash) told.faults.push(`What pdfdetach takes out of ${name} is another text.`)
}
