import type { Database } from 'better-sqlite3'

/** Files kept with sources, by the SHA-256 of their bytes in hexadecimal. */
export function createAttachments(db: Database) {
  const get = db.prepare<[string], { bytes: Buffer }>('SELECT bytes FROM attachment WHERE sha256 = ?')
  const put = db.prepare(
    'INSERT INTO attachment (sha256, bytes, at) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
  )
  return {
    get: (sha256: string): Uint8Array | null => {
      const row = get.get(sha256)
      return row ? new Uint8Array(row.bytes) : null
    },
    /** The same bytes are kept once. */
    put: (sha256: string, bytes: Uint8Array, at: number): void => {
      put.run(sha256, bytes, at)
    },
  }
}
