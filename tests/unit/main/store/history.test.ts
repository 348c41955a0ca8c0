import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ArticleId, ChangeId, ChangeSetId } from '../../../../src/shared/model/ids.ts'
import { openStore } from '../../../../src/main/store/open-store.ts'
import type { Store } from '../../../../src/main/store/open-store.ts'
import { NO_PREVIOUS, sealEvent } from '../../../../src/main/core/chain.ts'
import { temporaryFolder } from '../../../support/library.ts'
import { AT, articleRow, claimLink, claimRow, personRow, sourceRow } from '../../../support/rows.ts'
import { WHOLE_DESK } from '../../../support/searched.ts'

const ARTICLE = 'article' as ArticleId

let folder: ReturnType<typeof temporaryFolder>
let path: string

function withStore<T>(use: (store: Store) => T): T {
  const opened = openStore(path)
  if (!opened.ok) throw new Error(opened.error.message)
  try {
    return use(opened.value)
  } finally {
    opened.value.close()
  }
}

/** A program that goes around the store. */
function withSql<T>(use: (db: Database) => T): T {
  const db = new Sqlite(path)
  try {
    return use(db)
  } finally {
    db.close()
  }
}

function append(store: Store, batchId: string, firstSeq: number, steps: readonly unknown[]): number {
  return store.documents.append(ARTICLE, { batchId, authorId: 'ines', at: AT, firstSeq, steps })
}

beforeEach(() => {
  folder = temporaryFolder()
  path = join(folder.path, 'library.stet-db')
  withStore((store) => {
    store.people.save(personRow())
    store.articles.insert(articleRow())
    append(store, 'one', 1, [{ a: 1 }, { a: 2 }])
    const said = {
      origin: 'here',
      at: AT,
      personId: null,
      kind: 'article.import',
      summary: 'Imported.',
      root: null,
    }
    store.log.append(ARTICLE, sealEvent(ARTICLE, null, said))
    const signOff = withHashes()
    store.signOffs.append(signOff)
    store.changeSets.append(ARTICLE, changeSet, personRow().id, AT)
    store.changeDecisions.append(ARTICLE, 'here', [decision])
  })
})
afterEach(() => folder.remove())

const changeId = 'change' as ChangeId
const changeSet = { id: 'set' as ChangeSetId, label: 'Replace all', changeIds: [changeId] }
const decision = {
  changeId,
  verdict: 'accepted' as const,
  personId: personRow().id,
  at: AT,
  reason: 'Agreed.',
}

function withHashes() {
  const hash = 'a'.repeat(64)
  return {
    id: 'sign' as never,
    origin: '',
    versionId: null,
    scope: null,
    waivers: [],
    until: null,
    returnTo: null,
    seq: 1,
    articleId: ARTICLE,
    version: 1,
    slot: 'desk' as const,
    decision: 'approve' as const,
    statement: 'I have read it.',
    conditions: '',
    personId: personRow().id,
    typedName: 'Ines Calloway',
    role: 'desk' as const,
    at: AT,
    utcOffset: 0,
    textHash: hash,
    evidenceHash: hash,
    previous: NO_PREVIOUS,
    hash,
  }
}

describe('history', () => {
  test('steps follow one another without a gap, and move the head', () => {
    withStore((store) => {
      expect(append(store, 'two', 3, [{ a: 3 }])).toBe(3)
      expect(store.articles.get(ARTICLE)?.headSeq).toBe(3)
      expect(() => append(store, 'three', 5, [{ a: 5 }])).toThrow('steps have no gaps')
      expect(() => append(store, 'three', 3, [{ a: 3 }])).toThrow('steps have no gaps')
    })
  })

  test('a batch is remembered with its answer', () => {
    withStore((store) => {
      expect(store.documents.batch(ARTICLE, 'one')).toEqual({ seq: 2, at: AT })
      expect(store.documents.batch(ARTICLE, 'two')).toBeNull()
    })
  })

  test('a locked article takes no step, even from a program that does not ask', () => {
    withSql((db) => {
      db.exec(`UPDATE article SET locked = 1`)
      const add = `INSERT INTO document_step VALUES ('article', 3, 'ines', 0, '{}')`
      expect(() => db.exec(add)).toThrow('a locked article takes no steps')
    })
  })

  test.each([
    ['document_step', `UPDATE document_step SET step = '{}'`],
    ['document_step', 'DELETE FROM document_step'],
    ['document_batch', 'UPDATE document_batch SET seq = 9'],
    ['document_batch', 'DELETE FROM document_batch'],
    ['log_event', `UPDATE log_event SET summary = 'nothing happened'`],
    ['log_event', 'DELETE FROM log_event'],
    ['sign_off', `UPDATE sign_off SET decision = 'kill'`],
    ['sign_off', 'DELETE FROM sign_off'],
    ['change_set', `UPDATE change_set SET label = 'another act'`],
    ['change_set', 'DELETE FROM change_set'],
    ['change_decision', `UPDATE change_decision SET verdict = 'rejected'`],
    ['change_decision', 'DELETE FROM change_decision'],
  ])('%s is append-only: %s', (_table, sql) => {
    withSql((db) => expect(() => db.exec(sql)).toThrow('append-only'))
  })

  test('sets of changes and decisions read back as they were stored, decisions in their order', () => {
    withStore((store) => {
      const undone = { ...decision, verdict: 'undone' as const, reason: null }
      store.changeDecisions.append(ARTICLE, 'here', [undone, decision])
      expect(store.changeSets.list(ARTICLE)).toEqual([changeSet])
      expect(store.changeDecisions.list(ARTICLE)).toEqual([
        { origin: 'here', seq: 1, ...decision },
        { origin: 'here', seq: 2, ...undone },
        { origin: 'here', seq: 3, ...decision },
      ])
    })
  })

  test('the log and the signatures have no gaps', () => {
    withStore((store) => {
      const next = { ...withHashes(), id: 'other' as never, seq: 3 }
      expect(() => store.signOffs.append(next)).toThrow('no gaps')
      const said = { origin: 'here', at: AT, personId: null, kind: 'x', summary: 'x', root: null }
      const event = { ...sealEvent(ARTICLE, null, said), seq: 3 }
      expect(() => store.log.append(ARTICLE, event)).toThrow('no gaps')
    })
  })

  test.each([
    `UPDATE article SET status = 'lost'`,
    `UPDATE article SET status = 'approved'`,
    `INSERT INTO change VALUES ('article', 'c', 'insertion', 'nobody', 0, NULL, '', '', 'open', NULL, NULL, NULL, NULL)`,
    `INSERT INTO change VALUES ('article', 'c', 'insertion', 'ines', 0, NULL, '', '', 'accepted', NULL, NULL, NULL, NULL)`,
    `INSERT INTO change VALUES ('article', 'c', 'kiss', 'ines', 0, NULL, '', '', 'open', NULL, NULL, NULL, NULL)`,
    `INSERT INTO claim_source (article_id, claim_id, source_id, position, locator, note) VALUES ('article', 'no claim', 'no source', 1, '', '')`,
  ])('the tables refuse what cannot be: %s', (sql) => {
    withSql((db) => {
      db.pragma('foreign_keys = ON')
      expect(() => db.exec(sql)).toThrow('constraint failed')
    })
  })
})

describe('rows kept in memory', () => {
  test('are what the file holds, after a write and after a rolled-back one', () => {
    withStore((store) => {
      expect(store.claims.list(ARTICLE)).toEqual([])
      store.claims.insert(ARTICLE, claimRow('c'))
      store.sources.save(ARTICLE, sourceRow('s'))
      store.claims.attach(ARTICLE, claimRow('c').id, claimLink(sourceRow('s').id))
      expect(store.claims.list(ARTICLE)).toEqual([claimRow('c', {}, ['s'])])
      store.transaction(() => {
        store.claims.update(ARTICLE, claimRow('c', { status: 'disputed' }))
        store.sources.save(ARTICLE, sourceRow('other'))
        expect(store.claims.list(ARTICLE)).toMatchObject([{ status: 'disputed' }])
        expect(store.sources.list(ARTICLE)).toHaveLength(2)
        return { ok: false, error: { code: 'refused', message: 'No.' } }
      })
      expect(store.claims.list(ARTICLE)).toMatchObject([{ status: 'found' }])
      expect(store.sources.list(ARTICLE)).toHaveLength(1)
    })
  })
})

describe('snapshots', () => {
  function snapshot(store: Store, seq: number, reason: 'import' | 'automatic' | 'approval'): void {
    store.documents.saveSnapshot(ARTICLE, { seq, reason, schemaVersion: 1, json: `{"seq":${seq}}`, at: AT })
  }

  test('a text is read from the last snapshot and the steps after it', () => {
    withStore((store) => {
      snapshot(store, 0, 'import')
      snapshot(store, 1, 'automatic')
      expect(store.documents.read(ARTICLE)).toEqual({
        snapshotSeq: 1,
        json: '{"seq":1}',
        steps: [{ a: 2 }],
        headSeq: 2,
      })
    })
  })

  test('a damaged snapshot is passed over for the one before it', () => {
    withStore((store) => {
      snapshot(store, 0, 'import')
      snapshot(store, 1, 'automatic')
    })
    withSql((db) => {
      db.exec('DROP TRIGGER document_snapshot_kept')
      db.exec(`UPDATE document_snapshot SET body = x'0102' WHERE seq = 1`)
    })
    withStore((store) => {
      expect(store.documents.read(ARTICLE)).toMatchObject({ snapshotSeq: 0, steps: [{ a: 1 }, { a: 2 }] })
    })
  })

  test('five automatic ones stay, and every import and approval', () => {
    withStore((store) => {
      snapshot(store, 0, 'import')
      snapshot(store, 1, 'approval')
      for (let seq = 2; seq <= 9; seq += 1) snapshot(store, seq, 'automatic')
    })
    const kept = withSql((db) => db.prepare('SELECT seq FROM document_snapshot ORDER BY seq').pluck().all())
    expect(kept).toEqual([0, 1, 5, 6, 7, 8, 9])
  })

  test('an approval at the place of an automatic one makes it stay', () => {
    withStore((store) => {
      snapshot(store, 2, 'automatic')
      snapshot(store, 2, 'approval')
    })
    withSql((db) => expect(() => db.exec('DELETE FROM document_snapshot')).toThrow('only automatic'))
  })
})

describe('search', () => {
  test('finds articles that hold every word, in headline, slug or text', () => {
    withStore((store) => {
      store.articles.insert(articleRow({ id: 'b' as ArticleId, slug: 'ferry', headline: 'Crews' }))
      store.search.index(ARTICLE, 'Die Fähre wartet')
      store.search.index('b' as ArticleId, 'unpaid Sundays')
      const find = (query: string) => store.deskList.window({ ...WHOLE_DESK, query }, 0, 10)
      expect(find('FAHRE teld')).toEqual([ARTICLE])
      expect(find('crew ferry sunday')).toEqual(['b'])
      expect(find('ferry wartet')).toEqual([])
      expect(find('" OR * -')).toEqual([])
      expect(store.search.stale(9)).toEqual([])
      append(store, 'two', 3, [{}])
      expect(store.search.stale(9)).toEqual([ARTICLE])
      expect(store.search.waiting()).toBe(1)
    })
  })
})
