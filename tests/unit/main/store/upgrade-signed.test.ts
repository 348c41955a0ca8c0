import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ArticleId } from '../../../../src/shared/model/ids.ts'
import { openTestLibrary, temporaryFolder } from '../../../support/library.ts'
import type { TestLibrary } from '../../../support/library.ts'
import { sitDownAs, signSlot, walkToReady } from '../../../support/walk-desk.ts'

/**
 * `library-50.stet-db` was written by a Stet that knew migration 50: one article signed in all slots, approved and
 * re-opened, one held at copy, one approved. Its signatures tell no origin and not what they cover.
 */
const OLD = join(import.meta.dirname, '../../../fixtures/library-50.stet-db')

let folder: ReturnType<typeof temporaryFolder>
let library: TestLibrary
beforeEach(async () => {
  folder = temporaryFolder()
  copyFileSync(OLD, join(folder.path, 'library.stet-db'))
  library = await openTestLibrary(folder.path)
})
afterEach(async () => {
  await library.core.close()
  folder.remove()
})

async function articleCalled(headline: string): Promise<ArticleId> {
  const { rows } = await library.must('articles.list', {})
  const row = rows.find((one) => one.headline === headline)
  if (!row) throw new Error(headline)
  return row.id
}

function stateOf(articleId: ArticleId) {
  return library.must('review.state', { articleId })
}

test('old signatures hold, still verify, and are followed by a chain of this library', async () => {
  const articleId = await articleCalled('Signed before')
  const { signOffs, slots } = await stateOf(articleId)
  expect(signOffs.map(({ origin, seq, scope, versionId }) => [origin, seq, scope, versionId])).toEqual(
    [1, 2, 3, 4].map((seq) => ['', seq, null, null]),
  )
  const standing = slots.map(({ slot, state, cause }) => `${slot} ${cause || state}`)
  expect(standing).toEqual([
    'desk signed',
    'facts signed',
    'copy signed',
    'standards not-needed',
    'legal not-needed',
    'approval re-opened',
  ])
  expect(await library.must('review.verify', { articleId })).toMatchObject({ ok: true, signOffs: 4 })
  expect(await walkToReady({ library, articleId })).toEqual(['fact-check', 'copy', 'read-back', 'ready'])
  const approved = await signSlot({ library, articleId }, 'approval')
  expect(approved.ok && approved.value.signOffs.at(-1)).toMatchObject({ seq: 1, version: 2 })
  expect(await library.must('review.verify', { articleId })).toMatchObject({ ok: true, signOffs: 5 })
})

test('what was held keeps its reason, and comes back to the desk', async () => {
  const articleId = await articleCalled('Held before')
  const { article } = await stateOf(articleId)
  expect(article).toMatchObject({ status: 'held', aside: { until: null, resume: 'desk-edit' } })
  expect(article.aside?.reason).toContain('Until the ruling.')
  await sitDownAs(library, 'desk')
  const resumed = await library.must('workflow.move', { articleId, to: 'desk-edit', reason: '' })
  expect(resumed.article).toMatchObject({ status: 'desk-edit', aside: null })
})

test('what was approved stays so, and is filed', async () => {
  const articleId = await articleCalled('Approved before')
  const { article, blockers } = await stateOf(articleId)
  expect([article.status, article.locked, blockers]).toEqual(['approved', true, []])
  await sitDownAs(library, 'desk')
  expect((await library.must('approval.file', { articleId })).article.status).toBe('filed')
})
