import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../../../src/main/store/database.ts'
import { openTestLibrary, temporaryFolder } from '../../../support/library.ts'
import { buildSignedReview } from '../../../support/tampering/signed-review.ts'

/** Tables of what was done or said, against SQL from inside the app: on the app's own connection, with its settings. */
const HISTORY = [
  'log_event',
  'library_event',
  'sign_off',
  'document_step',
  'document_batch',
  'step_seal',
  'change_set',
  'change_decision',
  'message_revision',
  'consultation',
  'version',
  'version_document',
  'custody_move',
  'export_check',
  'picture',
  'original',
] as const

/** Rows that may change in part, and never go. */
const NEVER_DELETED = [
  'thread',
  'message',
  'source',
  'waiver',
  'reply',
  'anchor',
  'change',
  'conflict',
] as const

let folder: ReturnType<typeof temporaryFolder>
let db: Database

beforeAll(async () => {
  folder = temporaryFolder()
  const library = await openTestLibrary(folder.path)
  await buildSignedReview(library)
  await library.core.close()
  const opened = openDatabase(join(folder.path, 'library.stet-db'))
  if (!opened.ok) throw new Error(opened.error.message)
  db = opened.value
}, 30_000)
afterAll(() => {
  db.close()
  folder.remove()
})

function triggersOn(table: string, event: 'UPDATE' | 'DELETE'): number {
  const found = db
    .prepare<[string, string], { sql: string }>(
      `SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? AND sql LIKE ?`,
    )
    .all(table, `%BEFORE ${event}%`)
  return found.length
}

function rowsIn(table: string): number {
  return Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
}

describe('tables of history', () => {
  test.each(HISTORY)('%s has triggers against changing and deleting', (table) => {
    expect(triggersOn(table, 'UPDATE')).toBeGreaterThan(0)
    expect(triggersOn(table, 'DELETE')).toBeGreaterThan(0)
  })

  test.each(NEVER_DELETED)('%s has a trigger against deleting', (table) => {
    expect(triggersOn(table, 'DELETE')).toBeGreaterThan(0)
  })
})

/** REPLACE deletes the row that is in its way, and asks the delete triggers only with `recursive_triggers`. */
describe('INSERT OR REPLACE', () => {
  test('is stopped by the triggers on this connection', () => {
    expect(db.pragma('recursive_triggers', { simple: true })).toBe(1)
  })

  const tables = [...HISTORY, ...NEVER_DELETED]
  test.each(tables)('does not get past those of %s', (table) => {
    const before = rowsIn(table)
    if (before === 0) return
    expect(() => db.exec(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} LIMIT 1`)).toThrow()
    expect(rowsIn(table)).toBe(before)
  })

  test('would get past them without', () => {
    db.pragma('recursive_triggers = OFF')
    try {
      const replace = () => db.exec('INSERT OR REPLACE INTO consultation SELECT * FROM consultation LIMIT 1')
      expect(replace).not.toThrow()
    } finally {
      db.pragma('recursive_triggers = ON')
    }
  })
})
