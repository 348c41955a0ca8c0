import { expect, test } from 'vitest'
import {
  articleId,
  articleOf,
  beginEach,
  day,
  night,
  remark,
  type,
} from '../../../../support/day-and-night.ts'
import { SOURCE_ID, record } from '../../../../support/journey-desk.ts'
import { pack, preview, sit, take } from '../../../../support/two-desks.ts'
import type { RealDesk } from '../../../../support/two-desks.ts'
import { signSlot, walkToReady } from '../../../../support/walk-desk.ts'

/** The desk that has the right approves, while the other goes on with what is allowed to it. */

beginEach()

const stateOf = (desk: RealDesk) => desk.library().must('review.state', { articleId })

async function handOver(): Promise<void> {
  const details = { slug: 'boats', desk: '', due: null, holderId: null, authorId: null }
  await day.library().must('articles.update', { articleId, ...details })
  await take(night, await pack(day, articleId, 'hand-over'), true)
}

async function approveAtNight(): Promise<Uint8Array> {
  await walkToReady({ library: night.library(), articleId })
  expect(await signSlot({ library: night.library(), articleId }, 'approval')).toMatchObject({ ok: true })
  await sit(night.library(), 'desk')
  return pack(night, articleId, 'hand-over')
}

test('an approved article never takes words in that nobody approved', async () => {
  await handOver()
  await type(day, 14, 'fast ')
  const approved = await approveAtNight()
  await sit(day.library(), 'desk')
  const seen = await preview(day, approved)
  expect(seen.refusal).toContain('approved there')
  const outcome = await day.library().call('packages.accept', { previewId: seen.previewId, takeRight: true })
  expect(outcome).toMatchObject({ ok: false })
  expect(await articleOf(day)).toMatchObject({ status: 'draft', locked: false })
})

test('nor a source that it was not weighed with', async () => {
  await handOver()
  await day.library().must('sources.create', { articleId, id: SOURCE_ID, fields: record })
  expect((await preview(day, await approveAtNight())).refusal).toContain('approved there')
})

test('what was said of it meanwhile comes together with the approval', async () => {
  await handOver()
  await remark(day, 'Well done.')
  const approved = await approveAtNight()
  await sit(day.library(), 'desk')
  expect((await take(day, approved, true)).relation).toBe('merged')
  expect(await articleOf(day)).toMatchObject({ status: 'approved', locked: true, editRight: 'here' })
  const { slots, threads } = await stateOf(day)
  expect(slots.find(({ slot }) => slot === 'approval')?.state).toBe('signed')
  expect(threads).toHaveLength(1)
})
