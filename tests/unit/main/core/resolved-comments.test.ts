import { afterEach, beforeEach, expect, test } from 'vitest'
import { exportReview } from '../../../../src/main/export/index.ts'
import { importDraft } from '../../../../src/main/import/index.ts'
import { exportRequest } from '../../../support/export-request.ts'
import { openTestLibrary, plainWork, temporaryFolder } from '../../../support/library.ts'

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => (folder = temporaryFolder()))
afterEach(() => folder.remove())

test('a Word file with comments that are resolved there is taken in, and they stay resolved', async () => {
  const made = await exportReview(exportRequest())
  if (!made.ok) throw new Error(made.error.message)
  let count = 0
  const tools = { now: 0, newId: () => `from-word-${(count += 1)}` }
  const library = await openTestLibrary(folder.path, {
    ...plainWork(),
    importDraft: (request) => importDraft(request, tools),
  })
  const { bytes } = made.value
  const { articleId } = await library.must('articles.import', { name: 'copy.docx', bytes })
  const { threads } = await library.must('review.state', { articleId })
  const resolved = threads.map((one) => [one.resolvedAt !== null, one.resolvedBy !== null].join(' '))
  expect(resolved.toSorted((one, other) => one.localeCompare(other))).toEqual([
    'false false',
    'false false',
    'true true',
  ])
  await library.core.close()
})
