import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ArticleId } from '../../../../src/shared/model/ids.ts'
import { openTestLibrary, temporaryFolder } from '../../../support/library.ts'

/**
 * `library-10.stet-db` was written by a Stet that knew migration 10 alone: one imported draft, two insertions by the
 * desk, a deletion by it, one insertion accepted with a reason and one rejected.
 */
const OLD = join(import.meta.dirname, '../../../fixtures/library-10.stet-db')

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
  copyFileSync(OLD, join(folder.path, 'library.stet-db'))
})
afterEach(() => folder.remove())

test('a library of the first shape opens with its text, changes, decisions and record', async () => {
  const library = await openTestLibrary(folder.path)
  const [row] = (await library.must('articles.list', {})).rows
  const articleId = row?.id as ArticleId
  const { doc, state } = await library.must('review.open', { articleId })
  expect(JSON.stringify(doc)).toContain('Everybody knew.')
  const told = state.changes.map((one) => [one.id, one.kind, one.state, one.reason, one.groupId])
  expect(told).toEqual([
    ['cut', 'deletion', 'open', null, null],
    ['open-in', 'insertion', 'open', null, null],
    ['gone', 'insertion', 'rejected', null, null],
    ['kept', 'insertion', 'accepted', 'Agreed.', null],
  ])
  expect(state.changeSets).toEqual([])
  const decisions = await library.must('review.decisions', { articleId })
  expect(decisions.map((one) => [one.seq, one.changeId, one.verdict, one.reason])).toEqual([
    [1, 'kept', 'accepted', 'Agreed.'],
    [2, 'gone', 'rejected', null],
  ])
  expect(await library.must('review.verify', { articleId })).toMatchObject({ ok: true, findings: [] })
  await library.core.close()
})
