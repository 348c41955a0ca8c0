import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '../../../../src/main/core/hash.ts'
import type {
  ArticleId,
  ClaimId,
  ConsultationId,
  MessageId,
  PersonId,
  ReplyId,
  ThreadId,
  WaiverId,
} from '../../../../src/shared/model/ids.ts'
import type { Consultation } from '../../../../src/shared/model/consultation.ts'
import type { Reply } from '../../../../src/shared/model/reply.ts'
import type { Thread } from '../../../../src/shared/model/thread.ts'
import type { Waiver } from '../../../../src/shared/model/waiver.ts'
import { openStore } from '../../../../src/main/store/open-store.ts'
import type { Store } from '../../../../src/main/store/open-store.ts'
import { temporaryFolder } from '../../../support/library.ts'
import { AT, articleRow, claimRow, personRow, sourceRow } from '../../../support/rows.ts'

/** What a review says is in the file for good: also a program that goes around the store cannot take it out. */

const ARTICLE = 'article' as ArticleId
const INES = 'ines' as PersonId
const BYTES = new TextEncoder().encode('as it came')

const thread: Thread = {
  id: 't' as ThreadId,
  target: { kind: 'article' },
  level: 'must',
  audience: 'legal',
  assigneeId: null,
  quote: '',
  resolvedBy: null,
  resolvedAt: null,
  messages: [
    {
      id: 'm' as MessageId,
      authorId: INES,
      at: AT,
      dateRaw: null,
      text: 'Which?',
      editedAt: null,
      earlier: [],
    },
  ],
}

const waiver: Waiver = {
  id: 'w' as WaiverId,
  claimId: 'c' as ClaimId,
  rules: ['R6'],
  category: 'time',
  reason: 'The record office opens on Monday only.',
  askedBy: INES,
  grantedBy: INES,
  grantedAs: 'desk',
  at: AT,
  throughVersion: 1,
  endedBy: null,
  endedAt: null,
}

const reply: Reply = {
  id: 'r' as ReplyId,
  party: 'The harbour company',
  claimIds: ['c' as ClaimId],
  askedBy: INES,
  askedAt: AT,
  channel: 'letter',
  put: 'That it paid twice.',
  deadline: null,
  outcome: 'waiting',
  answer: '',
  answeredAt: null,
  createdBy: INES,
  createdAt: AT,
  updatedAt: AT,
}

const consultation: Consultation = {
  id: 'k' as ConsultationId,
  field: 'legal',
  claimIds: [],
  question: 'May we?',
  advice: 'With the reply.',
  audience: 'legal',
  by: INES,
  as: 'legal',
  at: AT,
}

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

function withSql<T>(use: (db: Database) => T): T {
  const db = new Sqlite(path)
  db.pragma('foreign_keys = ON')
  try {
    return use(db)
  } finally {
    db.close()
  }
}

const file = { sha256: sha256(BYTES), name: 'record.pdf', size: BYTES.byteLength, at: AT }

beforeEach(() => {
  folder = temporaryFolder()
  path = join(folder.path, 'library.stet-db')
  withStore((store) => {
    store.people.save(personRow())
    store.articles.insert(articleRow())
    store.threads.insert(ARTICLE, thread)
    store.claims.insert(ARTICLE, claimRow('c', { status: 'sourced' }))
    store.claims.insert(ARTICLE, claimRow('bare'))
    store.attachments.put(file.sha256, BYTES, AT)
    store.sources.save(ARTICLE, sourceRow('s', { file }))
    store.waivers.insert(ARTICLE, waiver)
    store.replies.save(ARTICLE, reply)
    store.consultations.insert(ARTICLE, consultation)
    const anchor = { mark: 'claim', id: 'c', quotes: [], attachment: 'attached' } as const
    store.anchors.save(ARTICLE, { ...anchor, confirmedBy: null, confirmedAt: null })
  })
})
afterEach(() => folder.remove())

test('all of it reads back as it was stored', () => {
  withStore((store) => {
    expect(store.threads.list(ARTICLE)).toEqual([thread])
    expect(store.waivers.list(ARTICLE)).toEqual([waiver])
    expect(store.replies.list(ARTICLE)).toEqual([reply])
    expect(store.consultations.list(ARTICLE)).toEqual([consultation])
    expect(store.sources.list(ARTICLE)).toEqual([sourceRow('s', { file })])
    expect(store.attachments.get(file.sha256)).toEqual(BYTES)
  })
})

test('a reworded comment keeps every earlier wording, in order', () => {
  withStore((store) => {
    store.threads.editMessage(ARTICLE, 'm' as MessageId, 'Which one?', AT + 1)
    store.threads.editMessage(ARTICLE, 'm' as MessageId, 'Which office?', AT + 2)
    expect(store.threads.list(ARTICLE)[0]?.messages).toMatchObject([
      {
        text: 'Which office?',
        editedAt: AT + 2,
        earlier: [
          { text: 'Which?', until: AT + 1 },
          { text: 'Which one?', until: AT + 2 },
        ],
      },
    ])
  })
  withSql((db) => {
    expect(() => db.exec(`UPDATE message_revision SET text = ''`)).toThrow('append-only')
    expect(() => db.exec('DELETE FROM message_revision')).toThrow('append-only')
  })
})

describe('the tables refuse', () => {
  test.each([
    ['DELETE FROM thread', 'comments are not deleted'],
    ['DELETE FROM message', 'comments are not deleted'],
    [`UPDATE message SET text = 'Nothing.'`, 'earlier words are kept first'],
    [`UPDATE message SET at = 0`, 'who said it, and when'],
    [`UPDATE message SET author_id = 'ines'`, 'who said it, and when'],
    [`UPDATE thread SET target_kind = 'claim', target_id = 'c'`, 'stays on what it is about'],
    [`DELETE FROM claim WHERE id = 'c'`, 'a settled claim is not deleted'],
    ['DELETE FROM source', 'sources are not deleted'],
    ['DELETE FROM anchor', 'lost words are kept'],
    ['DELETE FROM waiver', 'ended, never deleted'],
    [`UPDATE waiver SET reason = 'Another reason, long enough.'`, 'ended, never changed'],
    ['DELETE FROM reply', 'not shortened'],
    ['DELETE FROM consultation', 'append-only'],
    [`UPDATE consultation SET audience = 'desk'`, 'append-only'],
    ['DELETE FROM attachment', 'a source holds this attachment'],
    [`UPDATE attachment SET bytes = x'00'`, 'append-only'],
    [`UPDATE thread SET audience = 'everybody'`, 'constraint failed'],
  ])('%s', (sql, words) => {
    withSql((db) => expect(() => db.exec(sql)).toThrow(words))
  })

  test('an ended waiver to be ended again, or to come back', () => {
    withStore((store) => store.waivers.end(ARTICLE, waiver.id, INES, AT + 1))
    withSql((db) => {
      expect(() => db.exec(`UPDATE waiver SET ended_at = ended_at + 5`)).toThrow('ended, never changed')
      expect(() => db.exec(`UPDATE waiver SET ended_at = NULL, ended_by = NULL`)).toThrow(
        'ended, never changed',
      )
    })
  })
})

test('what nobody has said anything about goes, and so do bytes that no source holds', () => {
  withStore((store) => {
    store.claims.remove(ARTICLE, 'bare' as ClaimId)
    expect(store.claims.list(ARTICLE).map((claim) => claim.id)).toEqual(['c'])
    store.attachments.letGo(file.sha256)
    expect(store.attachments.get(file.sha256)).not.toBeNull()
    store.sources.save(ARTICLE, sourceRow('s'))
    store.attachments.letGo(file.sha256)
    expect(store.attachments.get(file.sha256)).toBeNull()
  })
})
