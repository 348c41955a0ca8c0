import { expect, test } from 'vitest'
import type { Conflict } from '../../../../../src/shared/model/conflict.ts'
import type { Role } from '../../../../../src/shared/model/person.ts'
import {
  articleId,
  articleOf,
  beginEach,
  day,
  night,
  remark,
  type,
} from '../../../../support/day-and-night.ts'
import { pack, preview, sit, take } from '../../../../support/two-desks.ts'
import type { RealDesk } from '../../../../support/two-desks.ts'
import { signSlot, walkToReady } from '../../../../support/walk-desk.ts'

/** Who may settle what: the way past a gate is not by way of a conflict. */

beginEach()

const stateOf = (desk: RealDesk) => desk.library().must('review.state', { articleId })

async function settle(role: Role, conflict: Conflict | undefined, choice: 'one' | 'other' | 'keep') {
  await sit(day.library(), role)
  return day.library().call('conflicts.settle', { articleId, conflictId: conflict?.id ?? '', choice })
}

const sideWith = (conflict: Conflict | undefined, isIt: (value: unknown) => boolean) =>
  isIt(conflict?.one.value) ? ('one' as const) : ('other' as const)

/** The right to edit is at both desks, by mistake. */
async function bothHaveIt(): Promise<void> {
  await sit(day.library(), 'desk')
  const { due, holderId, authorId } = await articleOf(day)
  const details = { articleId, desk: '', due, holderId, authorId }
  await day.library().must('articles.update', { ...details, slug: 'boats' })
  const bytes = await pack(day, articleId, 'hand-over')
  await day.library().must('packages.takeBack', { articleId, reason: 'Not yet.' })
  await take(night, bytes, true)
}

async function conflictOver(field: string): Promise<Conflict | undefined> {
  await sit(night.library(), 'desk')
  await sit(day.library(), 'desk')
  await take(day, await pack(night, articleId))
  return (await stateOf(day)).conflicts.find(({ what }) => what.field === field)
}

test('a legal hold is settled by legal alone', async () => {
  await sit(day.library(), 'legal')
  await day.library().must('workflow.legalHold', { articleId, reason: 'A writ.' })
  await bothHaveIt()
  await sit(day.library(), 'legal')
  await day.library().must('workflow.legalHold', { articleId, reason: 'Another writ.' })
  await sit(night.library(), 'legal')
  await night.library().must('workflow.legalHold', { articleId, reason: null })
  const conflict = await conflictOver('legalHold')
  const lifted = sideWith(conflict, (value) => value === null)
  for (const role of ['reporter', 'desk', 'approver'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one person after another
    expect(await settle(role, conflict, lifted)).toMatchObject({ ok: false, error: { code: 'refused' } })
  }
  expect((await articleOf(day)).legalHold).toMatchObject({ reason: 'A writ.' })
  expect(await settle('legal', conflict, lifted)).toMatchObject({ ok: true })
})

test('an approval is not chosen for a text that nobody approved', async () => {
  await bothHaveIt()
  await sit(day.library(), 'desk')
  await day.library().must('workflow.move', { articleId, to: 'desk-edit', reason: '' })
  await type(day, 14, 'fast ')
  await walkToReady({ library: night.library(), articleId })
  expect(await signSlot({ library: night.library(), articleId }, 'approval')).toMatchObject({ ok: true })
  const conflict = await conflictOver('status')
  const approved = sideWith(conflict, (value) => (value as { readonly locked: boolean }).locked)
  expect(await settle('reporter', conflict, approved)).toMatchObject({ ok: false })
  expect(await settle('desk', conflict, approved)).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('not the text that was approved') },
  })
  expect(await articleOf(day)).toMatchObject({ status: 'draft', locked: false })
  expect(await settle('desk', conflict, approved === 'one' ? 'other' : 'one')).toMatchObject({ ok: true })
  expect(await articleOf(day)).toMatchObject({ status: 'desk-edit', locked: false })
})

test('an approval may be chosen where the text is the one that was approved', async () => {
  await bothHaveIt()
  await sit(day.library(), 'desk')
  await day.library().must('workflow.move', { articleId, to: 'desk-edit', reason: '' })
  await walkToReady({ library: night.library(), articleId })
  expect(await signSlot({ library: night.library(), articleId }, 'approval')).toMatchObject({ ok: true })
  const conflict = await conflictOver('status')
  const approved = sideWith(conflict, (value) => (value as { readonly locked: boolean }).locked)
  expect(await settle('desk', conflict, approved)).toMatchObject({ ok: true })
  expect(await articleOf(day)).toMatchObject({ status: 'approved', locked: true })
})

test('of a comment that is private to legal nobody else is told that two desks differ in it', async () => {
  await sit(day.library(), 'legal')
  await sit(night.library(), 'legal')
  const threadId = await remark(day, 'Can we prove it?', 'legal')
  await take(night, await pack(day, articleId, 'copy', 'legal'))
  await day.library().must('threads.set', { articleId, threadId, level: 'must', assigneeId: null })
  await night.library().must('threads.set', { articleId, threadId, level: 'should', assigneeId: null })
  const bytes = await pack(night, articleId, 'copy', 'legal')
  await sit(day.library(), 'desk')
  const seen = await preview(day, bytes)
  expect(seen.conflicts).toEqual([])
  await day.library().must('packages.accept', { previewId: seen.previewId, takeRight: false })
  const told = await stateOf(day)
  expect(JSON.stringify(told)).not.toContain(threadId)
  expect(told.conflicts).toEqual([])
  expect(told.blockers.map(({ code }) => code)).toContain('B7')
  await sit(day.library(), 'legal')
  expect((await stateOf(day)).conflicts).toHaveLength(1)
})
