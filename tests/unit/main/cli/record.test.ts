import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { runLog, runVerify } from '../../../../src/main/cli/record.ts'
import type { ArticleId } from '../../../../src/shared/model/ids.ts'
import { openTestLibrary, temporaryFolder } from '../../../support/library.ts'
import { buildSignedReview } from '../../../support/tampering/signed-review.ts'
import { outside } from '../../../support/tampering/tamper.ts'

const resources = join(import.meta.dirname, '../../../../resources')

let folder: ReturnType<typeof temporaryFolder>
let articleId: ArticleId
let out: string[]
let words: string[]

const where = () => ({ folder: folder.path, resources })

beforeEach(async () => {
  folder = temporaryFolder()
  const library = await openTestLibrary(folder.path)
  articleId = await buildSignedReview(library)
  const bytes = new TextEncoder().encode('Another head\nAnd a body.')
  await library.must('articles.import', { name: 'other.txt', bytes })
  await library.core.close()
  out = []
  words = []
  vi.spyOn(console, 'log').mockImplementation((line) => void out.push(String(line)))
  vi.spyOn(console, 'error').mockImplementation((line) => void words.push(String(line)))
  vi.spyOn(process.stdout, 'write').mockImplementation((bytesOrText) => {
    out.push(typeof bytesOrText === 'string' ? bytesOrText : new TextDecoder().decode(bytesOrText))
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  folder.remove()
})

function breakIt(): void {
  outside(join(folder.path, 'library.stet-db'), (db) => {
    db.exec(`UPDATE source SET title = 'Another sheet' WHERE id = 's2'`)
  })
}

test('verify without a name looks at every article, and answers 0 when all hold', async () => {
  expect(await runVerify(where())).toBe(0)
  expect(out.map((line) => JSON.parse(line) as unknown)).toEqual([
    expect.objectContaining({ ok: true, findings: [] }),
    expect.objectContaining({ ok: true, findings: [] }),
  ])
  expect(words.at(-1)).toBe('All records hold.')
})

test('verify names what was changed, and answers 1, for all and for the one', async () => {
  breakIt()
  expect(await runVerify(where())).toBe(1)
  expect(words.join('\n')).toContain('Source 2 was changed outside Stet.')
  expect(words.at(-1)).toBe('1 of 2 records are broken.')
  expect(await runVerify(where(), articleId)).toBe(1)
})

test('log writes what the log tells, to the output or to a file', async () => {
  expect(await runLog(where(), articleId, { format: 'csv' })).toBe(0)
  expect(out.join('')).toContain('article.import')
  const file = join(folder.path, 'log.json')
  expect(await runLog(where(), articleId, { format: 'json', out: file })).toBe(0)
  const log = JSON.parse(await readFile(file, 'utf8')) as { events: { kind: string }[] }
  expect(log.events.at(-1)?.kind).toBe('export.log')
})
