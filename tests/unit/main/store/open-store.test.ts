import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { explainStorage } from '../../../../src/main/store/database.ts'
import { openStore } from '../../../../src/main/store/open-store.ts'
import type { Store } from '../../../../src/main/store/open-store.ts'
import { NEWEST_VERSION } from '../../../../src/main/store/migrate.ts'
import { temporaryFolder } from '../../../support/library.ts'
import { personRow } from '../../../support/rows.ts'

let folder: ReturnType<typeof temporaryFolder>
let path: string

beforeEach(() => {
  folder = temporaryFolder()
  path = join(folder.path, 'library.stet-db')
})
afterEach(() => folder.remove())

function mustOpen(): Store {
  const opened = openStore(path)
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

function refusal(): string {
  const opened = openStore(path)
  if (!opened.ok) return opened.error.message
  opened.value.close()
  return ''
}

function poke(pragma: string): void {
  const db = new Sqlite(path)
  db.pragma(pragma)
  db.close()
}

describe('opening a library', () => {
  test('makes a new one, which keeps what is written', () => {
    const store = mustOpen()
    expect(store.isNew).toBe(true)
    store.transaction(() => {
      store.people.save(personRow())
      store.settings.set('created', '1')
      return { ok: true, value: null }
    })
    store.close()
    const again = mustOpen()
    expect(again.isNew).toBe(false)
    expect(again.people.list()).toEqual([personRow()])
    expect(again.integrityCheck()).toBe('ok')
    again.close()
  })

  test('marks the file as ours and leaves nothing beside it when closed', () => {
    mustOpen().close()
    const header = readFileSync(path)
    expect(header.toString('latin1', 68, 72)).toBe('STET')
    expect(header.readUInt32BE(60)).toBe(NEWEST_VERSION)
    expect(statSync(`${path}-wal`, { throwIfNoEntry: false })).toBeUndefined()
  })

  test('refuses a newer file and names both versions', () => {
    mustOpen().close()
    poke(`user_version = ${NEWEST_VERSION + 10}`)
    const before = readFileSync(path)
    expect(refusal()).toContain(`its version is ${NEWEST_VERSION + 10}, this Stet knows ${NEWEST_VERSION}`)
    expect(readFileSync(path)).toEqual(before)
  })

  test('refuses the database of another program', () => {
    const db = new Sqlite(path)
    db.exec('CREATE TABLE other (a)')
    db.close()
    expect(refusal()).toContain('a database of another program')
  })

  test('refuses a file that is no database', () => {
    writeFileSync(path, 'Dear editor, '.repeat(100))
    expect(refusal()).toContain('it is not a database')
  })

  test('refuses a database with a broken first page', () => {
    mustOpen().close()
    const bytes = readFileSync(path)
    bytes.fill(0x5a, 100, 4096)
    writeFileSync(path, bytes)
    expect(refusal()).toContain('is damaged')
  })

  test('finds the damage that an unclean end left', () => {
    mustOpen().close()
    const bytes = readFileSync(path)
    const pageSize = bytes.readUInt16BE(16)
    bytes.fill(0x5a, pageSize * 3, pageSize * 6)
    writeFileSync(path, bytes)
    writeFileSync(`${path}-wal`, Buffer.alloc(64, 1))
    expect(refusal()).toContain('is damaged')
  })

  test('goes on after an unclean end that damaged nothing', () => {
    const store = mustOpen()
    store.settings.set('a', 'kept')
    copyFileSync(path, `${path}.copy`)
    copyFileSync(`${path}-wal`, `${path}.copy-wal`)
    store.close()
    path = `${path}.copy`
    const again = mustOpen()
    expect(again.settings.get('a')).toBe('kept')
    again.close()
  })

  test('says that a library is in use while another holds it', () => {
    const store = mustOpen()
    expect(refusal()).toContain('in use by another Stet')
    store.close()
    expect(refusal()).toBe('')
  })

  test('says that the folder is missing', () => {
    path = join(folder.path, 'nowhere', 'library.stet-db')
    expect(refusal()).toContain('cannot be opened')
  })

  test('an act that is refused or throws leaves no trace', () => {
    const store = mustOpen()
    const refused = store.transaction(() => {
      store.settings.set('a', '1')
      return { ok: false, error: { code: 'refused', message: 'No.' } }
    })
    expect(refused.ok).toBe(false)
    expect(() =>
      store.transaction(() => {
        store.settings.set('a', '2')
        throw new Error('bug')
      }),
    ).toThrow('bug')
    expect(store.settings.get('a')).toBeNull()
    store.close()
  })
})

describe('trouble with the disk', () => {
  test.each([
    ['SQLITE_FULL', 'The disk is full'],
    ['SQLITE_READONLY_DBMOVED', 'may not be written'],
    ['SQLITE_IOERR_WRITE', 'The disk reports an error'],
  ])('%s is told in words', (code, words) => {
    expect(explainStorage(new Sqlite.SqliteError('', code))?.message).toContain(words)
  })

  test('anything else is a bug', () => {
    expect(explainStorage(new Sqlite.SqliteError('', 'SQLITE_CONSTRAINT_CHECK'))).toBeNull()
    expect(explainStorage(new Error('bug'))).toBeNull()
  })
})
