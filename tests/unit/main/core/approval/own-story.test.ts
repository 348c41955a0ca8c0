import { expect, test } from 'vitest'
import type { PersonId } from '../../../../../src/shared/model/ids.ts'
import {
  articleId,
  beginEach,
  library,
  sign,
  sitDown,
  state,
  toReady,
} from '../../../../support/journey-desk.ts'

beginEach()

const byline = (authorId: PersonId | null) =>
  library.call('articles.update', {
    articleId,
    slug: 'ring-26',
    desk: 'Regional',
    due: null,
    holderId: null,
    authorId,
  })

test('nobody takes their own name off a story to approve it, and the log tells who did', async () => {
  await toReady()
  const me = (await sitDown('approver')) as PersonId
  expect(await byline(me)).toMatchObject({ ok: true })
  const refused = await byline(null)
  expect(refused).toMatchObject({ ok: false, error: { message: expect.stringContaining('your own name') } })
  expect((await state()).article.authorId).toBe(me)
  expect(await sign('approval')).toMatchObject({ ok: false, error: { code: 'blocked' } })
  await sitDown('desk')
  expect(await byline(null)).toMatchObject({ ok: true })
  const { people } = await library.must('session.get', {})
  const name = people.find(({ id }) => id === me)?.name ?? ''
  const log = await library.must('review.log', { articleId })
  const told = log.filter(({ kind }) => kind === 'article.update').map(({ summary }) => summary)
  expect(told.slice(-2)).toEqual([
    expect.stringContaining(`Written by ${name}, before by nobody named.`),
    expect.stringContaining(`Written by nobody named, before by ${name}.`),
  ])
})
