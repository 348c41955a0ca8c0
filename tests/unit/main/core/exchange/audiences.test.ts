import { describe, expect, test } from 'vitest'
import { callOrThrow } from '../../../../../src/main/cli/headless-editor.ts'
import { newId } from '../../../../../src/main/core/new-id.ts'
import type { ClaimId, SourceId, ThreadId } from '../../../../../src/shared/model/ids.ts'
import { articleId, beginEach, day, night, remark, type } from '../../../../support/day-and-night.ts'
import { openWindow } from '../../../../support/headless-window.ts'
import { pack, preview, reviewOf, sit, take } from '../../../../support/two-desks.ts'

beginEach()

const stateOf = (desk: typeof day) => desk.library().must('review.state', { articleId })

async function addEvidence(): Promise<void> {
  await sit(day.library(), 'desk')
  const library = day.library()
  const { actor } = await library.must('session.get', {})
  const window = await openWindow(callOrThrow(library.core), articleId, actor.personId, newId)
  const claimId = newId() as ClaimId
  const edit = window.anchor('claim', claimId, [{ from: 35, to: 44 }])
  const said = { id: claimId, kind: 'number', risk: 'high', paraphrase: 'Six boats came.' } as const
  await library.must('claims.create', { articleId, edit, ...said })
  const id = newId() as SourceId
  const told = {
    origin: 'Harbour office',
    locator: 'p. 3',
    url: '',
    accessedAt: null,
    medium: '',
    period: '',
  }
  await library.must('sources.create', {
    articleId,
    id,
    fields: {
      kind: 'document',
      title: 'Harbour log',
      grade: 'A',
      directKnowledge: true,
      onRecord: 'on-record',
      suppliedBy: actor.personId,
      ...told,
    },
  })
  const source = {
    sourceId: id,
    locator: 'p. 3',
    note: '',
    bears: ['claim'],
    stance: 'supports',
    answer: '',
  } as const
  await library.must('claims.attach', { articleId, claimId, source: { ...source, bears: ['claim'] } })
}

describe('what is private to legal', () => {
  test('stays when a package that does not hold it comes back, at its place and with its words', async () => {
    await sit(day.library(), 'legal')
    const library = day.library()
    const { actor } = await library.must('session.get', {})
    const window = await openWindow(callOrThrow(library.core), articleId, actor.personId, newId)
    const id = newId() as ThreadId
    const edit = window.anchor('comment', id, [{ from: 35, to: 44 }])
    const said = { articleId, edit, id, target: { kind: 'range' }, level: 'fyi', assigneeId: null } as const
    await library.must('threads.create', { ...said, audience: 'legal', text: 'Read with counsel.' })
    await sit(day.library(), 'desk')
    const bytes = await pack(day, articleId)
    await take(night, bytes)
    await sit(night.library(), 'legal')
    expect((await stateOf(night)).threads).toEqual([])
    await sit(night.library(), 'desk')
    await type(night, 14, 'fast ')
    await remark(night, 'Night.')
    await take(day, await pack(night, articleId))
    await sit(day.library(), 'legal')
    const words = (await stateOf(day)).threads.flatMap(({ messages }) => messages.map(({ text }) => text))
    expect(words.toSorted()).toEqual(['Night.', 'Read with counsel.'])
    expect((await stateOf(day)).threads.find((thread) => thread.id === id)).toMatchObject({ orphaned: false })
    // And where both had gone on.
    await remark(day, 'More of counsel.', 'legal')
    await sit(night.library(), 'desk')
    await remark(night, 'Later.')
    await take(day, await pack(night, articleId))
    await sit(day.library(), 'legal')
    expect((await stateOf(day)).threads).toHaveLength(4)
    await take(night, await pack(day, articleId, 'copy', 'legal'))
    expect(await reviewOf(night, articleId)).toEqual(await reviewOf(day, articleId))
  })
})

describe('readers outside', () => {
  test('mark a copy that names nobody, and it comes back under the names that are known here', async () => {
    await addEvidence()
    await remark(day, 'Who says so?')
    await type(day, 14, 'fast ')
    const before = await stateOf(day)
    const bytes = await pack(day, articleId, 'copy', 'external')
    expect((await preview(night, bytes)).from.name).toBe('')
    await take(night, bytes)
    await type(night, 60, 'indeed ')
    await remark(night, 'From outside.')
    const outside = await stateOf(night)
    expect(JSON.stringify(outside)).not.toContain('Harbour log')
    const back = await pack(night, articleId)
    expect(await preview(day, back)).toMatchObject({
      refusal: null,
      conflicts: [],
      brings: { changes: 1, comments: 1 },
    })
    await take(day, back)
    const after = await stateOf(day)
    expect(after.sources).toEqual(before.sources)
    expect(after.claims.map(({ id, sources }) => [id, sources])).toEqual(
      before.claims.map(({ id, sources }) => [id, sources]),
    )
    expect(after.threads).toHaveLength(2)
    expect(after.changes).toHaveLength(2)
    for (const row of before.changes) expect(after.changes).toContainEqual(row)
    expect(after.article).toMatchObject({ editRight: 'here', authorId: before.article.authorId })
    const { people } = await day.library().must('session.get', {})
    expect(people.map(({ id }) => id)).not.toContain('somebody-at-the-desk')
    expect(await day.library().must('review.verify', { articleId })).toMatchObject({ ok: true })
    expect((await take(day, back)).relation).toBe('nothing-new')
  })

  test('while the desk goes on, nothing of either is lost', async () => {
    await addEvidence()
    await take(night, await pack(day, articleId, 'copy', 'external'))
    await type(day, 14, 'fast ')
    await remark(day, 'Day.')
    await type(night, 60, 'indeed ')
    const back = await pack(night, articleId)
    expect((await take(day, back)).relation).toBe('merged')
    const after = await stateOf(day)
    expect(after.changes.map(({ inserted }) => inserted).toSorted()).toEqual(['fast ', 'indeed '])
    expect(after.threads).toHaveLength(1)
    expect(after.sources.map(({ title }) => title)).toEqual(['Harbour log'])
    expect(after.conflicts).toEqual([])
  })
})
