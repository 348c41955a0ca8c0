import type { PdfSignature } from '../../../shared/model/checked-pdf.ts'
import { counted } from '../../ui/counted.ts'
import { EXPORT_NAMES } from '../words.ts'
import type { Checked } from './check-pdf.ts'

const NAMES = {
  packet: EXPORT_NAMES['pdf-packet'],
  redline: EXPORT_NAMES['pdf-redline'],
  clean: EXPORT_NAMES['pdf-clean'],
} as const

/** "PDF sign-off packet, v7, 14 pages." */
export function aboutInWords({ about, pages }: Checked): string {
  return `${NAMES[about.variant]}, ${about.version}, ${counted(pages, 'page')}.`
}

/** What was found, as a headline. */
export function verdictInWords({ faults, signatures }: Checked): string {
  if (faults.length > 0) return 'This file is not as it was made.'
  if (signatures.length === 0) return 'This file is as it was made. It is not signed.'
  return signatures.length === 1
    ? 'This file is as it was made, and its signature is valid.'
    : `This file is as it was made, and its ${signatures.length} signatures are valid.`
}

/** What a signature stands for: all of the file, or the file as it was before the next one was added. */
export function coversInWords(signature: PdfSignature, isLast: boolean): string {
  if (!signature.isValid) return `Not valid: ${signature.fault ?? 'it cannot be read'}.`
  if (signature.coversFile) return 'Valid, for the whole file.'
  return isLast
    ? 'Valid, for the file as it was then. Something was added behind it.'
    : 'Valid, for the file as it was then; the next signature was added behind it.'
}

/** Who says that the name is right. */
export function issuedInWords({ signer, issuer }: PdfSignature): string {
  return signer === issuer ? 'The certificate was made by its holder.' : `Certificate issued by ${issuer}.`
}

/** Whether the open article has the same text now; null where none is open. */
export function sameTextInWords(textHash: string, open: string | null): string | null {
  if (open === null) return null
  return open === textHash
    ? 'The open article has this very text now.'
    : 'The open article has another text now.'
}
