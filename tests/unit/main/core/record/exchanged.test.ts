import { describe, expect, test } from 'vitest'
import { articleId, beginEach, day, night, remark, type } from '../../../../support/day-and-night.ts'
import { pack, take } from '../../../../support/two-desks.ts'
import { signSlot } from '../../../../support/walk-desk.ts'

beginEach()

async function findingsOf(desk: typeof day): Promise<readonly string[]> {
  const verified = await desk.library().must('review.verify', { articleId })
  return verified.findings.map(({ words }) => words)
}

describe('the record of a review that was exchanged', () => {
  test('holds on both desks, with the signatures of one and events of both', async () => {
    await type(day, 14, 'fast ')
    await remark(day, 'Day.')
    const signed = await signSlot({ library: day.library(), articleId }, 'desk')
    expect(signed.ok).toBe(true)
    await take(night, await pack(day, articleId))
    expect(await findingsOf(night)).toEqual([])
    await remark(night, 'Night.')
    await take(day, await pack(night, articleId))
    expect(await findingsOf(day)).toEqual([])
    const origins = new Set(
      (await day.library().must('review.log', { articleId })).map(({ origin }) => origin),
    )
    expect(origins.size).toBe(2)
  })

  test('holds where only what outsiders may see came in', async () => {
    await remark(day, 'Day.')
    await signSlot({ library: day.library(), articleId }, 'desk')
    await take(night, await pack(day, articleId, 'marks', 'external'))
    expect(await findingsOf(night)).toEqual([])
  })
})
