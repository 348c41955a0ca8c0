import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ArticleId, LibraryId, VersionId } from '../../../../src/shared/model/ids.ts'
import type { SavedVersion } from '../../../../src/shared/model/version.ts'
import { openStore } from '../../../../src/main/store/open-store.ts'
import type { Store } from '../../../../src/main/store/open-store.ts'
import { temporaryFolder } from '../../../support/library.ts'
import { AT, articleRow } from '../../../support/rows.ts'

/** Saved versions are for good, and the same text is kept once. */

const ARTICLE = 'article' as ArticleId

function version(id: string, fields: Partial<SavedVersion> = {}): SavedVersion {
  return {
    id: id as VersionId,
    articleId: ARTICLE,
    kind: 'named',
    name: id,
    edition: 1,
    status: 'draft',
    personId: null,
    origin: 'library' as LibraryId,
    at: AT,
    textHash: 'a'.repeat(64),
    words: 3,
    parents: [],
    ...fields,
  }
}

let folder: ReturnType<typeof temporaryFolder>
let store: Store
let path: string
beforeEach(() => {
  folder = temporaryFolder()
  path = join(folder.path, 'library.stet-db')
  store = open()
  store.articles.insert(articleRow({ id: ARTICLE }))
})
afterEach(() => {
  store.close()
  folder.remove()
})

function open(): Store {
  const opened = openStore(path)
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

const bodies = (document: string, content: string | null = null) => ({ document, content, schemaVersion: 1 })

/** Past the store, as a program that forgets would do it. */
function past<T>(act: (db: Database) => T): T {
  store.close()
  const db = new Sqlite(path)
  try {
    return act(db)
  } finally {
    db.close()
    store = open()
  }
}

test('versions come back as they were kept, in their order, with text and rows', () => {
  const merge = version('m', { kind: 'merge', parents: ['a' as VersionId, 'b' as VersionId] })
  store.versions.append(version('z'), bodies('{"text":1}'))
  store.versions.append(merge, bodies('{"text":2}', '{"rows":[]}'))
  store.versions.setHead(ARTICLE, merge.id)
  expect(store.versions.list(ARTICLE)).toEqual([version('z'), merge])
  expect(store.versions.get(ARTICLE, 'm')).toEqual(merge)
  expect(store.versions.document(ARTICLE, 'm')).toBe('{"text":2}')
  expect(store.versions.content(ARTICLE, 'm')).toBe('{"rows":[]}')
  expect(store.versions.content(ARTICLE, 'z')).toBeNull()
  expect(store.versions.head(ARTICLE)).toBe('m')
})

test('the same text takes room once', () => {
  for (const id of ['one', 'two', 'three']) store.versions.append(version(id), bodies('{"text":1}'))
  const { kept } = past((db) => db.prepare('SELECT count(*) AS kept FROM version_document').get()) as {
    kept: number
  }
  expect(kept).toBe(1)
  expect(store.versions.document(ARTICLE, 'three')).toBe('{"text":1}')
})

test.each([
  ["UPDATE version SET name = 'other'", 'append-only'],
  ["UPDATE version SET parents = '[]', at = 1", 'append-only'],
  ["UPDATE version SET content = x'00', content_sha256 = document_sha256", 'append-only'],
  ['DELETE FROM version', 'append-only'],
  ["UPDATE version_document SET body = x'00'", 'append-only'],
  ['DELETE FROM version_document', 'append-only'],
])('%s is refused', (sql, why) => {
  store.versions.append(version('one'), bodies('{"text":1}', '{"rows":[]}'))
  expect(() => past((db) => db.exec(sql))).toThrow(why)
})

test('the rows of a version that did not have them may be filled in, once', () => {
  store.versions.append(version('one'), bodies('{"text":1}'))
  const fill = (byte: string) => () =>
    past((db) => db.exec(`UPDATE version SET content = x'${byte}', content_sha256 = document_sha256`))
  expect(fill('00')).not.toThrow()
  expect(fill('01')).toThrow('append-only')
})
