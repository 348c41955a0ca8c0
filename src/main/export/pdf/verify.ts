import { createHash } from 'node:crypto'
import { checkSignatures } from '../../pdf/signatures.ts'
import type { CheckedSignature } from '../../pdf/signatures.ts'
import { DATA_FORMAT } from './finish.ts'
import { readBack, squeezed } from './read-back.ts'

export type VerifiedPdf = {
  /** What is wrong, each half a sentence; none when the file is what it was. */
  readonly faults: readonly string[]
  /** SHA-256 of the text that the file carries, 64 hexadecimal digits. */
  readonly textHash: string
  readonly signatures: readonly CheckedSignature[]
}

type Data = { readonly textHash: string; readonly text: string; readonly hash: string }

/** A file of ours held against itself: the text in it, the hash on every page, its signatures. Null for any other PDF. */
export async function verifyPdf(bytes: Uint8Array): Promise<VerifiedPdf | null> {
  const content = await readData(bytes)
  const data = content === null ? null : parseData(content)
  if (!data) return null
  const textHash = createHash('sha256').update(data.text).digest('hex')
  const signatures = checkSignatures(bytes)
  const faults: string[] = []
  if (textHash !== data.textHash) faults.push('the text in it is not the one that was hashed')
  const printed = squeezed(data.hash)
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
  return { faults, textHash, signatures }
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
    const value: unknown = JSON.parse(content)
    if (typeof value !== 'object' || value === null || !('format' in value)) return null
    const { format, textHash, text, report } = value as Record<string, unknown>
    const isReport = typeof report === 'object' && report !== null && 'hash' in report
    if (format !== DATA_FORMAT || !isReport) return null
    const { hash } = report
    return typeof textHash === 'string' && typeof text === 'string' && typeof hash === 'string'
      ? { textHash, text, hash }
      : null
  } catch {
    return null
  }
}
