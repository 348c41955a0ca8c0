import { z } from 'zod'
import { checkedPdf } from '../model/checked-pdf.ts'
import { fileId } from '../model/ids.ts'
import { exported, jobId } from './articles.ts'
import { bytes, fileName } from './parts.ts'

/** Larger files hold no key, whatever else they hold. */
const MAX_KEY = 1024 * 1024

/** PDF files that were made here: shown, checked and signed. */
export const pdfMethods = {
  /** The bytes of a PDF that waits to be saved, for the window to show its pages and to print them. */
  'pdf.bytes': { args: z.object({ fileId }), result: z.object({ name: z.string(), bytes }) },
  /** Holds a file against itself, and keeps it for `pdf.bytes`, `pdf.sign` and `exports.save`. */
  'pdf.check': {
    args: z.object({ name: fileName, bytes, job: jobId.optional() }),
    result: checkedPdf.extend({ fileId, name: z.string(), size: z.number().int() }),
  },
  /**
   * Adds a signature to a PDF that waits to be saved, with a key that the person at the desk has: the new file waits
   * beside the one before. Key and passphrase are used for this and kept nowhere.
   */
  'pdf.sign': {
    args: z.object({
      fileId,
      key: bytes.refine(
        (key) => key.byteLength <= MAX_KEY,
        'This file is too large for one with a key. Nothing was signed.',
      ),
      passphrase: z.string().max(1024, 'A passphrase is no longer than 1,024 letters. Nothing was signed.'),
      job: jobId.optional(),
    }),
    /** The names in the certificate that signed. */
    result: exported.extend({ signer: z.string(), issuer: z.string() }),
  },
} as const
