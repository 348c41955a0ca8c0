import { closeSync, openSync, readSync, statSync } from 'node:fs'

/** "STET" in ASCII. */
export const APPLICATION_ID = 0x53544554

const MAGIC = 'SQLite format 3\u0000'
const HEADER_BYTES = 100

/** What the first bytes of a file say, read without SQLite so that a foreign file is never touched by it. */
export type Header =
  | { readonly kind: 'missing' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-a-database' }
  | { readonly kind: 'database'; readonly applicationId: number; readonly userVersion: number }

/** Offsets 60 and 68, big-endian: https://sqlite.org/fileformat2.html#the_database_header */
export function readHeader(path: string): Header {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return { kind: 'missing' }
  if (!stat.isFile()) return { kind: 'not-a-database' }
  if (stat.size === 0) return { kind: 'empty' }
  const header = Buffer.alloc(HEADER_BYTES)
  const file = openSync(path, 'r')
  try {
    const read = readSync(file, header, 0, HEADER_BYTES, 0)
    if (read < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
      return { kind: 'not-a-database' }
    }
    return {
      kind: 'database',
      applicationId: header.readUInt32BE(68),
      userVersion: header.readUInt32BE(60),
    }
  } finally {
    closeSync(file)
  }
}
