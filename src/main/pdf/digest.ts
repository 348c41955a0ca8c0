import { createHash } from 'node:crypto'
import type { PdfFile } from './file.ts'

/**
 * The SHA-256 of a whole file within the file: it stands as the second half of its identifier (ISO 32000-1, 14.4), which
 * is there to tell one state of a file from another, and counts as zeros while it is taken. Anybody can make it anew, so
 * it tells of damage and of careless changes; against a forger there are signatures.
 */

const EMPTY = '0'.repeat(64)
/** In the cross-reference stream, where every reader looks for it. */
const PLACE = /\/Type\s?\/XRef[^>]{0,400}?\/ID\s?\[\s?\([^()]{0,200}\)\s?\(([0-9a-f]{64})\)/
const END = '%%EOF\n'

/** Makes room for it; to be followed by `fillDigest` on what is written. */
export function reserveDigest({ trailer }: PdfFile): void {
  const id = trailer.entries.get('ID')
  const first = (Array.isArray(id) ? id[0] : undefined) ?? { kind: 'string', bytes: EMPTY }
  trailer.entries.set('ID', [first, { kind: 'string', bytes: EMPTY }])
}

export function fillDigest(bytes: Uint8Array): Uint8Array {
  const found = findDigest(bytes)
  if (found === null) throw new Error('There is no room for the digest of the file.')
  const filled = new Uint8Array(bytes)
  filled.set(Buffer.from(digestOf(bytes, found), 'latin1'), found.at)
  return filled
}

/** Whether the file as it was first written is still that; what was added behind it, as signatures are, is not looked at. */
export function holdsDigest(bytes: Uint8Array): boolean {
  return firstWritten(bytes) !== null
}

/** The file as it was first written, where it is still that; null where it is not. */
export function firstWritten(bytes: Uint8Array): Uint8Array | null {
  const found = findDigest(bytes)
  return found !== null && found.digest === digestOf(bytes, found) ? bytes.subarray(0, found.end) : null
}

type Found = { readonly digest: string; readonly at: number; readonly end: number }

function findDigest(bytes: Uint8Array): Found | null {
  const source = Buffer.from(bytes).toString('latin1')
  const match = PLACE.exec(source)
  const digest = match?.[1]
  if (!match || digest === undefined) return null
  const at = match.index + match[0].length - digest.length - 1
  const end = source.indexOf(END, at)
  return end < 0 ? null : { digest, at, end: end + END.length }
}

function digestOf(bytes: Uint8Array, { at, end }: Found): string {
  return createHash('sha256')
    .update(bytes.subarray(0, at))
    .update(EMPTY)
    .update(bytes.subarray(at + EMPTY.length, end))
    .digest('hex')
}
