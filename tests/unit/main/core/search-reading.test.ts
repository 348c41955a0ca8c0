import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestLibrary, temporaryFolder } from '../../../support/library.ts'
import type { TestLibrary } from '../../../support/library.ts'
import { searched } from '../../../support/searched.ts'

let folder: ReturnType<typeof temporaryFolder>
let library: TestLibrary
beforeEach(async () => {
  folder = temporaryFolder()
  library = await openTestLibrary(folder.path)
})
afterEach(async () => {
  await library.core.close()
  folder.remove()
})

const DRAFTS = 15

async function importDrafts(): Promise<readonly string[]> {
  const ids: string[] = []
  for (let at = 0; at < DRAFTS; at += 1) {
    const bytes = new TextEncoder().encode(`Night train ${at}\nThe lighthouse of number${at} is dark.`)
    // oxlint-disable-next-line no-await-in-loop -- in order
    ids.push((await library.must('articles.import', { name: 'a.txt', bytes })).articleId)
  }
  return ids
}

test('a search answers before any text is read for it, and says how many it does not know', async () => {
  await importDrafts()
  const first = await library.must('articles.list', { query: 'lighthouse' })
  expect([first.total, first.unsearched]).toEqual([0, DRAFTS])
  const byName = await library.must('articles.list', { query: 'train' })
  expect(byName.total).toBe(DRAFTS)
})

test('texts are read afterwards, in slices, and windows are told when all are known', async () => {
  const ids = await importDrafts()
  library.emitted.length = 0
  expect(await searched(library, 'lighthouse number7')).toEqual([ids[7]])
  expect(await searched(library, 'lighthouse')).toHaveLength(DRAFTS)
  expect(library.emitted).toContain('articles.changed')
})

test('a library that is closed while texts are read goes on when it is opened again', async () => {
  await importDrafts()
  await library.must('articles.list', {})
  await library.core.close()
  library = await openTestLibrary(folder.path)
  expect(await searched(library, 'dark')).toHaveLength(DRAFTS)
})
