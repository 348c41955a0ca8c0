import { expect, test } from 'vitest'
import { articleId, beginEach, day, night } from '../../../../support/day-and-night.ts'
import { SOURCE_ID, record } from '../../../../support/journey-desk.ts'
import { pack, sit, take } from '../../../../support/two-desks.ts'
import type { RealDesk } from '../../../../support/two-desks.ts'
import { signSlot, sitDownAs } from '../../../../support/walk-desk.ts'

/** What would be lost or kept wrongly between two desks if each looked only at its own clock and its own rows. */

beginEach()

const stateOf = (desk: RealDesk) => desk.library().must('review.state', { articleId })

/** The clock of a desk goes on by itself; this one is minutes ahead then. */
async function setClockAhead(desk: RealDesk): Promise<void> {
  const { actor } = await desk.library().must('session.get', {})
  for (let time = 0; time < 300; time += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each look takes a second of its clock
    await desk.library().must('session.switch', actor)
  }
}

test.each(['withdraw', 'return'] as const)(
  'a signature of a desk whose clock is ahead does not outlive a %s',
  async (how) => {
    await setClockAhead(day)
    await day.library().must('articles.update', {
      articleId,
      slug: 'boats',
      desk: '',
      due: null,
      holderId: null,
      authorId: null,
    })
    expect(await signSlot({ library: day.library(), articleId }, 'copy')).toMatchObject({ ok: true })
    await sit(day.library(), 'desk')
    await take(night, await pack(day, articleId, 'hand-over'), true)
    const library = night.library()
    if (how === 'return') {
      const why = { decision: 'return', conditions: 'A name is wrong.' } as const
      expect(await signSlot({ library, articleId }, 'copy', why)).toMatchObject({ ok: true })
    } else {
      await sitDownAs(library, 'copy')
      await library.must('approval.withdraw', { articleId, slot: 'copy', reason: 'Wrong.', utcOffset: 0 })
    }
    const { signOffs, slots } = await stateOf(night)
    expect(signOffs.map(({ decision }) => decision)).toEqual(['approve', how])
    expect(slots.find(({ slot }) => slot === 'copy')?.state).toBe('waiting')
    expect(await library.must('review.verify', { articleId })).toMatchObject({ ok: true })
  },
)

test('the log calls a source by its number when two desks differ in it', async () => {
  await day.library().must('sources.create', { articleId, id: SOURCE_ID, fields: record })
  await take(night, await pack(day, articleId))
  const rename = (desk: RealDesk, title: string) =>
    desk.library().must('sources.update', { articleId, sourceId: SOURCE_ID, fields: { ...record, title } })
  await rename(day, 'Dov Lassiter, clerk')
  await rename(night, 'Petra Sund, clerk')
  await take(day, await pack(night, articleId))
  const conflictId = (await stateOf(day)).conflicts[0]?.id ?? ''
  await day.library().must('conflicts.settle', { articleId, conflictId, choice: 'one' })
  const log = await day.library().must('review.log', { articleId })
  expect(log.at(-1)).toMatchObject({ summary: 'Source 1, title: one side was chosen.' })
  expect(JSON.stringify(log)).not.toMatch(/Lassiter, clerk|Petra Sund, clerk/)
})

test('the bytes of a file go when the other desk took it away', async () => {
  await day.library().must('sources.create', { articleId, id: SOURCE_ID, fields: record })
  const bytes = new TextEncoder().encode('Who it is stands in here.')
  await day.library().must('sources.keepFile', { articleId, sourceId: SOURCE_ID, name: 'a.txt', bytes })
  await take(night, await pack(day, articleId))
  await night.library().must('sources.dropFile', { articleId, sourceId: SOURCE_ID })
  await take(day, await pack(night, articleId))
  expect((await stateOf(day)).sources[0]?.file).toBeNull()
  const tables = (await day.dump()).split('\n')
  expect(tables[tables.indexOf('attachment') + 1]).not.toContain('{')
})
