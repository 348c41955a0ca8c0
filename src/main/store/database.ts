import { existsSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Database } from 'better-sqlite3'
import type { Failure, Outcome } from '../../shared/contract.ts'
import { fold } from './fold.ts'
import { APPLICATION_ID, readHeader } from './header.ts'
import { NEWEST_VERSION, migrate } from './migrate.ts'

function fail(code: Failure['code'], message: string): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: { code, message } }
}

function damaged(name: string, found: string) {
  return fail(
    'unreadable-file',
    `The library “${name}” is damaged (${found}). Nothing in it was changed. ` +
      'Keep the file together with the files beside it of the same name, and start from your last backup.',
  )
}

function newer(name: string, version: number) {
  return fail(
    'refused',
    `The library “${name}” was written by a newer Stet: its version is ${version}, this Stet knows ` +
      `${NEWEST_VERSION}. Nothing was changed. Open it with the newer Stet, or update this one.`,
  )
}

/** What the file says of itself, before SQLite touches it; null when it may be opened. */
function refuseByHeader(path: string): ReturnType<typeof fail> | null {
  const name = basename(path)
  const header = readHeader(path)
  if (header.kind === 'missing' || header.kind === 'empty') return null
  if (header.kind === 'not-a-database') return damaged(name, 'it is not a database')
  if (header.applicationId !== APPLICATION_ID) {
    return fail('refused', `“${name}” is a database of another program. Nothing was changed.`)
  }
  return header.userVersion > NEWEST_VERSION ? newer(name, header.userVersion) : null
}

/** True when the last user of the file did not close it: its write-ahead log still holds something. */
function leftOpen(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

function configure(db: Database): void {
  db.function('fold', { deterministic: true }, (text) => fold(String(text)))
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('secure_delete = ON')
  db.pragma('foreign_keys = ON')
  // Else INSERT OR REPLACE deletes the old row without asking the triggers that keep it.
  db.pragma('recursive_triggers = ON')
  // FULL, not the default of WAL: with NORMAL a power cut loses acknowledged typing.
  db.pragma('synchronous = FULL')
  db.pragma('checkpoint_fullfsync = ON')
}

/** Takes the lock, checks what the file is, and brings it to the newest shape; null when all is well. */
function prepare(
  db: Database,
  path: string,
  fresh: boolean,
  unclean: boolean,
): ReturnType<typeof fail> | null {
  const name = basename(path)
  db.pragma('locking_mode = EXCLUSIVE')
  // Before WAL, so that the first page on disk carries it whatever happens next.
  if (fresh) db.pragma(`application_id = ${APPLICATION_ID}`)
  if (Number(db.pragma('application_id', { simple: true })) !== APPLICATION_ID) {
    return damaged(name, 'the file beside it belongs to another database')
  }
  const version = Number(db.pragma('user_version', { simple: true }))
  if (version > NEWEST_VERSION) return newer(name, version)
  configure(db)
  db.pragma('journal_mode = WAL')
  if (unclean) {
    const found = String(db.pragma('integrity_check(1)', { simple: true }))
    if (found !== 'ok') return damaged(name, 'its inner check fails')
  }
  // An exclusive lock is only taken by a write; without this a second Stet would notice too late.
  db.exec('BEGIN IMMEDIATE; COMMIT')
  migrate(db)
  return null
}

/**
 * Opens or creates a library: the only place that knows how. One connection, held exclusively.
 * Expected failures (newer, damaged, in use, not writable) are values with a sentence for the editor.
 */
export function openDatabase(path: string): Outcome<Database> {
  if (!existsSync(dirname(path))) return cannotOpen(basename(path))
  let db: Database | null = null
  try {
    const refused = refuseByHeader(path)
    if (refused) return refused
    const before = readHeader(path)
    const unclean = leftOpen(path)
    db = new Sqlite(path, { timeout: 0 })
    const problem = prepare(db, path, before.kind !== 'database', unclean)
    if (problem) {
      db.close()
      return problem
    }
    return { ok: true, value: db }
  } catch (error) {
    db?.close()
    const failure = explainOpening(error, basename(path))
    if (failure) return { ok: false, error: failure }
    throw error
  }
}

/** The bytes of an empty library of the newest shape: made once, because the way there takes 60 ms and they take one. */
let empty: Buffer | null = null

function makeEmpty(): Buffer {
  const db = new Sqlite(':memory:')
  configure(db)
  migrate(db)
  const bytes = db.serialize()
  db.close()
  return bytes
}

/** An empty library that is never a file: what a copy of some rows is put into. */
export function openInMemory(): Database {
  empty ??= makeEmpty()
  const db = new Sqlite(empty)
  configure(db)
  return db
}

function cannotOpen(name: string) {
  return fail(
    'not-available',
    `The library “${name}” cannot be opened: its folder is missing, or it is closed to you. Nothing was changed.`,
  )
}

function explainOpening(error: unknown, name: string): Failure | null {
  // Of the file system, before SQLite was asked.
  if (error instanceof Error && 'syscall' in error) return cannotOpen(name).error
  if (!(error instanceof Sqlite.SqliteError)) return null
  if (/^SQLITE_(BUSY|LOCKED)/.test(error.code)) {
    return fail(
      'not-available',
      `The library “${name}” is in use by another Stet that is running. Nothing was changed. ` +
        'Use that one, or close it and try again.',
    ).error
  }
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(error.code))
    return damaged(name, 'it cannot be read as a database').error
  if (error.code.startsWith('SQLITE_CANTOPEN')) return cannotOpen(name).error
  return explainStorage(error)
}

/** Words for the trouble a disk can make at any time; null for anything else, which is then a bug. */
export function explainStorage(error: unknown): Failure | null {
  if (!(error instanceof Sqlite.SqliteError)) return null
  const kept = 'Everything saved before is kept.'
  if (error.code === 'SQLITE_FULL') {
    return fail(
      'not-available',
      `The disk is full; this was not saved. ${kept} Free some space and try again.`,
    ).error
  }
  if (error.code.startsWith('SQLITE_READONLY')) {
    return fail('not-available', `The library may not be written; this was not saved. ${kept}`).error
  }
  if (error.code.startsWith('SQLITE_IOERR')) {
    return fail('not-available', `The disk reports an error; this was not saved. ${kept}`).error
  }
  return null
}
