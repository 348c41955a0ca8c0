import { afterEach, beforeEach, expect, test } from 'vitest'
import { createToldStates } from '../../../../src/main/core/told-states.ts'
import type { ArticleId } from '../../../../src/shared/model/ids.ts'
import type { ReviewState } from '../../../../src/shared/model/review.ts'
import { applyNews } from '../../../../src/shared/review-news.ts'
import { openTestLibrary, temporaryFolder } from '../../../support/library.ts'
import type { TestLibrary } from '../../../support/library.ts'

let folder: ReturnType<typeof temporaryFolder>
let library: TestLibrary
let articleId: ArticleId

beforeEach(async () => {
  folder = temporaryFolder()
  library = await openTestLibrary(folder.path)
  const bytes = new TextEncoder().encode('Harbour fees\nThe colour of the harbour was grey.')
  articleId = (await library.must('articles.import', { name: 'draft.txt', bytes })).articleId
})
afterEach(async () => {
  await library.core.close()
  folder.remove()
})

const ask = (since: string | null) => library.must('review.news', { articleId, since })

async function rename(slug: string): Promise<void> {
  await library.must('articles.update', {
    articleId,
    slug,
    desk: '',
    due: null,
    holderId: null,
    authorId: null,
  })
}

test('a window that names the state it was told hears what is new since, and nothing else', async () => {
  const { state, token } = await library.must('review.open', { articleId })
  await rename('harbour-26')
  const { told } = await ask(token)
  if (told.kind !== 'changed') throw new Error(told.kind)
  expect(Object.keys(told.news.lists)).toEqual(['blockers'])
  const now = await library.must('review.state', { articleId })
  expect(applyNews(state, told.news)).toEqual(now)
})

test('two windows that were told at different times both come to the state as it is', async () => {
  const first = await library.must('review.open', { articleId })
  await rename('one')
  const second = await library.must('review.open', { articleId })
  await rename('two')
  const now = await library.must('review.state', { articleId })
  for (const { token, state } of [first, second]) {
    // oxlint-disable-next-line no-await-in-loop -- one window after the other
    const { told } = await ask(token)
    expect(told.kind === 'changed' && applyNews(state, told.news)).toEqual(now)
  }
})

test('where nothing is new, the name stays and nothing crosses', async () => {
  const { token } = await library.must('review.open', { articleId })
  expect(await ask(token)).toEqual({ token, told: { kind: 'changed', news: { fields: {}, lists: {} } } })
})

test('a name that is not known, of another article or of another run, is answered with everything', async () => {
  const state = await library.must('review.state', { articleId })
  for (const since of [null, 'never-told']) {
    // oxlint-disable-next-line no-await-in-loop
    expect((await ask(since)).told).toEqual({ kind: 'whole', state })
  }
  const told = createToldStates('run')
  const other = { ...state, article: { ...state.article, id: 'other' as ArticleId } } satisfies ReviewState
  expect(told.tellNews(told.tell(other), state).told.kind).toBe('whole')
})

test('states told long ago are forgotten, and the last one never', async () => {
  const state = await library.must('review.state', { articleId })
  const told = createToldStates('run')
  const tokens = Array.from({ length: 20 }, (_, seq) => told.tell({ ...state, seq }))
  expect(told.tellNews(tokens[0] ?? '', { ...state, seq: 20 }).told.kind).toBe('whole')
  expect(told.tellNews(tokens[19] ?? '', { ...state, seq: 21 }).told.kind).toBe('changed')
})
