import Sqlite from 'better-sqlite3'
import { digestOf } from './digest.ts'
import { APPLICATION_ID, FILE_VERSION, PAGE_SIZE, TABLES } from './format.ts'
import type { RawPackage } from './format.ts'
import { readRaw } from './raw-rows.ts'

/**
 * The bytes of a file: a database that never lay on a disk, so that it has a rollback header and no siblings. The same
 * content gives the same bytes. The digest is put in here, last.
 */
export function writeDatabase({ manifest, records, versions, blobs }: RawPackage): Uint8Array {
  const db = new Sqlite(':memory:')
  try {
    db.pragma(`page_size = ${PAGE_SIZE}`)
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${FILE_VERSION}`)
    for (const table of Object.values(TABLES)) db.exec(table)
    const insertValue = db.prepare('INSERT INTO manifest (key, value) VALUES (?, ?)')
    const insertRecord = db.prepare('INSERT INTO record (kind, id, body) VALUES (:kind, :id, :body)')
    const insertVersion = db.prepare(
      'INSERT INTO version (id, body, document, content) VALUES (:id, :body, :document, :content)',
    )
    const insertBlob = db.prepare('INSERT INTO blob (sha256, kind, bytes) VALUES (:sha256, :kind, :bytes)')
    db.transaction(() => {
      for (const [key, value] of manifest) insertValue.run(key, value)
      for (const record of records) insertRecord.run(record)
      for (const version of versions) insertVersion.run(version)
      for (const blob of blobs) insertBlob.run(blob)
    })()
    insertValue.run('digest', JSON.stringify(digestOf(readRaw(db))))
    return db.serialize()
  } finally {
    db.close()
  }
}
