import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { storedForm } from '../../../../../src/shared/document/stored-form.ts'
import type { ArticleId } from '../../../../../src/shared/model/ids.ts'
import { documentOf, editOf, openTestLibrary, temporaryFolder } from '../../../../support/library.ts'
import type { TestLibrary } from '../../../../support/library.ts'

const TEXT = 'Harbour deal signed\nBy Dov Lassiter\nThe council agreed to sell the quay on Monday.'

/** Written by a Stet that knew no versions. */
const OLD = join(import.meta.dirname, '../../../../fixtures/library-10.stet-db')

let folder: ReturnType<typeof temporaryFolder>
let library: TestLibrary
let articleId: ArticleId

beforeEach(async () => {
  folder = temporaryFolder()
  library = await openTestLibrary(folder.path)
  const bytes = new TextEncoder().encode(TEXT)
  articleId = (await library.must('articles.import', { name: 'quay.txt', bytes })).articleId
})
afterEach(async () => {
  await library.core.close()
  folder.remove()
})

const list = async () => (await library.must('versions.list', { articleId })).versions

async function type(words: string): Promise<void> {
  const { doc, state } = await library.must('review.open', { articleId })
  const node = schema.nodeFromJSON(doc)
  const edit = editOf(node, state.seq, (transform) => transform.insert(1, schema.text(words)))
  await library.must('document.save', { articleId, edit, decided: [] })
}

describe('versions', () => {
  test('an import is the first of them', async () => {
    const { versions, head } = await library.must('versions.list', { articleId })
    const [first] = versions
    expect(versions).toHaveLength(1)
    expect(first).toMatchObject({ kind: 'import', name: 'Imported “quay.txt”', edition: 1, parents: [] })
    expect(first?.id).toBe(head)
    expect(first?.status).toBe('draft')
    const { doc } = await library.must('versions.document', { articleId, versionId: first?.id ?? '' })
    expect(doc).toEqual(storedForm(documentOf(TEXT)))
  })

  test('one that is named keeps the text as it stands, and follows the one before', async () => {
    await type('New ')
    await library.must('versions.name', { articleId, name: 'For the lawyers' })
    await type('Very ')
    const [first, named] = await list()
    expect(named).toMatchObject({ kind: 'named', name: 'For the lawyers', parents: [first?.id] })
    const { doc } = await library.must('versions.document', { articleId, versionId: named?.id ?? '' })
    expect(JSON.stringify(doc)).toContain('New Harbour deal signed')
    expect(JSON.stringify(doc)).not.toContain('Very')
  })

  test('restoring brings the text back, and keeps what stood before', async () => {
    const [first] = await list()
    await type('New ')
    const before = await library.must('review.open', { articleId })
    const state = await library.must('versions.restore', { articleId, versionId: first?.id ?? '' })
    expect(state.textHash).toBe(first?.textHash)
    const after = await library.must('review.open', { articleId })
    expect(after.doc).toEqual(documentOf(TEXT).toJSON())
    expect(library.emitted).toContain('text.replaced')
    const [, kept, restored] = await list()
    expect(kept).toMatchObject({ kind: 'restore', textHash: before.state.textHash })
    expect(restored).toMatchObject({ kind: 'restore', textHash: first?.textHash, parents: [kept?.id] })
    await library.must('versions.restore', { articleId, versionId: kept?.id ?? '' })
    const again = await library.must('review.open', { articleId })
    expect(again.doc).toEqual(before.doc)
  })
})

test('an article that is older than versions lists its import when it is looked at', async () => {
  const old = temporaryFolder()
  copyFileSync(OLD, join(old.path, 'library.stet-db'))
  const before = await openTestLibrary(old.path)
  const [row] = (await before.must('articles.list', {})).rows
  const id = row?.id as ArticleId
  const { versions } = await before.must('versions.list', { articleId: id })
  expect(versions.map(({ kind, status, words }) => [kind, status, words > 0])).toEqual([
    ['import', 'draft', true],
  ])
  await before.must('versions.name', { articleId: id, name: 'As it came' })
  const named = await before.must('versions.list', { articleId: id })
  expect(named.versions.map((one) => [one.kind, one.parents])).toEqual([
    ['import', []],
    ['named', [versions[0]?.id]],
  ])
  await before.core.close()
  old.remove()
})
