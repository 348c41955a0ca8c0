import { createHash } from 'node:crypto'
import { z } from 'zod'
import { pdfAbout } from '../../../shared/model/checked-pdf.ts'
import type { CheckedPdf } from '../../../shared/model/checked-pdf.ts'
import { holdsSignaturesAlone } from '../../pdf/additions.ts'
import { firstWritten } from '../../pdf/digest.ts'
import { NotPdf } from '../../pdf/parse.ts'
import { openFinished } from '../../pdf/read/finished-file.ts'
import { attachedIn } from '../../pdf/read/beside.ts'
import { checkSignatures } from '../../pdf/signatures.ts'
import type { CheckedSignature } from '../../pdf/signatures.ts'
import { unpacksBeyond } from '../../pdf/unpacked-size.ts'
import { DATA_FORMAT } from './finish.ts'
import { attachedTo, readAny } from './read-any.ts'
import { readBack, squeezed } from './read-back.ts'
import type { ReadPage } from './read-back.ts'

/** As much of the data within the file as is held against it. */
const dataSchema = z.object({
  format: z.literal(DATA_FORMAT),
  textHash: z.string(),
  text: z.string(),
  report: z.object({
    hash: z.string(),
    ...pdfAbout.omit({ approved: true }).shape,
    verdict: z.object({ approved: z.boolean() }),
  }),
})
type Data = z.infer<typeof dataSchema>

/** What was read; no pages where they cannot be. */
type Read = { readonly data: Data; readonly pages: readonly ReadPage[] }

/** A file of ours held against itself: the text in it, the hash on every page, its signatures. Null for any other PDF. */
export async function verifyPdf(bytes: Uint8Array): Promise<CheckedPdf | null> {
  const first = firstWritten(bytes)
  const read = first ? readOurs(first) : await readDamaged(bytes)
  if (!read) return null
  const { data, pages } = read
  const textHash = createHash('sha256').update(data.text).digest('hex')
  const signatures = checkSignatures(bytes, first?.length)
  const faults: string[] = []
  if (!first) faults.push('its bytes are not those that were written when it was made')
  if (textHash !== data.textHash) faults.push('the text in it is not the one that was hashed')
  const printed = squeezed(data.report.hash)
  if (!textHash.startsWith(printed)) faults.push('the hash that it prints is of another text')
  if (pages.length === 0) faults.push('its pages cannot be read')
  const other = pages.findIndex(({ artifacts }) => !artifacts.includes(printed))
  if (other >= 0) faults.push(`page ${other + 1} does not carry the hash of the text`)
  for (const { signer, fault } of signatures) {
    if (fault !== null) faults.push(`the signature of ${signer || 'somebody unknown'} is not valid: ${fault}`)
  }
  faults.push(...addedFaults(bytes, first, signatures))
  const { headline, slug, version, variant, verdict } = data.report
  const about = { headline, slug, version, variant, approved: verdict.approved }
  return { about, textHash, pages: pages.length, faults: [...new Set(faults)], signatures }
}

function addedFaults(
  bytes: Uint8Array,
  first: Uint8Array | null,
  signatures: readonly CheckedSignature[],
): readonly string[] {
  const last = signatures.at(-1)
  if (last && !last.coversFile) return ['something was added after the last signature']
  if (!first || holdsSignaturesAlone(bytes, first.length)) return []
  return ['something else than signatures was added to it after it was made']
}

/** Of a file that stands as it was written, by our own reader, which has bounds for all that it takes. */
function readOurs(first: Uint8Array): Read | null {
  try {
    const content = attachedIn(openFinished(first))
    const data = content === null ? null : parseData(content)
    return data && { data, pages: readBack(first).pages }
  } catch (error) {
    if (error instanceof NotPdf) return null
    throw error
  }
}

/** More than the longest review comes to, and less than a machine has. */
const MOST_UNPACKED = 512 * 1024 * 1024

/** Of a file that was changed, to tell what it was, and where. */
async function readDamaged(bytes: Uint8Array): Promise<Read | null> {
  if (unpacksBeyond(bytes, MOST_UNPACKED)) return null
  const content = await attachedTo(bytes)
  const data = content === null ? null : parseData(content)
  if (!data) return null
  // Whatever the reader trips over: such a file has pages that nobody reads.
  const pages = await readAny(bytes).catch(() => [])
  return { data, pages }
}

function parseData(content: string): Data | null {
  try {
    return dataSchema.safeParse(JSON.parse(content)).data ?? null
  } catch {
    return null
  }
}
