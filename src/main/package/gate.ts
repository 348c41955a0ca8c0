import Sqlite from 'better-sqlite3'
import type { Database } from 'better-sqlite3'
import type { Outcome } from '../../shared/contract.ts'
import { APPLICATION_ID, FILE_VERSION, TABLES } from './format.ts'
import type { RawPackage } from './format.ts'
import { refuseByHeader } from './file-header.ts'
import { inMegabytes, LIMITS } from './limits.ts'
import { readRaw } from './raw-rows.ts'
import { damaged, tampered, tooLarge } from './refusal.ts'
import type { Refusal } from './refusal.ts'

/** What a file must be before anything in it is believed, each check before what it protects (store.md, 6). */
export function openPackage(bytes: Uint8Array): Outcome<RawPackage> {
  const refused = refuseByHeader(bytes)
  if (refused) return refused
  let db: Database | null = null
  try {
    // Of the bytes in memory: no file is opened, no lock taken, nothing beside it is looked at.
    db = new Sqlite(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return readChecked(db)
  } catch (error) {
    if (error instanceof Sqlite.SqliteError) return damaged('it cannot be read as a database')
    if (error instanceof TypeError) return damaged('some of its text is no text')
    throw error
  } finally {
    db?.close()
  }
}

function readChecked(db: Database): Outcome<RawPackage> {
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('query_only = ON')
  const refused = refuseSchema(db) ?? refuseInnerFault(db) ?? refuseSize(db)
  return refused ?? { ok: true, value: readRaw(db) }
}

type SchemaRow = { readonly type: string; readonly name: string; readonly sql: string | null }

/** Tables of another make could hold what runs when they are read. */
function refuseSchema(db: Database): Refusal | null {
  const rows = db.prepare<[], SchemaRow>('SELECT type, name, sql FROM sqlite_schema').all()
  const expected = new Map<string, string>(Object.entries(TABLES))
  const foreign = rows.find(({ type, name, sql }) => type !== 'table' || expected.get(name) !== sql)
  if (foreign) {
    const { type, name } = foreign
    return tampered(`it holds a ${type} “${name.slice(0, 60)}” that no package has`)
  }
  const missing = [...expected.keys()].find((name) => !rows.some((row) => row.name === name))
  return missing === undefined ? null : damaged(`its table “${missing}” is missing`)
}

function refuseInnerFault(db: Database): Refusal | null {
  const version = Number(db.pragma('user_version', { simple: true }))
  const application = Number(db.pragma('application_id', { simple: true }))
  if (application !== APPLICATION_ID || version !== FILE_VERSION) return damaged('its header is not its own')
  const found = String(db.pragma('integrity_check(1)', { simple: true }))
  return found === 'ok' ? null : damaged('its inner check fails')
}

type Size = { readonly rows: number; readonly longest: number }

function sizeOf(db: Database, table: string, column: string): Size {
  const sql = `SELECT count(*) AS rows, coalesce(max(octet_length(${column})), 0) AS longest FROM ${table}`
  return db.prepare<[], Size>(sql).get() ?? { rows: 0, longest: 0 }
}

/** Asked of SQLite, before any row is held in memory. */
function refuseSize(db: Database): Refusal | null {
  const sizes: readonly (readonly [string, Size, number, number])[] = [
    ['values in its manifest', sizeOf(db, 'manifest', 'value'), 1000, LIMITS.manifestValue],
    ['rows', sizeOf(db, 'record', 'body'), LIMITS.rows, LIMITS.rowBytes],
    ['saved versions', sizeOf(db, 'version', 'body'), LIMITS.versions, LIMITS.rowBytes],
    ['files', sizeOf(db, 'blob', 'bytes'), LIMITS.blobs, LIMITS.attachment],
  ]
  for (const [words, { rows, longest }, most, widest] of sizes) {
    if (rows > most) return tooLarge(`it holds ${rows} ${words}, and ${most} is the most`)
    if (longest > widest) {
      return tooLarge(
        `one of its ${words} has ${inMegabytes(longest)}, and ${inMegabytes(widest)} is the most`,
      )
    }
  }
  return null
}
