import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../../../../src/shared/contract.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import {
  CLAIM_ID,
  SOURCE_ID,
  THREAD_ID,
  addClaim,
  addSource,
  anchor,
  approveAll,
  articleId,
  beginEach,
  codes,
  errorOf,
  inserted,
  library,
  nameSlug,
  nextEdit,
  rangeOf,
  record,
  reopenLibrary,
  save,
  sign,
  sitDown,
  state,
  toReady,
  verify,
} from '../../../../support/journey-desk.ts'

/** Each blocker against the running core: whoever calls main directly gets no further than the window. */

beginEach()

function messageOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'done' : outcome.error.message
}

/** Signs the approval and tries to move past it; both are refused, and for this. */
async function expectBlocked(code: string): Promise<void> {
  expect(await codes()).toContain(code)
  const signed = await sign('approval')
  expect(errorOf(signed)).toBe('blocked')
  expect(messageOf(signed)).toContain(`${code}: `)
  for (const to of ['approved', 'filed'] as const)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(errorOf(await library.call('workflow.move', { articleId, to, reason: 'x' }))).toBe('refused')
  expect(errorOf(await library.call('approval.file', { articleId }))).toBe('refused')
  const { article, signOffs } = await state()
  expect([article.status, article.locked]).toEqual(['ready', false])
  expect(signOffs.some(({ slot }) => slot === 'approval')).toBe(false)
}

/** Signs what is void again, and approves. */
async function expectFree(code: string): Promise<void> {
  for (const { slot, required, state: standing } of (await state()).slots)
    // oxlint-disable-next-line no-await-in-loop -- one signature after another
    if (required && standing !== 'signed' && slot !== 'approval') await sign(slot)
  expect(await codes()).not.toContain(code)
  expect(errorOf(await sign('approval'))).toBe('done')
}

describe('approval is refused by', () => {
  test('B1, an open change', async () => {
    await toReady()
    const desk = await sitDown('desk')
    await save((tr) => void tr.insert(1, inserted('ch1', desk, 'Big ')))
    await expectBlocked('B1')
    await sitDown('desk')
    await save(
      (tr) => void tr.removeMark(0, tr.doc.content.size, schema.marks.insertion),
      [{ changeIds: ['ch1'], verdict: 'accepted', reason: '' }],
    )
    await expectFree('B1')
  })

  test('B2, an open must-comment', async () => {
    await toReady()
    const said = { level: 'must', assigneeId: null, text: 'Which?' } as const
    const target = { kind: 'article' } as const
    await library.must('threads.create', { articleId, edit: null, id: THREAD_ID, target, ...said })
    await expectBlocked('B2')
    await library.must('threads.resolve', { articleId, threadId: THREAD_ID, resolved: true })
    await expectFree('B2')
  })

  test('B3, a claim that nobody verified', async () => {
    await toReady()
    await addClaim()
    await expectBlocked('B3')
    await addSource()
    await sitDown('checker')
    await verify()
    await expectFree('B3')
  })

  test('B4, an allegation without its records, while it asks for legal', async () => {
    await toReady()
    const edit = await anchor('claim', CLAIM_ID, 'Officials knew')
    const said = { kind: 'allegation', risk: 'high', paraphrase: 'They knew.' } as const
    await library.must('claims.create', { articleId, edit, id: CLAIM_ID, ...said })
    await expectBlocked('B4')
    expect((await state()).slots.find(({ slot }) => slot === 'legal')).toMatchObject({ required: true })
    await sitDown('desk')
    const unpinned = await nextEdit((tr) => tr.removeMark(0, tr.doc.content.size, schema.marks.claim))
    await library.must('claims.withdraw', { articleId, claimId: CLAIM_ID, edit: unpinned })
    await expectFree('B4')
  })

  test('B5, a signature that the evidence has outlived', async () => {
    await toReady()
    await library.must('sources.create', { articleId, id: SOURCE_ID, fields: record })
    await expectBlocked('B5')
    await expectFree('B5')
  })

  test('B7, a conflict of two desks, until one side is chosen', async () => {
    await toReady()
    await reopenLibrary((path) => {
      const db = new Sqlite(path)
      const side = { value: 'medium', origin: null, at: null }
      const what = { table: 'article', id: articleId, field: 'due' }
      const said = { what, words: 'Due', one: side, other: side, changeIds: [], mergeId: 'm' }
      db.prepare(
        `INSERT INTO conflict (article_id, id, kind, said, settled_by, settled_at, choice)
        VALUES (?, 'x', 'field', ?, NULL, NULL, NULL)`,
      ).run(articleId, JSON.stringify(said))
      db.close()
    })
    await expectBlocked('B7')
    await reopenLibrary((path) => {
      const db = new Sqlite(path)
      db.exec(
        `UPDATE conflict SET settled_by = (SELECT id FROM person LIMIT 1), settled_at = 1, choice = 'one'`,
      )
      db.close()
    })
    await expectFree('B7')
  })

  test('B8, a comment whose words are gone', async () => {
    const edit = await anchor('comment', THREAD_ID, 'Officials')
    const said = { level: 'fyi', assigneeId: null, text: 'Which?' } as const
    await library.must('threads.create', {
      articleId,
      edit,
      id: THREAD_ID,
      target: { kind: 'range' },
      ...said,
    })
    await sitDown('desk')
    await save((tr) => {
      const { from, to } = rangeOf(tr.doc, 'Officials')
      tr.delete(from, to)
    })
    expect(await codes()).toContain('B8')
    await nameSlug()
    await sitDown('desk')
    await library.must('workflow.move', { articleId, to: 'desk-edit', reason: '' })
    await library.must('workflow.move', { articleId, to: 'fact-check', reason: '' })
    await sign('facts')
    await sitDown('checker')
    const refused = await library.call('workflow.move', { articleId, to: 'copy', reason: '' })
    expect(messageOf(refused)).toContain('B8: 1 comment is orphaned.')
    await library.must('threads.resolve', { articleId, threadId: THREAD_ID, resolved: true })
    await toReady()
    await expectFree('B8')
  })

  test('B9, a slug that was taken away', async () => {
    await toReady()
    await sitDown('desk')
    await nameSlug('')
    await expectBlocked('B9')
    await nameSlug()
    await expectFree('B9')
  })

  test('B11, an exported file that failed its own check, until a good one of its kind is made', async () => {
    await toReady()
    const file = { articleId, kind: 'pdf-clean', audience: 'external' } as const
    library.faulty = 'a word was missing'
    expect(messageOf(await library.call('exports.create', file))).toContain('a word was missing')
    await expectBlocked('B11')
    library.faulty = ''
    await library.must('exports.create', { ...file, audience: 'internal' })
    expect(await codes()).toEqual(['B11'])
    await library.must('exports.create', file)
    await expectFree('B11')
  })

  test('B12, a legal hold, which only legal sets and lifts', async () => {
    await toReady()
    const hold = (reason: string | null) => library.call('workflow.legalHold', { articleId, reason })
    expect(errorOf(await hold('Heard on Monday.'))).toBe('refused')
    await sitDown('legal')
    expect(errorOf(await hold(null))).toBe('refused')
    expect(errorOf(await hold('Heard on Monday.'))).toBe('done')
    await expectBlocked('B12')
    expect(errorOf(await hold(null))).toBe('refused')
    await sitDown('legal')
    expect(errorOf(await hold(null))).toBe('done')
    await expectFree('B12')
  })
})

describe('filing is refused by', () => {
  test('a legal hold that came after the approval', async () => {
    await approveAll()
    await sitDown('legal')
    await library.must('workflow.legalHold', { articleId, reason: 'Heard on Monday.' })
    await sitDown('approver')
    const refused = await library.call('approval.file', { articleId })
    expect(messageOf(refused)).toBe('It was not filed. B12: Legal holds this article.')
    await sitDown('legal')
    await library.must('workflow.legalHold', { articleId, reason: null })
    await sitDown('copy')
    expect(errorOf(await library.call('approval.file', { articleId }))).toBe('refused')
    await sitDown('desk')
    expect((await library.must('approval.file', { articleId })).article).toMatchObject({
      status: 'filed',
      locked: true,
    })
  })

  test('B10, a text that is not the one that was signed', async () => {
    await approveAll()
    await reopenLibrary((path) => {
      const db = new Sqlite(path)
      db.exec('DROP TRIGGER sign_off_kept')
      db.exec(`UPDATE sign_off SET text_hash = '${'0'.repeat(64)}' WHERE slot = 'approval'`)
      db.close()
    })
    await sitDown('desk')
    expect(messageOf(await library.call('approval.file', { articleId }))).toContain(
      'B10: The text is not the one that was approved.',
    )
  })
})

test('the failed check and the hold are told in the log, and what failed gives nothing out', async () => {
  library.faulty = 'a word was missing'
  await library.call('exports.create', { articleId, kind: 'docx-clean', audience: 'internal' })
  const kinds = (await library.must('review.log', { articleId })).map(({ kind }) => kind)
  expect(kinds.at(-1)).toBe('export.failed')
})
