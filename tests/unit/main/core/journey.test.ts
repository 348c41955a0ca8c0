import { describe, expect, test } from 'vitest'
import type { Args, Outcome } from '../../../../src/shared/contract.ts'
import { schema } from '../../../../src/shared/document/schema.ts'
import { NO_DETAILS } from '../../../../src/shared/model/claim.ts'
import {
  beginEach,
  CLAIM_ID,
  SOURCE_ID,
  THREAD_ID,
  addClaim,
  addSource,
  anchor,
  approveAll,
  articleId,
  codes,
  errorOf,
  inserted,
  library,
  nameSlug,
  nextEdit,
  record,
  reopenLibrary,
  save,
  sign,
  sitDown,
  state,
  toReady,
  verify,
} from '../../../support/journey-desk.ts'
import { searched } from '../../../support/searched.ts'

beginEach()

test('the whole way: import, mark up, comment, claim, source, sign, lock, re-open', async () => {
  const desk = await sitDown('desk')
  expect(await save((tr) => void tr.insert(1, inserted('ch1', desk, 'Big ')))).toMatchObject({ ok: true })
  const edit = await anchor('comment', THREAD_ID, 'Officials')
  const target = { kind: 'range' } as const
  const said = { level: 'must', assigneeId: null, text: 'Which?' } as const
  await library.must('threads.create', { articleId, edit, id: THREAD_ID, target, ...said })
  await addClaim()

  const blocked = await sign('approval')
  expect(blocked).toMatchObject({ ok: false, error: { code: 'blocked' } })
  const told = blocked.ok ? '' : blocked.error.message
  expect(told.match(/B\d+/g)).toEqual(['B1', 'B2', 'B3', 'B5', 'B9'])
  expect(told).toContain('B1: 1 change is open.')
  expect((await state()).signOffs).toEqual([])

  await sitDown('desk')
  const accepted = await save(
    (tr) => void tr.removeMark(0, tr.doc.content.size, schema.marks.insertion),
    [{ changeIds: ['ch1'], verdict: 'accepted', reason: 'Agreed.' }],
  )
  expect(errorOf(accepted)).toBe('done')
  await library.must('threads.resolve', { articleId, threadId: THREAD_ID, resolved: true })
  await sitDown('checker')
  expect(errorOf(await verify())).toBe('refused')
  await addSource()
  expect(errorOf(await verify())).toBe('done')
  await nameSlug()
  expect(await codes()).toEqual(['B5'])

  const approved = await approveAll()
  expect(approved.article).toMatchObject({
    status: 'approved',
    locked: true,
    headline: 'Big Task force breaks up ring',
  })
  expect(approved.blockers).toEqual([])
  expect(approved.slots.map((slot) => slot.state)).toEqual([
    'signed',
    'signed',
    'signed',
    'not-needed',
    'not-needed',
    'signed',
  ])

  expect(await save((tr) => void tr.insert(1, schema.text('x')))).toMatchObject({
    ok: false,
    error: { code: 'locked' },
  })
  await sitDown('desk')
  const reopened = await library.must('approval.reopen', { articleId, reason: 'A name was wrong.' })
  expect(reopened.article).toMatchObject({ status: 'desk-edit', locked: false, version: 2 })
  expect(reopened.slots.at(-1)).toMatchObject({ state: 'void', cause: 're-opened' })
  expect(errorOf(await save((tr) => void tr.insert(1, schema.text('x'))))).toBe('done')
  expect(await codes()).toEqual(['B5'])

  const before = await state()
  await reopenLibrary()
  expect(await state()).toEqual(before)
  expect(await library.must('review.verify', { articleId })).toMatchObject({ ok: true, signOffs: 4 })
})

test('what was typed travels with an act that is sent again, and is stored all the same', async () => {
  await addClaim()
  const claim = { id: CLAIM_ID, kind: 'event', risk: 'low', paraphrase: '' } as const
  const typed = await nextEdit((tr) => tr.insert(1, schema.text('Typed. ')))
  await library.must('claims.create', { articleId, edit: typed, ...claim })
  const comment = { target: { kind: 'article' }, level: 'fyi', assigneeId: null, text: 'x' } as const
  await library.must('threads.create', { articleId, edit: null, id: THREAD_ID, ...comment })
  const more = await nextEdit((tr) => tr.insert(1, schema.text('More. ')))
  const state = await library.must('threads.create', { articleId, edit: more, id: THREAD_ID, ...comment })
  expect(state.article.headline).toBe('More. Typed. Task force breaks up ring')
  expect([state.claims.length, state.threads.length]).toEqual([1, 1])
})

describe('approval', () => {
  test('each slot is signed in its role', async () => {
    await sitDown('desk')
    const { textHash, evidenceHash } = await state()
    const args = {
      articleId,
      decision: 'approve',
      conditions: '',
      typedName: 'Ines Calloway',
      textHash,
      evidenceHash,
    } as const
    const outcome = await library.call('approval.sign', { ...args, slot: 'facts', utcOffset: 0 })
    expect(errorOf(outcome)).toBe('refused')
  })

  test('a sheet that shows an older text or older evidence is refused', async () => {
    expect(errorOf(await sign('desk', { textHash: '0'.repeat(64) }))).toBe('refused')
    const outcome = await sign('desk', { evidenceHash: '0'.repeat(64) })
    expect(outcome.ok ? '' : outcome.error.message).toContain(
      'The evidence changed since you opened this sheet',
    )
  })

  test('conditions and reasons must be written', async () => {
    expect(errorOf(await sign('desk', { decision: 'approve-with-conditions' }))).toBe('refused')
    expect(errorOf(await sign('desk', { decision: 'return' }))).toBe('refused')
    const returned = await sign('desk', { decision: 'return', conditions: 'No periods given.' })
    expect(returned).toMatchObject({ ok: true, value: { article: { status: 'returned', locked: false } } })
  })

  test('nobody approves their own story', async () => {
    const authorId = await sitDown('approver')
    await library.must('articles.update', {
      articleId,
      slug: 's',
      desk: '',
      due: null,
      holderId: null,
      authorId,
    })
    const outcome = await sign('approval')
    expect(outcome.ok ? '' : outcome.error.message).toContain('Nobody approves their own story')
  })

  test.each(['returned', 'held', 'killed'] as const)('what is %s is not approved', async (status) => {
    await toReady()
    await sitDown('desk')
    await library.must('workflow.move', { articleId, to: status, reason: 'The court.', resume: 'ready' })
    const outcome = await sign('approval')
    expect(outcome.ok ? '' : outcome.error.message).toMatch(new RegExp(`stands at ${status}`, 'i'))
    await sitDown('desk')
    await library.must('workflow.move', { articleId, to: 'ready', reason: '' })
    expect(errorOf(await sign('approval'))).toBe('done')
  })

  test('an edit voids the signatures on the old text', async () => {
    await sign('copy')
    await sitDown('desk')
    await save((tr) => void tr.insert(1, schema.text('x')))
    expect((await state()).slots[2]).toMatchObject({ slot: 'copy', state: 'void', cause: 'text changed' })
  })

  test('what is approved changes in nothing until it is re-opened', async () => {
    await addClaim()
    await addSource()
    await sitDown('checker')
    await verify()
    await approveAll()
    const said = { kind: 'event', risk: 'low', paraphrase: '' } as const
    const acts: Outcome<unknown>[] = [
      await library.call('claims.update', { articleId, claimId: CLAIM_ID, ...said, details: NO_DETAILS }),
      await library.call('claims.setStatus', { articleId, claimId: CLAIM_ID, status: 'disputed' }),
      await library.call('claims.detach', { articleId, claimId: CLAIM_ID, sourceId: SOURCE_ID }),
      await library.call('sources.update', { articleId, sourceId: SOURCE_ID, fields: record }),
      await library.call('workflow.move', { articleId, to: 'draft', reason: '' }),
      await sign('desk'),
    ]
    expect(acts.map(errorOf)).toEqual(acts.map(() => 'locked'))
    await sitDown('reporter')
    expect(errorOf(await library.call('approval.reopen', { articleId, reason: 'x' }))).toBe('refused')
  })
})

describe('articles', () => {
  test('approved and filed are not moved to; leaving the desk needs a reason', async () => {
    const move = (status: Args<'workflow.move'>['to'], reason = '') =>
      library.call('workflow.move', { articleId, to: status, reason })
    expect(errorOf(await move('approved'))).toBe('refused')
    expect(errorOf(await move('held'))).toBe('refused')
    expect(errorOf(await move('held', 'Until the ruling.'))).toBe('done')
    expect(errorOf(await move('fact-check'))).toBe('refused')
    expect(errorOf(await move('draft'))).toBe('done')
  })

  test('the list carries what is open; the search knows the newest text', async () => {
    const desk = await sitDown('desk')
    await save((tr) => void tr.insert(1, inserted('a', desk, 'Estuary ')))
    await addClaim()
    expect((await library.must('articles.list', {})).rows).toMatchObject([
      { openChanges: 1, openClaims: 1, openMusts: 0, slotsRequired: 4, slotsSigned: 0, blockers: 4 },
    ])
    expect(await searched(library, 'estuary fuel')).toEqual([articleId])
    expect(await searched(library, 'harbour fuel')).toEqual([])
    await nameSlug('harbour-26')
    expect(await searched(library, 'harbour fuel')).toEqual([articleId])
  })
})

describe('exports', () => {
  test('a file is made, logged, and handed over by its id', async () => {
    const args = { articleId, kind: 'docx-clean', audience: 'internal' } as const
    const made = await library.must('exports.create', args)
    expect(await library.must('exports.save', { fileId: made.fileId })).toEqual({
      kind: 'saved',
      name: 'docx-clean.txt',
    })
    expect((await library.must('review.log', { articleId })).at(-1)?.summary).toContain(
      'Exported “docx-clean.txt”',
    )
  })
  test('a disk that does not take the file is told in words, and the export is kept', async () => {
    const args = { articleId, kind: 'docx-clean', audience: 'internal' } as const
    const { fileId } = await library.must('exports.create', args)
    library.trouble = Object.assign(new Error('no space left, write'), { code: 'ENOSPC' })
    expect(await library.call('exports.save', { fileId })).toEqual({
      ok: false,
      error: {
        code: 'not-available',
        message:
          '“docx-clean.txt” could not be written (ENOSPC). The export is kept; save it somewhere else.',
      },
    })
    library.trouble = null
    expect(errorOf(await library.call('exports.save', { fileId }))).toBe('done')
  })
})

test('what the system does not open or read is told in words', async () => {
  library.trouble = Object.assign(new Error('denied'), { code: 'EACCES' })
  expect(await library.call('articles.openDialog', {})).toMatchObject({
    error: {
      code: 'unreadable-file',
      message: 'A file that was chosen could not be read (EACCES). Nothing was imported.',
    },
  })
  library.trouble = new Error('no application is there')
  expect(await library.call('shell.openExternal', { url: 'https://example.org/' })).toMatchObject({
    error: { code: 'not-available', message: expect.stringContaining('https://example.org/') as string },
  })
})
