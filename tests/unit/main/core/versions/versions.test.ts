import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { schema } from '../../../../../src/shared/document/schema.ts'
import type { ArticleId } from '../../../../../src/shared/model/ids.ts'
import { documentOf, editOf, openTestLibrary, temporaryFolder } from '../../../../support/library.ts'
import type { TestLibrary } from '../../../../support/library.ts'

const TEXT = 'Harbour deal signed\nBy Dov Lassiter\nThe council agreed to sell the quay on Monday.'

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
    expect(doc).toEqual(documentOf(TEXT).toJSON())
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
