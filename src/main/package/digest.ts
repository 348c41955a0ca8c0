import { createHash } from 'node:crypto'
import { sha256 } from '../core/hash.ts'
import type { RawPackage } from './format.ts'

/**
 * SHA-256 over all that a package holds, whatever the layout of the file: one line for each row, in the order of the
 * keys, its members as the JSON of an array. Long members are named by their own SHA-256; a blob by its name, which the
 * reader compares with its bytes. The digest itself is no part of it. Whoever changes a package can make a new one: it
 * tells damage, and carelessness; the chains tell the rest.
 */
export function digestOf({ manifest, records, versions, blobs }: RawPackage): string {
  const hash = createHash('sha256')
  const line = (...members: readonly (string | null)[]) => hash.update(`${JSON.stringify(members)}\n`)
  line('stet package')
  for (const [key, value] of manifest) if (key !== 'digest') line('manifest', key, sha256(value))
  for (const { kind, id, body } of records) line('record', kind, id, sha256(body))
  for (const { id, body, document, content } of versions) line('version', id, sha256(body), document, content)
  for (const { kind, sha256: name } of blobs) line('blob', name, kind)
  return hash.digest('hex')
}
