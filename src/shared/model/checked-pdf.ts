import { z } from 'zod'
import { instant } from './article.ts'

/** One signature of a PDF, as its bytes and its certificate tell; whether anybody trusts the certificate is not asked. */
export const pdfSignature = z.object({
  /** The name in the certificate, and in that of who issued it. */
  signer: z.string(),
  issuer: z.string(),
  /** As the signer's clock told; null when nothing is told. */
  at: instant.nullable(),
  isValid: z.boolean(),
  /** Half a sentence when it is not valid. */
  fault: z.string().nullable(),
  /** Nothing was added behind it, not even another signature. */
  coversFile: z.boolean(),
})
export type PdfSignature = z.infer<typeof pdfSignature>

/** What a PDF that Stet made says of itself. */
export const pdfAbout = z.object({
  headline: z.string(),
  slug: z.string(),
  /** "v7" */
  version: z.string(),
  variant: z.enum(['packet', 'redline', 'clean']),
  approved: z.boolean(),
})

/** A PDF that Stet made, held against itself. */
export const checkedPdf = z.object({
  about: pdfAbout,
  /** SHA-256 of the text that it carries, 64 hexadecimal digits. */
  textHash: z.string(),
  pages: z.number().int(),
  /** What is wrong, each half a sentence; none when the file is what it was. */
  faults: z.array(z.string()).readonly(),
  /** In the order in which they were made. */
  signatures: z.array(pdfSignature).readonly(),
})
export type CheckedPdf = z.infer<typeof checkedPdf>
