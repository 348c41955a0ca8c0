import type { Database } from 'better-sqlite3'

/** Files kept with sources, by the SHA-256 of their bytes in hexadecimal. */
export function createAttachments(db: Database) {
  const get = db.prepare<[string], { bytes: Buffer }>('SELECT bytes FROM attachment WHERE sha256 = ?')
  const has = db.prepare<[string], { found: number }>('SELECT 1 AS found FROM attachment WHERE sha256 = ?')
  const put = db.prepare(
    'INSERT INTO attachment (sha256, bytes, at) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
  )
  const letGo = db.prepare(`
    DELETE FROM attachment WHERE sha256 = ? AND NOT EXISTS (SELECT 1 FROM source WHERE file_sha256 = attachment.sha256)`)
  let lost = 0
  return {
    /** Another number whenever bytes may have gone. */
    lost: (): number => lost,
    get: (sha256: string): Uint8Array | null => {
      const row = get.get(sha256)
      return row ? new Uint8Array(row.bytes) : null
    },
    has: (sha256: string): boolean => has.get(sha256) !== undefined,
    /** Forgets the bytes, unless a source of some article still holds them. */
    letGo: (sha256: string): void => {
      lost += letGo.run(sha256).changes
    },
    /** The same bytes are kept once. */
    put: (sha256: string, bytes: Uint8Array, at: number): void => {
      put.run(sha256, bytes, at)
    },
  }
}
