import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestLibrary, temporaryFolder } from '../../../../support/library.ts'
import { buildSignedReview } from '../../../../support/tampering/signed-review.ts'

let folder: ReturnType<typeof temporaryFolder>

beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

test('a record made by real calls holds, also after the library was closed', async () => {
  const library = await openTestLibrary(folder.path)
  const articleId = await buildSignedReview(library)
  expect(await library.must('review.verify', { articleId })).toMatchObject({ ok: true, findings: [] })
  await library.core.close()
  const again = await openTestLibrary(folder.path)
  const verified = await again.must('review.verify', { articleId })
  expect(verified.findings).toEqual([])
  expect(verified.rows).toBeGreaterThan(30)
  await again.core.close()
})
