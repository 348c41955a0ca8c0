import { inflateSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import type { PackageRequest } from '../../src/shared/exchange/package.ts'
import { writePackage } from '../../src/main/package/write.ts'

export function bytesOf(request: PackageRequest): Buffer {
  const written = writePackage(request)
  if (!written.ok) throw new Error(written.error.message)
  return Buffer.from(written.value.bytes)
}

/** Everything that could be read out of a file by whoever has it: its raw bytes, and every blob that is packed. */
export function everythingIn(bytes: Buffer): string {
  const db = new Sqlite(bytes)
  try {
    const blobs = db.prepare<[], { bytes: Buffer }>('SELECT bytes FROM blob').all()
    const texts = blobs.map(({ bytes: packed }) => {
      try {
        return inflateSync(packed).toString()
      } catch {
        return packed.toString()
      }
    })
    return [bytes.toString(), ...texts].join('\n')
  } finally {
    db.close()
  }
}
