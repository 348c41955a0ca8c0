import type { Database } from 'better-sqlite3'
import type { Picture, Pictures } from '../../shared/model/interchange.ts'

type Row = { readonly type: Picture['type']; readonly bytes: Buffer }

/** Pictures by the SHA-256 of their bytes, in hexadecimal. */
export function createPictures(db: Database) {
  const get = db.prepare<[string], Row>('SELECT media_type AS type, bytes FROM picture WHERE sha256 = ?')
  const has = db.prepare<[string], { found: number }>('SELECT 1 AS found FROM picture WHERE sha256 = ?')
  const put = db.prepare(
    'INSERT INTO picture (sha256, media_type, bytes, at) VALUES (?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
  )
  const read = (sha256: string): Picture | null => {
    const row = get.get(sha256)
    return row ? { type: row.type, bytes: new Uint8Array(row.bytes) } : null
  }
  return {
    get: read,
    has: (sha256: string): boolean => has.get(sha256) !== undefined,
    /** Those of the names that are there. */
    getAll: (names: Iterable<string>): Pictures =>
      new Map(
        [...new Set(names)].flatMap((name) => {
          const picture = read(name)
          return picture ? [[name, picture] as const] : []
        }),
      ),
    /** The same bytes are kept once. */
    put: (sha256: string, { type, bytes }: Picture, at: number): void => {
      put.run(sha256, type, bytes, at)
    },
  }
}
