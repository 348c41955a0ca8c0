import { expect, test } from 'vitest'
import { callOrThrow } from '../../../../../src/main/cli/headless-editor.ts'
import { newId } from '../../../../../src/main/core/new-id.ts'
import {
  articleId,
  articleOf,
  beginEach,
  day,
  night,
  remark,
  type,
} from '../../../../support/day-and-night.ts'
import { openWindow } from '../../../../support/headless-window.ts'
import { pack, preview, reviewOf, sit, take } from '../../../../support/two-desks.ts'
import type { RealDesk } from '../../../../support/two-desks.ts'

beginEach()

const stateOf = (desk: RealDesk) => desk.library().must('review.state', { articleId })

/** Each desk sets another level, not knowing of the other. */
async function disagree(): Promise<string> {
  const threadId = await remark(day, 'Who says so?')
  await take(night, await pack(day, articleId))
  await day.library().must('threads.set', { articleId, threadId, level: 'must', assigneeId: null })
  await night.library().must('threads.set', { articleId, threadId, level: 'should', assigneeId: null })
  const [fromDay, fromNight] = [await pack(day, articleId), await pack(night, articleId)]
  const seen = await preview(day, fromNight)
  expect(seen.conflicts).toMatchObject([{ one: 'must', other: 'should' }])
  await take(day, fromNight)
  await take(night, fromDay)
  const [conflict] = (await stateOf(day)).conflicts
  expect(await reviewOf(night, articleId)).toEqual(await reviewOf(day, articleId))
  await sit(day.library(), 'desk')
  await sit(night.library(), 'desk')
  return conflict?.id ?? ''
}

const levelAt = async (desk: RealDesk) => (await stateOf(desk)).threads[0]?.level

test.each([
  ['one', 'must'],
  ['other', 'should'],
  ['keep', 'fyi'],
] as const)('what both set differently is settled: %s', async (choice, level) => {
  const conflictId = await disagree()
  expect((await stateOf(day)).blockers.map(({ code }) => code)).toContain('B7')
  await day.library().must('conflicts.settle', { articleId, conflictId, choice })
  expect(await levelAt(day)).toBe(level)
  expect((await stateOf(day)).blockers.map(({ code }) => code)).not.toContain('B7')
  const log = await day.library().must('review.log', { articleId })
  expect(log.at(-1)).toMatchObject({ kind: 'conflict.settle' })
  await take(night, await pack(day, articleId))
  expect(await levelAt(night)).toBe(level)
  expect(await reviewOf(night, articleId)).toEqual(await reviewOf(day, articleId))
  await sit(night.library(), 'desk')
  await night.library().must('conflicts.settle', { articleId, conflictId, choice: 'one' })
  expect(await levelAt(night)).toBe(level)
})

test('one that is not there is not settled', async () => {
  const outcome = await day
    .library()
    .call('conflicts.settle', { articleId, conflictId: 'none', choice: 'keep' })
  expect(outcome).toMatchObject({ ok: false, error: { code: 'not-found' } })
})

test('the status is settled by the desk that has the right to edit', async () => {
  await take(night, await pack(day, articleId))
  const { due, holderId, authorId } = await articleOf(day)
  const details = { articleId, desk: '', due, holderId, authorId }
  await day.library().must('articles.update', { ...details, slug: 'boats' })
  // The right is taken by mistake: both have it for a while.
  const bytes = await pack(day, articleId, 'hand-over')
  await day.library().must('packages.takeBack', { articleId, reason: 'Not yet.' })
  await take(night, bytes, true)
  await day.library().must('articles.update', { ...details, slug: 'boats-day' })
  await night.library().must('articles.update', { ...details, slug: 'boats-night' })
  await take(day, await pack(night, articleId))
  const conflicts = (await stateOf(day)).conflicts
  expect(conflicts.map(({ what }) => what.table).toSorted()).toEqual(['article', 'custody'])
  const [slug, right] = conflicts.toSorted((a, b) => (a.what.table < b.what.table ? -1 : 1))
  await take(night, await pack(day, articleId))
  await sit(day.library(), 'desk')
  if (!slug || !right) throw new Error('No conflict')
  const isDay = (right.one.value as { readonly name: string }).name === 'Day desk'
  await day
    .library()
    .must('conflicts.settle', { articleId, conflictId: right.id, choice: isDay ? 'one' : 'other' })
  await take(night, await pack(day, articleId))
  await sit(night.library(), 'desk')
  const refused = await night
    .library()
    .call('conflicts.settle', { articleId, conflictId: slug.id, choice: 'one' })
  expect(refused).toMatchObject({ ok: false, error: { message: expect.stringContaining('Day desk') } })
  await sit(day.library(), 'desk')
  await day.library().must('conflicts.settle', { articleId, conflictId: slug.id, choice: 'one' })
  expect((await articleOf(day)).slug).toBe(slug.one.value)
})

test('an open window is told, and what it had not sent is refused with words', async () => {
  await take(night, await pack(day, articleId))
  await type(day, 14, 'fast ')
  const { actor } = await night.library().must('session.get', {})
  const window = await openWindow(callOrThrow(night.library().core), articleId, actor.personId, newId)
  const bytes = await pack(day, articleId)
  night.library().emitted.length = 0
  await take(night, bytes)
  expect(night.library().emitted).toEqual(expect.arrayContaining(['text.replaced', 'review.changed']))
  await expect(window.decide('accepted', [])).resolves.toBeUndefined()
  await expect(window.edit((transform) => void transform.delete(2, 4))).rejects.toThrow(
    /changed elsewhere|open the article again/,
  )
})
