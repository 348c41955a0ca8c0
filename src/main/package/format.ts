/**
 * The file: an SQLite database of four tables and nothing else (docs/package-format.md). Whatever else a file holds,
 * it is none of ours.
 */

/** "STET" in ASCII, as in the header of a library; a package is told from one by its tables and its format number. */
export const APPLICATION_ID = 0x53544554

/** `user_version` of the file. Libraries count from 10; packages have a number of their own, far from those. */
export const FILE_VERSION = 1_000_001

/** Fixed, so that the same content gives the same bytes whatever SQLite's own default is. */
export const PAGE_SIZE = 4096

/** The exact words of the schema: a file is compared with them by text. */
export const TABLES = {
  manifest:
    'CREATE TABLE manifest (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID',
  record:
    'CREATE TABLE record (kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID',
  version:
    'CREATE TABLE version (id TEXT NOT NULL PRIMARY KEY, body TEXT NOT NULL, document TEXT NOT NULL, content TEXT) STRICT, WITHOUT ROWID',
  blob: 'CREATE TABLE blob (sha256 TEXT NOT NULL, kind TEXT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (sha256, kind)) STRICT, WITHOUT ROWID',
} as const

/**
 * What a blob is beside a picture: `document` and `content` are JSON text, packed by zlib (RFC 1950) and named by the
 * SHA-256 of the text; pictures and files lie as they are.
 */
export const FILE_KIND = 'file'
/** Of a Word file that is kept with the article: of its row, and of its bytes. */
export const ORIGINAL_KIND = 'original'

export type RawRecord = { readonly kind: string; readonly id: string; readonly body: string }
export type RawVersion = {
  readonly id: string
  readonly body: string
  /** Names of blobs. */
  readonly document: string
  readonly content: string | null
}
export type RawBlob = { readonly sha256: string; readonly kind: string; readonly bytes: Uint8Array }

/** Everything that a file holds, as it lies in it; each list in the order of its key, by the bytes of UTF-8. */
export type RawPackage = {
  readonly manifest: ReadonlyMap<string, string>
  readonly records: readonly RawRecord[]
  readonly versions: readonly RawVersion[]
  readonly blobs: readonly RawBlob[]
}
