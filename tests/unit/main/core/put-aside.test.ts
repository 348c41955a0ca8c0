import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ArticleId } from '../../../../src/shared/model/ids.ts'
import { openTestLibrary, temporaryFolder } from '../../../support/library.ts'
import type { TestLibrary } from '../../../support/library.ts'

const folder = temporaryFolder()
let library: TestLibrary
let articleId: ArticleId

beforeAll(async () => {
  library = await openTestLibrary(folder.path)
  const bytes = new TextEncoder().encode('Headline\nA notorious gang.')
  const imported = await library.must('articles.import', { name: 'teld.txt', bytes })
  articleId = imported.articleId
})
afterAll(async () => {
  await library.core.close()
  folder.remove()
})

test('every proposal of a rule is put aside and proposed again in one act each, once however often it is said', async () => {
  const dismissed = ['notorious', 'brutal'].map((words) => ({
    key: `loaded-${words}`,
    rule: 'loaded',
    words,
  }))
  const aside = await library.must('checks.dismissAll', { articleId, dismissed })
  expect(aside.dismissals.map(({ key, words }) => [key, words])).toEqual([
    ['loaded-brutal', 'brutal'],
    ['loaded-notorious', 'notorious'],
  ])
  const again = await library.must('checks.dismissAll', { articleId, dismissed })
  expect(again.dismissals).toEqual(aside.dismissals)
  const restored = await library.must('checks.restoreAll', {
    articleId,
    keys: dismissed.map(({ key }) => key),
  })
  expect(restored.dismissals).toEqual([])
})

test('putting aside nothing, or under a name that no proposal has, is refused', async () => {
  expect(await library.call('checks.dismissAll', { articleId, dismissed: [] })).toMatchObject({ ok: false })
  const dismissed = [{ key: 'Not a key', rule: 'loaded', words: 'x' }]
  expect(await library.call('checks.dismissAll', { articleId, dismissed })).toMatchObject({ ok: false })
})
