import { createHash } from 'node:crypto'
import { deflateSync, inflateSync } from 'node:zlib'

/** A document never comes near this as JSON; a damaged or forged body stops here instead of filling memory. */
const MAX_JSON_BYTES = 256 * 1024 * 1024

export type SnapshotBody = { readonly body: Buffer; readonly sha256: string }

/** `json`: the document as JSON text. The hash is of that text, so that damage shows whatever the packing. */
export function packSnapshot(json: string): SnapshotBody {
  const bytes = Buffer.from(json)
  return {
    body: deflateSync(bytes, { level: 1 }),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}

/** The JSON text, or null when the body is damaged. */
export function unpackSnapshot(packed: SnapshotBody): string | null {
  try {
    const bytes = inflateSync(packed.body, { maxOutputLength: MAX_JSON_BYTES })
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return sha256 === packed.sha256 ? bytes.toString() : null
  } catch {
    return null
  }
}
