import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { runExport, runImport } from '../../../../src/main/cli/articles.ts'
import { schema } from '../../../../src/shared/document/schema.ts'
import type { ArticleId } from '../../../../src/shared/model/ids.ts'
import { positionOf } from '../../../support/document.ts'
import { openTestLibrary, temporaryFolder } from '../../../support/library.ts'
import { openSendingDesk, savedBy } from '../../../support/returned-desk.ts'
import { insertAfter } from '../../../support/word-edits.ts'

/** `stet import FILE --into ARTICLE`: a Word file that was sent out, on the command line. */

const resources = join(import.meta.dirname, '../../../../resources')
const READER = 'Ada Quill'

let folder: ReturnType<typeof temporaryFolder>
let articleId: ArticleId
let printed: string[]
let said: string[]
const where = () => ({ folder: folder.path, resources })

beforeEach(async () => {
  folder = temporaryFolder()
  const desk = await openSendingDesk(folder.path)
  articleId = desk.articleId
  await desk.edit((transform) => transform.insert(positionOf(transform.doc, 'Monday'), schema.text('early ')))
  await desk.close()
  printed = []
  said = []
  vi.spyOn(console, 'log').mockImplementation((...words) => void printed.push(words.map(String).join(' ')))
  vi.spyOn(console, 'error').mockImplementation((...words) => void said.push(words.map(String).join(' ')))
})
afterEach(() => {
  vi.restoreAllMocks()
  folder.remove()
})

async function sent(audience: 'internal' | 'external' = 'internal'): Promise<string> {
  const out = join(folder.path, 'sent.docx')
  expect(await runExport(where(), articleId, { as: 'docx-review', for: audience, out })).toBe(0)
  printed = []
  said = []
  return out
}

async function edited(file: string, text = ' at all'): Promise<string> {
  const bytes = await insertAfter(new Uint8Array(await readFile(file)), 'no answer', READER, text)
  const back = join(folder.path, 'back.docx')
  await writeFile(back, await savedBy(bytes, READER))
  return back
}

describe('a Word file that comes back', () => {
  test('goes into its article, with words for what it brings; and again it brings nothing', async () => {
    const back = await edited(await sent())
    expect(await runImport(where(), [back], { into: articleId })).toBe(0)
    expect(printed).toEqual([`${articleId}\tHarbour digging stops`])
    expect(said).toEqual([`${back}: It brings 1 change.`])
    expect(await runImport(where(), [back], { into: articleId.slice(0, 8) })).toBe(0)
    expect(said.at(-1)).toBe(`${back}: It brings nothing new.`)
    const library = await openTestLibrary(folder.path)
    const { changes } = await library.must('review.state', { articleId })
    const { people } = await library.must('session.get', {})
    const nameOf = (id: string) => people.find((one) => one.id === id)?.name
    expect(changes.map(({ inserted, authorId }) => [inserted, nameOf(authorId) === READER])).toEqual([
      ['early ', false],
      [' at all', true],
    ])
    await library.core.close()
  })

  test('for readers outside brings their work under their names, and ours under ours', async () => {
    const back = await edited(await sent('external'))
    expect(await runImport(where(), [back], { into: articleId })).toBe(0)
    expect(said).toEqual([`${back}: It brings 1 change.`])
    const library = await openTestLibrary(folder.path)
    const { people } = await library.must('session.get', {})
    expect(people.filter(({ outside }) => outside).map(({ name }) => name)).toEqual([READER])
    await library.core.close()
  })

  test('is refused in words where it is no copy, no Word file or no file, and the others go on', async () => {
    const text = join(folder.path, 'a.txt')
    await writeFile(text, 'Some words.')
    const files = [text, join(folder.path, 'none.docx'), await edited(await sent())]
    expect(await runImport(where(), files, { into: articleId })).toBe(1)
    expect(said[0]).toContain('Only Word files (.docx) can be brought back')
    expect(said[1]).toContain('could not be read (ENOENT)')
    expect(said[2]).toContain('It brings 1 change.')
  })

  test('is refused where the article is not known, and nothing is stored', async () => {
    const back = await edited(await sent())
    expect(await runImport(where(), [back], { into: 'nobody-knows' })).toBe(1)
    expect(said.join()).toMatch(/nobody-knows/)
    const library = await openTestLibrary(folder.path)
    expect((await library.must('review.state', { articleId })).changes).toHaveLength(1)
    await library.core.close()
  })
})
