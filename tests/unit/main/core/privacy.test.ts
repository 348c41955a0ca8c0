import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { methods } from '../../../../src/shared/contract.ts'
import type { Args, MethodName } from '../../../../src/shared/contract.ts'
import type { ExportKind } from '../../../../src/shared/model/review.ts'
import type { PersonId } from '../../../../src/shared/model/ids.ts'
import { readPackage } from '../../../../src/main/package/read.ts'
import type { ExportRequest } from '../../../../src/shared/model/interchange.ts'
import { ROLES } from '../../../../src/shared/model/person.ts'
import { openTestLibrary, plainWork, temporaryFolder } from '../../../support/library.ts'
import type { TestLibrary } from '../../../support/library.ts'
import {
  CLOSED_LATER,
  OPEN_THREAD,
  PLACED,
  PRIVATE_IDS,
  PRIVATE_WORDS,
  leaked,
  privateReview,
  sitDown,
} from '../../../support/private-review.ts'
import type { PrivateReview } from '../../../support/private-review.ts'
import { tries } from '../../../support/private-tries.ts'
import { searched } from '../../../support/searched.ts'

/** What legal keeps to itself, and every way in which another role could come by it. */

const OTHERS = ROLES.filter((role) => role !== 'legal')

let folder: ReturnType<typeof temporaryFolder>
let library: TestLibrary
let review: PrivateReview
let exported: ExportRequest[]

beforeEach(async () => {
  folder = temporaryFolder()
  exported = []
  library = await openTestLibrary(folder.path, plainWork(exported))
  review = await privateReview(library)
})
afterEach(async () => {
  await library.core.close()
  folder.remove()
})

test('every method has a try', () => {
  expect(Object.keys(tries(review)).toSorted()).toEqual(Object.keys(methods).toSorted())
})

test('the words are there for legal, so that not finding them means something', async () => {
  const { state } = await library.must('review.open', { articleId: review.articleId })
  expect(leaked(state)).toEqual(Object.values(PRIVATE_WORDS))
  expect(state.threads.map((thread) => thread.id)).toEqual(expect.arrayContaining([...PRIVATE_IDS]))
})

describe.each(OTHERS)('as %s', (role) => {
  test('no method of the contract tells a private word', async () => {
    const me = await sitDown(library, role)
    for (const [method, argsFor] of Object.entries(tries(review)) as [
      MethodName,
      (me: PersonId) => readonly Args<MethodName>[],
    ][]) {
      for (const args of argsFor(me)) {
        // oxlint-disable-next-line no-await-in-loop -- one after another, as a person would try
        const outcome = await library.call(method, args)
        expect([method, leaked(outcome)]).toEqual([method, []])
        if (method !== 'review.open') {
          expect([method, PRIVATE_IDS.filter((id) => JSON.stringify(outcome).includes(id))]).toEqual([
            method,
            [],
          ])
        }
      }
    }
    expect(leaked(exported)).toEqual([])
    // And nothing of it was changed by trying.
    await sitDown(library, 'legal')
    const { threads } = await library.must('review.state', { articleId: review.articleId })
    const kept = threads.filter((thread) => PRIVATE_IDS.includes(thread.id))
    expect(kept.map(({ audience, resolvedAt }) => [audience, resolvedAt])).toEqual(
      PRIVATE_IDS.map(() => ['legal', null]),
    )
    expect(kept.find((thread) => thread.id === PLACED)?.messages).toHaveLength(2)
  })
})

describe('who is not cleared', () => {
  test('is answered as for a comment that is missing', async () => {
    await sitDown(library, 'desk')
    const of = { articleId: review.articleId, text: 'x' }
    const real = await library.call('threads.reply', { ...of, threadId: PLACED })
    const none = await library.call('threads.reply', { ...of, threadId: 'never-was' })
    expect(real).toEqual(none)
    const anchor = { articleId: review.articleId, mark: 'comment' } as const
    expect(await library.call('anchors.confirm', { ...anchor, id: PLACED })).toEqual(
      await library.call('anchors.confirm', { ...anchor, id: 'never-was' }),
    )
  })

  test('is told that legal was consulted, by whom and when, and not what', async () => {
    await sitDown(library, 'desk')
    const { consultations } = await library.must('review.state', { articleId: review.articleId })
    expect(consultations).toMatchObject([{ field: 'legal', as: 'legal', question: '', advice: '' }])
  })

  test('reads in the log that something private happened, and nothing of it', async () => {
    await sitDown(library, 'desk')
    const log = await library.must('review.log', { articleId: review.articleId })
    const hidden = log.filter((event) => event.summary === 'A private comment of legal.')
    expect(hidden.map((event) => event.kind)).toEqual([
      'thread.create',
      'thread.edit',
      'thread.reply',
      'thread.create',
      'thread.create',
      'thread.create',
      'thread.set',
    ])
    expect(leaked(log)).toEqual([])
  })

  test('is stopped by a private must as by any other', async () => {
    await sitDown(library, 'desk')
    const { blockers, threads } = await library.must('review.state', { articleId: review.articleId })
    expect(threads.map((thread) => thread.id)).toEqual([OPEN_THREAD])
    expect(blockers.find((blocker) => blocker.code === 'B2')?.title).toBe('5 must-comments are open.')
  })

  test('neither makes a comment private nor opens one', async () => {
    await sitDown(library, 'standards')
    const of = { articleId: review.articleId, level: 'must', assigneeId: null } as const
    const refused = {
      ok: false,
      error: {
        code: 'refused',
        message:
          'Only legal makes a comment private to legal, or opens it to the desk again. Nothing was changed.',
      },
    }
    const target = { kind: 'article' } as const
    const made = { ...of, edit: null, id: 'mine', target, audience: 'legal', text: 'x' } as const
    expect(await library.call('threads.create', made)).toEqual(refused)
    expect(await library.call('threads.set', { ...of, threadId: OPEN_THREAD, audience: 'legal' })).toEqual(
      refused,
    )
  })
})

test('legal opens a comment again, and the desk reads it', async () => {
  const of = {
    articleId: review.articleId,
    threadId: CLOSED_LATER,
    level: 'should',
    assigneeId: null,
  } as const
  await library.must('threads.set', { ...of, audience: 'desk' })
  await sitDown(library, 'desk')
  const { threads } = await library.must('review.state', { articleId: review.articleId })
  expect(threads.map((thread) => thread.id)).toContain(CLOSED_LATER)
})

describe('a window that stays open while the person is switched', () => {
  test('is told all anew, never a difference from what the other could see', async () => {
    const of = { articleId: review.articleId }
    await sitDown(library, 'desk')
    const desk = await library.must('review.news', { ...of, since: review.legalToken })
    expect(desk.told.kind).toBe('whole')
    expect(leaked(desk)).toEqual([])
    await sitDown(library, 'legal')
    const legal = await library.must('review.news', { ...of, since: desk.token })
    expect(legal.told.kind).toBe('whole')
    expect(leaked(legal)).toEqual(Object.values(PRIVATE_WORDS))
    await sitDown(library, 'desk')
    const again = await library.must('review.news', { ...of, since: desk.token })
    expect(again.told).toEqual({ kind: 'changed', news: { fields: {}, lists: {} } })
  })
})

describe('files', () => {
  const make = (kind: ExportKind, audience: 'internal' | 'legal') =>
    library.call('exports.create', { articleId: review.articleId, kind, audience })

  test('for legal are made and saved in the legal role alone, and hold what is private', async () => {
    const made = await make('docx-review', 'legal')
    if (!made.ok) throw new Error(made.error.message)
    expect(leaked(exported)).toEqual(Object.values(PRIVATE_WORDS))
    const save = () => library.call('exports.save', { fileId: made.value.fileId })
    await sitDown(library, 'desk')
    expect(await make('docx-review', 'legal')).toMatchObject({ ok: false, error: { code: 'refused' } })
    expect(await save()).toMatchObject({ ok: false, error: { code: 'refused' } })
    await sitDown(library, 'legal')
    expect(await save()).toMatchObject({ ok: true })
  })

  test('for the desk hold nothing private, not even its place, also when legal makes them', async () => {
    await make('docx-review', 'internal')
    expect(leaked(exported)).toEqual([])
    expect(JSON.stringify(exported)).not.toContain(PLACED)
  })
})

test('the full-text index and the logs hold no comment at all', async () => {
  await searched(library, 'fuel')
  await library.core.close()
  const db = new Sqlite(join(folder.path, 'library.stet-db'), { readonly: true })
  const tables = db
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE name LIKE 'article_text%' OR name LIKE '%event'`,
    )
    .all()
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['article_text', 'log_event']))
  for (const { name } of tables) {
    const rows = db.prepare(`SELECT * FROM ${name}`).all() as Record<string, unknown>[]
    const cells = rows.flatMap((row) => Object.values(row)).map((cell) => String(cell))
    expect([name, leaked(cells.join('\n'))]).toEqual([name, []])
  }
  for (const word of [...Object.values(PRIVATE_WORDS), 'everybody']) {
    const found = db.prepare('SELECT * FROM article_text WHERE article_text MATCH ?').all(word)
    expect([word, found]).toEqual([word, []])
  }
  expect(db.prepare('SELECT * FROM article_text WHERE article_text MATCH ?').all('fuel')).toHaveLength(1)
  db.close()
})

describe('what was kept of the review', () => {
  test('texts, log and packages, with every version in them, tell nobody else what is private', async () => {
    const { articleId } = review
    const pack = async (audience: 'internal' | 'external' | 'legal') => {
      const { fileId } = await library.must('packages.create', { articleId, audience, purpose: 'copy' })
      await library.must('exports.save', { fileId })
      return readPackage(library.savedBytes.at(-1) ?? new Uint8Array())
    }
    // The first keeps the whole review as a version, which later ones carry.
    expect(leaked(await pack('legal'))).toEqual(Object.values(PRIVATE_WORDS))
    await sitDown(library, 'desk')
    const told: unknown[] = [await pack('internal'), await pack('external')]
    const { versions } = await library.must('versions.list', { articleId })
    expect(versions.length).toBeGreaterThan(1)
    for (const { id: versionId } of versions) {
      // oxlint-disable-next-line no-await-in-loop -- one after another, as a person would look
      told.push(await library.must('versions.document', { articleId, versionId }))
    }
    const everything = { articleId, format: 'json', kinds: null, personId: null } as const
    const { fileId } = await library.must('log.export', everything)
    await library.must('exports.save', { fileId })
    told.push(new TextDecoder().decode(library.savedBytes.at(-1)))
    expect(leaked(told)).toEqual([])
    expect(PRIVATE_IDS.filter((id) => JSON.stringify(told.slice(0, 2)).includes(id))).toEqual([])
  })
})
