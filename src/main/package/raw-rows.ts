import type { Database } from 'better-sqlite3'
import type { RawBlob, RawPackage, RawRecord, RawVersion } from './format.ts'

/** All rows of an open package, in the order of their keys: writer and reader see the same. */

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Text comes as its bytes, so that what is no UTF-8 is noticed and not mended; throws a TypeError then. */
function textOf(bytes: Buffer): string {
  return utf8.decode(bytes)
}

type Bytes<Name extends string> = { readonly [Key in Name]: Buffer }

export function readRaw(db: Database): RawPackage {
  const manifest = db
    .prepare<[], Bytes<'key' | 'value'>>(
      'SELECT CAST(key AS BLOB) AS key, CAST(value AS BLOB) AS value FROM manifest ORDER BY manifest.key',
    )
    .all()
  const records = db
    .prepare<[], Bytes<'kind' | 'id' | 'body'>>(
      `SELECT CAST(kind AS BLOB) AS kind, CAST(id AS BLOB) AS id, CAST(body AS BLOB) AS body
       FROM record ORDER BY record.kind, record.id`,
    )
    .all()
  const versions = db
    .prepare<[], Bytes<'id' | 'body' | 'document'> & { readonly content: Buffer | null }>(
      `SELECT CAST(id AS BLOB) AS id, CAST(body AS BLOB) AS body, CAST(document AS BLOB) AS document,
         CAST(content AS BLOB) AS content
       FROM version ORDER BY version.id`,
    )
    .all()
  const blobs = db
    .prepare<[], Bytes<'sha256' | 'kind' | 'bytes'>>(
      `SELECT CAST(sha256 AS BLOB) AS sha256, CAST(kind AS BLOB) AS kind, bytes
       FROM blob ORDER BY blob.sha256, blob.kind`,
    )
    .all()
  return {
    manifest: new Map(manifest.map(({ key, value }) => [textOf(key), textOf(value)])),
    records: records.map(({ kind, id, body }): RawRecord => ({
      kind: textOf(kind),
      id: textOf(id),
      body: textOf(body),
    })),
    versions: versions.map(({ id, body, document, content }): RawVersion => ({
      id: textOf(id),
      body: textOf(body),
      document: textOf(document),
      content: content === null ? null : textOf(content),
    })),
    blobs: blobs.map(({ sha256, kind, bytes }): RawBlob => ({
      sha256: textOf(sha256),
      kind: textOf(kind),
      bytes,
    })),
  }
}
