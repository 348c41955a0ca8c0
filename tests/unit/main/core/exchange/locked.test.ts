import { describe, expect, test } from 'vitest'
import {
  articleId,
  articleOf,
  beginEach,
  day,
  night,
  remark,
  type,
} from '../../../../support/day-and-night.ts'
import { pack, preview, reviewOf, sit, take } from '../../../../support/two-desks.ts'
import type { RealDesk } from '../../../../support/two-desks.ts'
import { signSlot, walkToReady } from '../../../../support/walk-desk.ts'

beginEach()

async function approve(desk: RealDesk): Promise<void> {
  const at = { library: desk.library(), articleId }
  await sit(at.library, 'desk')
  const { due, holderId, authorId } = await articleOf(desk)
  await at.library.must('articles.update', { articleId, slug: 'boats', desk: '', due, holderId, authorId })
  await walkToReady(at)
  const signed = await signSlot(at, 'approval')
  if (!signed.ok) throw new Error(signed.error.message)
}

async function reopen(desk: RealDesk): Promise<void> {
  await sit(desk.library(), 'desk')
  await desk.library().must('approval.reopen', { articleId, reason: 'A name is wrong.' })
}

describe('an approved article', () => {
  test('arrives locked, signed, and verified to the last record', async () => {
    await take(night, await pack(day, articleId))
    await approve(day)
    await sit(day.library(), 'desk')
    await take(night, await pack(day, articleId))
    expect(await articleOf(night)).toMatchObject({ status: 'approved', locked: true })
    expect(await reviewOf(night, articleId)).toEqual(await reviewOf(day, articleId))
    const [here, there] = [
      await day.library().must('review.state', { articleId }),
      await night.library().must('review.state', { articleId }),
    ]
    const slots = (state: typeof here) => state.slots.map(({ slot, state: how }) => [slot, how])
    expect(slots(there)).toEqual(slots(here))
    expect(await night.library().must('review.verify', { articleId })).toMatchObject({ ok: true })
  })

  test('takes over that it was re-opened and worked on, and approved anew', async () => {
    await approve(day)
    await sit(day.library(), 'desk')
    await take(night, await pack(day, articleId))
    await reopen(day)
    await type(day, 14, 'fast ')
    await take(night, await pack(day, articleId))
    expect(await articleOf(night)).toMatchObject({ status: 'desk-edit', locked: false, version: 2 })
    expect(await reviewOf(night, articleId)).toEqual(await reviewOf(day, articleId))
  })

  test('from one approval to the next, with other words', async () => {
    await approve(day)
    await sit(day.library(), 'desk')
    await take(night, await pack(day, articleId))
    await reopen(day)
    await sit(day.library(), 'desk')
    await approve(day)
    await sit(day.library(), 'desk')
    await take(night, await pack(day, articleId))
    expect(await articleOf(night)).toMatchObject({ status: 'approved', locked: true, version: 2 })
    expect(await reviewOf(night, articleId)).toEqual(await reviewOf(day, articleId))
  })

  test('does not take in other work, and says what to do; then it does', async () => {
    await take(night, await pack(day, articleId))
    await type(night, 14, 'fast ')
    const marks = await pack(night, articleId)
    await approve(day)
    const before = await day.dump()
    const seen = await preview(day, marks)
    expect(seen.refusal).toContain('re-open')
    expect(
      await day.library().call('packages.accept', { previewId: seen.previewId, takeRight: false }),
    ).toMatchObject({ ok: false })
    expect(await day.dump()).toBe(before)
    await reopen(day)
    expect((await take(day, marks)).relation).toBe('merged')
    expect((await day.library().must('review.state', { articleId })).changes).toMatchObject([
      { inserted: 'fast ' },
    ])
  })

  test('has nothing new in what it knows', async () => {
    const old = await pack(day, articleId)
    await approve(day)
    await sit(day.library(), 'desk')
    expect(await preview(day, old)).toMatchObject({ relation: 'nothing-new', refusal: null })
  })

  test('is talked about there, and that comes home', async () => {
    await approve(day)
    await sit(day.library(), 'desk')
    await take(night, await pack(day, articleId))
    await sit(night.library(), 'desk')
    await remark(night, 'Well done.')
    expect((await take(day, await pack(night, articleId))).relation).toBe('taken-over')
    expect(await articleOf(day)).toMatchObject({ status: 'approved', locked: true })
    expect((await day.library().must('review.state', { articleId })).threads).toHaveLength(1)
  })
})
