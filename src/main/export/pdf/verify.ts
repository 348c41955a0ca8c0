import { createHash } from 'node:crypto'
import { z } from 'zod'
import { pdfAbout } from '../../../shared/model/checked-pdf.ts'
import type { CheckedPdf } from '../../../shared/model/checked-pdf.ts'
import { holdsDigest } from '../../pdf/digest.ts'
import { checkSignatures } from '../../pdf/signatures.ts'
import { DATA_FORMAT } from './finish.ts'
import { readBack, squeezed } from './read-back.ts'

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

/** A file of ours held against itself: the text in it, the hash on every page, its signatures. Null for any other PDF. */
export async function verifyPdf(bytes: Uint8Array): Promise<CheckedPdf | null> {
  const content = await readData(bytes)
  const data = content === null ? null : parseData(content)
  if (!data) return null
  const textHash = createHash('sha256').update(data.text).digest('hex')
  const signatures = checkSignatures(bytes)
  const faults: string[] = []
  if (!holdsDigest(bytes)) faults.push('its bytes are not those that were written when it was made')
  if (textHash !== data.textHash) faults.push('the text in it is not the one that was hashed')
  const printed = squeezed(data.report.hash)
  if (!textHash.startsWith(printed)) faults.push('the hash that it prints is of another text')
  const pages = await readBack(bytes)
  const other = pages.findIndex(({ artifacts }) => !artifacts.includes(printed))
  if (other >= 0) faults.push(`page ${other + 1} does not carry the hash of the text`)
  for (const { signer, fault } of signatures) {
    if (fault !== null) faults.push(`the signature of ${signer} is not valid: ${fault}`)
  }
  if (signatures.length > 0 && !signatures.at(-1)?.coversFile) {
    faults.push('something was added after the last signature')
  }
  const { headline, slug, version, variant, verdict } = data.report
  const about = { headline, slug, version, variant, approved: verdict.approved }
  return { about, textHash, pages: pages.length, faults, signatures }
}

/** Throws nothing: what no PDF reader opens has no data. */
async function readData(bytes: Uint8Array): Promise<string | null> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = pdfjs.getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false })
  try {
    const document = await task.promise
    const [id] = (await document.getAttachments())?.keys() ?? []
    const content = id === undefined ? null : await document.getAttachmentContent(id)
    return content ? new TextDecoder().decode(content) : null
  } catch {
    return null
  } finally {
    await task.destroy()
  }
}

function parseData(content: string): Data | null {
  try {
    return dataSchema.safeParse(JSON.parse(content)).data ?? null
  } catch {
    return null
  }
}
