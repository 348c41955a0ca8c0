import { describe, expect, test } from 'vitest'
import { readPackage } from '../../../../../src/main/package/read.ts'
import {
  articleId,
  articleOf,
  beginEach,
  day,
  night,
  remark,
  type,
} from '../../../../support/day-and-night.ts'
import { plainWork } from '../../../../support/library.ts'
import { openDesk, pack, preview, sit, take } from '../../../../support/two-desks.ts'

beginEach()

const previewAt = (desk: typeof day, bytes: Uint8Array) =>
  desk.library().call('packages.preview', { name: 'story.stet', bytes })

describe('a file is refused with the reason, and changes nothing', () => {
  test('that is no package', async () => {
    const before = await night.dump()
    for (const bytes of [
      new Uint8Array(),
      new Uint8Array([1, 2, 3]),
      new TextEncoder().encode('Six boats.'),
    ]) {
      // oxlint-disable-next-line no-await-in-loop
      const outcome = await previewAt(night, bytes)
      expect(outcome.ok).toBe(false)
      expect(!outcome.ok && outcome.error.message.length).toBeGreaterThan(20)
    }
    expect(await night.dump()).toBe(before)
  })

  test('that was cut short, or in which a byte is another', async () => {
    await remark(day, 'Who says so?')
    const bytes = await pack(day, articleId)
    const before = await night.dump()
    const spoilt = Uint8Array.from(bytes)
    const place = Math.floor(bytes.length * 0.6)
    spoilt[place] = (spoilt[place] ?? 0) ^ 0x55
    for (const file of [bytes.slice(0, bytes.length - 4096), spoilt]) {
      // oxlint-disable-next-line no-await-in-loop
      expect((await previewAt(night, file)).ok).toBe(false)
    }
    expect(await night.dump()).toBe(before)
  })

  test('as a draft, and a draft as a package', async () => {
    const bytes = await pack(day, articleId)
    const outcome = await night.library().call('articles.import', { name: 'story.stet', bytes })
    expect(outcome).toMatchObject({ ok: false, error: { code: 'refused' } })
    expect(await night.library().must('packages.openDialog', {})).toBeNull()
    night.library().picked.push({ name: 'story.stet', bytes })
    expect(await night.library().must('packages.openDialog', {})).toMatchObject({ relation: 'new' })
  })

  test('whose record does not go on from the one that is kept here', async () => {
    const early = await day.dump()
    expect(early).not.toBe('')
    const first = await pack(day, articleId)
    await take(night, first)
    // The same desk, set back to before and gone another way.
    await night.spoil(
      `DROP TRIGGER log_event_kept; UPDATE log_event SET hash = '${'0'.repeat(64)}' WHERE seq = 1`,
    )
    await remark(day, 'More.')
    const later = await preview(night, await pack(day, articleId))
    expect(later.refusal).toContain('record')
    const outcome = await night
      .library()
      .call('packages.accept', { previewId: later.previewId, takeRight: false })
    expect(outcome).toMatchObject({ ok: false, error: { code: 'refused' } })
  })
})

test.each([
  ['version', 'INSERT'],
  ['version_head', 'UPDATE'],
  ['document_step', 'INSERT'],
  ['message', 'INSERT'],
  ['change', 'INSERT'],
  ['log_event', 'INSERT'],
  ['article', 'UPDATE'],
  ['seal', 'INSERT'],
])('what breaks off in the middle leaves no trace: %s', async (table, event) => {
  await take(night, await pack(day, articleId))
  await type(day, 14, 'fast ')
  await remark(day, 'Who says so?')
  const bytes = await pack(day, articleId)
  await night.spoil(
    `CREATE TRIGGER boom BEFORE ${event} ON ${table} BEGIN SELECT RAISE(ABORT, 'the disk is gone'); END`,
  )
  const before = await night.dump()
  const { previewId } = await preview(night, bytes)
  expect((await night.library().call('packages.accept', { previewId, takeRight: true })).ok).toBe(false)
  expect(await night.dump()).toBe(before)
  await night.spoil('DROP TRIGGER boom')
  expect((await take(night, bytes)).relation).toBe('taken-over')
})

describe('what was shown', () => {
  test('is what is done: where the article changed since, it is to be looked at again', async () => {
    await take(night, await pack(day, articleId))
    await remark(day, 'Day.')
    const { previewId } = await preview(night, await pack(day, articleId))
    await remark(night, 'Night.')
    const outcome = await night.library().call('packages.accept', { previewId, takeRight: false })
    expect(outcome).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('look at it again') },
    })
  })

  test('is kept for a while, and once', async () => {
    const bytes = await pack(day, articleId)
    const { previewId } = await preview(night, bytes)
    await night.library().must('packages.accept', { previewId, takeRight: false })
    const again = await night.library().call('packages.accept', { previewId, takeRight: false })
    expect(again).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })
})

test('a review of a newer Stet is taken in to be read, and every act on it is refused', async () => {
  const newer = plainWork([], (packed) => {
    const read = readPackage(packed)
    return read.ok ? { ok: true, value: { ...read.value, isNewer: true, ignored: ['Footage'] } } : read
  })
  const later = await openDesk('Late desk', newer)
  try {
    await sit(later.library(), 'desk')
    const bytes = await pack(day, articleId, 'hand-over')
    expect(await preview(later, bytes)).toMatchObject({
      relation: 'read-only',
      rightOffered: false,
      warnings: [{ message: 'Footage' }],
    })
    await take(later, bytes, true)
    expect((await articleOf(later)).readOnly).toContain('newer Stet')
    const refused = { ok: false, error: { code: 'refused' } }
    const fields = { slug: 'boats', desk: '', due: null, holderId: null, authorId: null }
    expect(await later.library().call('articles.update', { articleId, ...fields })).toMatchObject(refused)
    const target = { kind: 'article' } as const
    const said = {
      articleId,
      edit: null,
      id: 'remark',
      target,
      level: 'fyi',
      assigneeId: null,
      text: 'x',
    } as const
    expect(await later.library().call('threads.create', said)).toMatchObject(refused)
    const wanted = { articleId, audience: 'internal', purpose: 'copy' } as const
    expect(await later.library().call('packages.create', wanted)).toMatchObject(refused)
    expect(await preview(later, bytes)).toMatchObject({ refusal: expect.stringContaining('newer Stet') })
  } finally {
    await later.close()
  }
})

describe('who may', () => {
  test('a reporter neither hands over nor takes', async () => {
    await sit(day.library(), 'reporter')
    const wanted = { articleId, audience: 'internal', purpose: 'hand-over' } as const
    expect(await day.library().call('packages.create', wanted)).toMatchObject({ ok: false })
    await sit(day.library(), 'desk')
    const bytes = await pack(day, articleId, 'hand-over')
    await sit(night.library(), 'reporter')
    const { previewId } = await preview(night, bytes)
    const before = await night.dump()
    await sit(night.library(), 'reporter')
    expect(await night.library().call('packages.accept', { previewId, takeRight: true })).toMatchObject({
      ok: false,
    })
    expect(before).not.toBe('')
  })

  test('what is private to legal leaves only with legal', async () => {
    const wanted = { articleId, audience: 'legal', purpose: 'copy' } as const
    expect(await day.library().call('packages.create', wanted)).toMatchObject({
      ok: false,
      error: { code: 'refused' },
    })
  })

  test('only who has the right hands it over, and not to readers outside', async () => {
    const outside = { articleId, audience: 'external', purpose: 'hand-over' } as const
    expect(await day.library().call('packages.create', outside)).toMatchObject({ ok: false })
    await pack(day, articleId, 'hand-over')
    const again = { articleId, audience: 'internal', purpose: 'hand-over' } as const
    expect(await day.library().call('packages.create', again)).toMatchObject({ ok: false })
    expect((await day.library().call('packages.create', { ...again, purpose: 'copy' })).ok).toBe(true)
  })
})

test('without a version in common all of both stands, and that is said', async () => {
  await type(day, 14, 'fast ')
  await remark(day, 'Day.')
  const bytes = await pack(day, articleId)
  const cut = plainWork([], (packed) => {
    const read = readPackage(packed)
    if (!read.ok) return read
    const { content } = read.value
    const manifest = { ...content.manifest, head: null }
    return { ok: true, value: { ...read.value, content: { ...content, manifest, versions: [] } } }
  })
  const other = await openDesk('Other desk', cut)
  try {
    await sit(other.library(), 'desk')
    await take(other, bytes)
    await type(other, 60, 'indeed ')
    await remark(other, 'Other.')
    await remark(day, 'Later.')
    const seen = await preview(other, await pack(day, articleId))
    expect(seen.warnings).toMatchObject([{ code: 'no-base' }])
    await other.library().must('packages.accept', { previewId: seen.previewId, takeRight: false })
    const state = await other.library().must('review.state', { articleId })
    expect(state.changes.map(({ inserted }) => inserted).toSorted()).toEqual(['fast ', 'indeed '])
    expect(state.threads).toHaveLength(3)
    const { doc } = await other.library().must('review.open', { articleId })
    expect(JSON.stringify(doc).match(/Nobody saw them/g)).toHaveLength(1)
  } finally {
    await other.close()
  }
})
