import { APPLICATION_ID, FILE_VERSION } from './format.ts'
import { inMegabytes, LIMITS } from './limits.ts'
import { damaged, newer, tooLarge, wrong } from './refusal.ts'
import type { Refusal } from './refusal.ts'

const MAGIC = 'SQLite format 3\u0000'
const HEADER_BYTES = 100
/** The kind of a page, in its first byte. */
const TABLE_LEAF = 13

/** Beginnings of files that are taken for packages by mistake. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['PK\u0003\u0004', 'it is a ZIP file, as Word files are'],
  ['%PDF', 'it is a PDF'],
  ['{\\rtf', 'it is an RTF document'],
  ['\u00d0\u00cf\u0011\u00e0', 'it is an old Word file'],
]

/**
 * What the first 100 bytes say, before SQLite sees them. Offsets: https://sqlite.org/fileformat2.html#the_database_header
 * Byte 18 and 19 are 1: with 2 SQLite would look for a log beside the file.
 */
export function refuseByHeader(bytes: Uint8Array): Refusal | null {
  if (bytes.byteLength === 0) return wrong('the file is empty')
  if (bytes.byteLength > LIMITS.file) {
    return tooLarge(`it has ${inMegabytes(bytes.byteLength)}, and ${inMegabytes(LIMITS.file)} is the most`)
  }
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEADER_BYTES))
  const begins = header.toString('latin1', 0, MAGIC.length)
  const other = OTHERS.find(([beginning]) => begins.startsWith(beginning))
  if (other) return wrong(other[1])
  if (begins !== MAGIC) return wrong('it is a file of another kind')
  if (header.byteLength < HEADER_BYTES) return damaged('it ends too early')
  return refuseNumbers(header, bytes)
}

function refuseNumbers(header: Buffer, bytes: Uint8Array): Refusal | null {
  if (header.readUInt32BE(68) !== APPLICATION_ID) return wrong('it is a database of another program')
  const version = header.readUInt32BE(60)
  if (version < 1_000_000) return wrong('it is a whole library of Stet')
  if (version > FILE_VERSION && version < 2_000_000) return newer(`file format ${version - 1_000_000}`)
  if (version !== FILE_VERSION) return damaged('its header has a number that no package has')
  if (header[18] !== 1 || header[19] !== 1) return damaged('it is a copy of a database that was in use')
  // SQLite walks the tree of the schema before anything can be checked, and a tree whose branches meet has no end. The
  // schema of a package fits the first page, which is a leaf then; every other tree is checked before it is walked.
  if (bytes[HEADER_BYTES] !== TABLE_LEAF) return damaged('its table of contents is not its own')
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  if (bytes.byteLength !== pageSize * header.readUInt32BE(28))
    return damaged('it ends too early, or too late')
  return null
}
