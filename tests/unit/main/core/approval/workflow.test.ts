import { describe, expect, test } from 'vitest'
import type { Args, Outcome } from '../../../../../src/shared/contract.ts'
import {
  approveAll,
  articleId,
  beginEach,
  errorOf,
  library,
  nameSlug,
  sitDown,
  state,
  toReady,
} from '../../../../support/journey-desk.ts'

/** Moves against the running core; who may and when is held to the table in tests/unit/shared/rules/workflow. */

beginEach()

type Wanted = Omit<Args<'workflow.move'>, 'articleId'>

function move(wanted: Wanted) {
  return library.call('workflow.move', { articleId, ...wanted })
}

function messageOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'done' : outcome.error.message
}

async function lastLogged() {
  return (await library.must('review.log', { articleId })).at(-1)
}

async function versionNames(): Promise<string[]> {
  return (await library.must('versions.list', { articleId })).versions.map((one) => one.name)
}

test('a gate stops the move by everybody, and nothing of it is kept', async () => {
  await sitDown('desk')
  expect(errorOf(await move({ to: 'desk-edit', reason: '' }))).toBe('done')
  const before = await versionNames()
  const refused = await move({ to: 'fact-check', reason: '' })
  expect(errorOf(refused)).toBe('blocked')
  expect(messageOf(refused)).toBe('The article was not moved. The slug is empty.')
  expect((await state()).article.status).toBe('desk-edit')
  expect(await versionNames()).toEqual(before)
  expect((await lastLogged())?.summary).toContain('From draft to desk-edit')
  await nameSlug()
  expect(errorOf(await move({ to: 'fact-check', reason: '' }))).toBe('done')
})

test('every transition keeps its text, in words', async () => {
  await toReady()
  await approveAll()
  await sitDown('desk')
  await library.must('approval.file', { articleId })
  expect(new Set(await versionNames())).toEqual(
    new Set([
      'Imported “draft.txt”',
      'Moved to Desk edit',
      'Moved to Fact-check',
      'Facts: signed',
      'Moved to Copy',
      'Copy: signed',
      'Moved to Read-back',
      'Desk: signed',
      'Moved to Ready',
      'Approved',
      'Moved to Filed',
    ]),
  )
})

describe('aside', () => {
  test('a hold has a reason and a time to come, and comes back to where it was said', async () => {
    await sitDown('desk')
    await move({ to: 'desk-edit', reason: '' })
    const until = Date.UTC(2027, 0, 4)
    expect(messageOf(await move({ to: 'held', reason: ' ' }))).toContain('Say why it goes to Held.')
    expect(messageOf(await move({ to: 'held', reason: 'x', until: 5 }))).toContain('passed already')
    expect(messageOf(await move({ to: 'held', reason: 'x', resume: 'ready' }))).toContain('Draft')
    const held = await move({ to: 'held', reason: 'The ruling is on Monday.', until })
    const by = await sitDown('desk')
    expect(held).toMatchObject({
      value: {
        article: {
          status: 'held',
          aside: { by, reason: 'The ruling is on Monday.', until, resume: 'desk-edit' },
        },
      },
    })
    expect((await lastLogged())?.summary).toBe(
      'From desk-edit to held, until 2027-01-04T00:00:00.000Z, to come back to desk-edit. Reason: The ruling is on Monday.',
    )
    expect(messageOf(await move({ to: 'fact-check', reason: '' }))).toContain('The article is held')
    expect(await move({ to: 'desk-edit', reason: '' })).toMatchObject({
      value: { article: { status: 'desk-edit', aside: null } },
    })
  })

  test('killed from held comes back to the same step', async () => {
    await sitDown('desk')
    await move({ to: 'desk-edit', reason: '' })
    await move({ to: 'held', reason: 'Court.' })
    await move({ to: 'killed', reason: 'It is not true.' })
    expect((await state()).article).toMatchObject({ status: 'killed', aside: { resume: 'desk-edit' } })
    await sitDown('copy')
    expect(messageOf(await move({ to: 'desk-edit', reason: '' }))).toContain('This is for the roles')
  })
})

describe('after the approval', () => {
  test('corrections are counted, kept until they are filed, and each is an edition', async () => {
    const open = (as: 'reopen' | 'correction') =>
      library.must('approval.reopen', { articleId, reason: 'A number was wrong.', as })
    await approveAll()
    await sitDown('desk')
    await library.must('approval.file', { articleId })
    expect((await open('correction')).article).toMatchObject({
      status: 'desk-edit',
      version: 2,
      correction: { number: 1, reason: 'A number was wrong.' },
    })
    await toReady()
    expect((await approveAll()).article).toMatchObject({ status: 'approved', correction: { number: 1 } })
    await sitDown('desk')
    expect((await library.must('approval.file', { articleId })).article.correction).toBeNull()
    expect((await lastLogged())?.summary).toBe('Filed as v2, correction 1.')
    expect((await open('reopen')).article).toMatchObject({ version: 3, correction: null })
    await approveAll()
    await sitDown('desk')
    expect((await open('correction')).article).toMatchObject({ version: 4, correction: { number: 2 } })
  })

  test('only what is locked is opened, with a reason, and by those who may', async () => {
    const open = (reason: string) => library.call('approval.reopen', { articleId, reason })
    await sitDown('desk')
    expect(messageOf(await open('x'))).toContain('is not locked: it is open as it is')
    await approveAll()
    await sitDown('copy')
    expect(messageOf(await open('x'))).toContain('This is for the roles')
    await sitDown('desk')
    expect(errorOf(await open('  '))).toBe('bad-arguments')
  })
})

test('the list names what the next step asks for, and who may go there', async () => {
  await sitDown('desk')
  await move({ to: 'desk-edit', reason: '' })
  await nameSlug()
  await move({ to: 'fact-check', reason: '' })
  expect((await state()).moves.find(({ kind }) => kind === 'on')).toMatchObject({
    to: 'copy',
    roles: ['checker', 'desk'],
    unmet: [{ code: '', text: 'Facts is not signed.', target: { kind: 'slot', slot: 'facts' } }],
  })
})
