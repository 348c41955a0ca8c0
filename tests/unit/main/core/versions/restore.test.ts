import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { callOrThrow } from '../../../../../src/main/cli/headless-editor.ts'
import { newId } from '../../../../../src/main/core/new-id.ts'
import { removeAnchor } from '../../../../../src/shared/document/anchors.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import type { ArticleId, ClaimId, ThreadId, VersionId } from '../../../../../src/shared/model/ids.ts'
import { positionOf } from '../../../../support/document.ts'
import { openWindow } from '../../../../support/headless-window.ts'
import type { HeadlessWindow } from '../../../../support/headless-window.ts'
import { openTestLibrary, temporaryFolder } from '../../../../support/library.ts'
import type { TestLibrary } from '../../../../support/library.ts'
import { sitDown } from '../../../../support/marked-draft/mark-up.ts'

/** What becomes of changes, comments and claims when an earlier text comes back. */

const DRAFT = 'Boats came\nSix boats came in at night.\nThe harbour was dark.'

let folder: ReturnType<typeof temporaryFolder>
let library: TestLibrary
let articleId: ArticleId
let window: HeadlessWindow

beforeEach(async () => {
  folder = temporaryFolder()
  library = await openTestLibrary(folder.path)
  const bytes = new TextEncoder().encode(DRAFT)
  articleId = (await library.must('articles.import', { name: 'draft.txt', bytes })).articleId
  await open()
})
afterEach(async () => {
  await library.core.close()
  folder.remove()
})

async function open(): Promise<void> {
  const call = callOrThrow(library.core)
  const author = await sitDown({ call, newId }, 'desk')
  window = await openWindow(call, articleId, author, newId)
}

async function keep(name: string): Promise<VersionId> {
  await library.must('versions.name', { articleId, name })
  const { head } = await library.must('versions.list', { articleId })
  if (head === null) throw new Error('nothing kept')
  return head
}

async function restore(versionId: VersionId, reason = ''): Promise<void> {
  await library.must('versions.restore', { articleId, versionId, reason })
  await open()
}

const insert = (words: string, before: string) =>
  window.edit((tr) => tr.insert(positionOf(window.doc(), before), schema.text(words)))

const changes = async () => {
  const state = await library.must('review.state', { articleId })
  return state.changes.map((row) => `${row.inserted.trim()} ${row.state}`).toSorted()
}
const decisions = async () =>
  (await library.must('review.decisions', { articleId })).map(({ verdict }) => verdict)
const lastSaid = async () => (await library.must('review.log', { articleId })).at(-1)?.summary ?? ''

async function commentOn(words: string): Promise<ThreadId> {
  const id = newId() as ThreadId
  const from = positionOf(window.doc(), words)
  const edit = window.anchor('comment', id, [{ from, to: from + words.length }])
  const said = { level: 'must', assigneeId: null, text: 'Who says so?' } as const
  await library.must('threads.create', { articleId, edit, id, target: { kind: 'range' }, ...said })
  window.settle(edit)
  return id
}

const threads = async () => (await library.must('review.state', { articleId })).threads

describe('changes', () => {
  test('that were open then and decided since are open again, and decided again on the way back', async () => {
    await insert('dark ', 'boats')
    const first = await keep('One open')
    await window.decide('accepted')
    const second = await keep('Accepted')
    await restore(first)
    expect(await changes()).toEqual(['dark open'])
    expect(await decisions()).toEqual(['accepted', 'undone'])
    expect(await lastSaid()).toContain('1 change open again.')
    await restore(second)
    expect(await changes()).toEqual(['dark accepted'])
    expect(await decisions()).toEqual(['accepted', 'undone', 'accepted'])
    expect(await lastSaid()).toContain('1 change decided as they were then.')
    const { changes: rows } = await library.must('review.state', { articleId })
    expect(rows[0]?.reason).toBe('Restored with “Accepted”.')
  })

  test('that were made since are withdrawn, and open again when what stood before comes back', async () => {
    const first = await keep('Before')
    await insert('dark ', 'boats')
    await restore(first, 'A mistake.')
    expect(await changes()).toEqual(['dark withdrawn'])
    expect(await lastSaid()).toMatch(/1 change made since left the text undecided\..* Reason: A mistake\.$/)
    const { versions } = await library.must('versions.list', { articleId })
    const before = versions.find(({ name }) => name === 'Before “Before” was restored')
    await restore(before?.id as VersionId)
    expect(await changes()).toEqual(['dark open'])
  })
})

describe('comments and claims', () => {
  test('made since are found again where their words stand', async () => {
    const first = await keep('Before')
    const id = await commentOn('harbour')
    await insert('dark ', 'boats')
    await restore(first)
    const [thread] = await threads()
    expect([thread?.id, thread?.orphaned]).toEqual([id, false])
    expect(window.index().comments.get(id)?.words).toBe('harbour')
    expect(await lastSaid()).toContain('Found again by their words: 1 made since, 0 of them to be checked.')
  })

  test('whose words are not in it keep them as a quotation, and come back with their words', async () => {
    const first = await keep('Before')
    await insert('with their lamps out ', 'at night')
    await window.decide('accepted')
    const id = await commentOn('with their lamps out')
    const second = await keep('With lamps')
    await restore(first)
    const [thread] = await threads()
    expect(thread).toMatchObject({ id, orphaned: true, quote: 'with their lamps out' })
    await restore(second)
    expect((await threads())[0]?.orphaned).toBe(false)
    expect(window.index().comments.get(id)?.words).toBe('with their lamps out')
  })

  test('a claim that was taken back since is not put into the text again', async () => {
    const id = newId() as ClaimId
    const from = positionOf(window.doc(), 'Six boats')
    const edit = window.anchor('claim', id, [{ from, to: from + 9 }])
    await library.must('claims.create', { articleId, edit, id, kind: 'number', risk: 'low', paraphrase: '' })
    window.settle(edit)
    const first = await keep('With the claim')
    await window.save(removeAnchor(window.doc(), 'claim', id))
    await library.must('claims.withdraw', { articleId, claimId: id, edit: null })
    await restore(first)
    expect([...window.index().claims.keys()]).toEqual([])
  })
})

describe('is refused', () => {
  const importOf = async () =>
    (await library.must('versions.list', { articleId })).versions[0]?.id as VersionId

  test('for a version that the article does not have', async () => {
    const outcome = await library.call('versions.restore', { articleId, versionId: 'none' })
    expect(outcome).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })

  test('in a role that may not edit without tracking, and nothing is kept of it', async () => {
    const versionId = await importOf()
    await insert('dark ', 'boats')
    await sitDown({ call: callOrThrow(library.core), newId }, 'copy')
    const outcome = await library.call('versions.restore', { articleId, versionId })
    expect(outcome).toMatchObject({ ok: false, error: { code: 'refused' } })
    expect((await library.must('versions.list', { articleId })).versions).toHaveLength(1)
  })
})
