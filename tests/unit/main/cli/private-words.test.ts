import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { runCheck, runExport, runList } from '../../../../src/main/cli/articles.ts'
import { runInspect } from '../../../../src/main/cli/inspect.ts'
import { readPackage } from '../../../../src/main/opc/read.ts'
import type { ArticleId } from '../../../../src/shared/model/ids.ts'
import type { Role } from '../../../../src/shared/model/person.ts'
import { openTestLibrary, temporaryFolder } from '../../../support/library.ts'
import { pdfText } from '../../../support/pdf-text.ts'
import { PRIVATE_WORDS, leaked, privateReview, sitDown } from '../../../support/private-review.ts'

/** The command line acts as whoever sits at the desk of the library, and writes real files. */

const resources = join(import.meta.dirname, '../../../../resources')

let folder: ReturnType<typeof temporaryFolder>
let articleId: ArticleId
let printed: string[]

async function leave(role: Role): Promise<void> {
  const library = await openTestLibrary(folder.path)
  await sitDown(library, role)
  await library.core.close()
}

beforeEach(async () => {
  folder = temporaryFolder()
  const library = await openTestLibrary(folder.path)
  articleId = (await privateReview(library)).articleId
  await library.core.close()
  printed = []
  const print = (...words: unknown[]) => void printed.push(words.map(String).join(' '))
  vi.spyOn(console, 'log').mockImplementation(print)
  vi.spyOn(console, 'error').mockImplementation(print)
  vi.spyOn(process.stdout, 'write').mockImplementation((words) => {
    printed.push(String(words))
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  folder.remove()
})

const where = () => ({ folder: folder.path, resources })
const out = (name: string) => join(folder.path, name)

async function wordsOf(file: string): Promise<string> {
  if (file.endsWith('.pdf')) return (await pdfText(file)).join('\n')
  const pack = await readPackage(await readFile(file))
  return pack.names.map((name) => new TextDecoder().decode(pack.get(name))).join('\n')
}

const FILES = [
  ['docx-review', 'review.docx'],
  ['docx-clean', 'clean.docx'],
  ['pdf-packet', 'packet.pdf'],
  ['pdf-redline', 'redline.pdf'],
  ['pdf-clean', 'clean.pdf'],
] as const

describe('with the desk at the desk', () => {
  beforeEach(() => leave('desk'))

  test('list, check and inspect print nothing private', async () => {
    await runList(where(), false)
    await runList(where(), true)
    await runCheck(where(), articleId, false)
    await runCheck(where(), articleId, true)
    await runExport(where(), articleId, { as: 'docx-review', for: 'internal', out: out('review.docx') })
    await runInspect([out('review.docx')])
    expect(printed.join('\n')).toContain('For everybody.')
    expect(leaked(printed)).toEqual([])
  })

  test.each(FILES)('export of %s holds nothing private, inside and outside', async (kind, name) => {
    for (const audience of ['internal', 'external'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one library, one process
      await runExport(where(), articleId, { as: kind, for: audience, out: out(name) })
      // oxlint-disable-next-line no-await-in-loop -- as above
      expect([audience, leaked(await wordsOf(out(name)))]).toEqual([audience, []])
    }
  })

  test('a file for legal is refused in words', async () => {
    const asked = runExport(where(), articleId, { as: 'pdf-packet', for: 'legal', out: out('packet.pdf') })
    await expect(asked).rejects.toThrow('is made and saved in the legal role')
  })
})

test('with legal at the desk, a file for legal holds what legal said', async () => {
  await leave('legal')
  const said = Object.entries(PRIVATE_WORDS).filter(
    ([what]) => !what.includes('reworded') && !what.includes('consultation'),
  )
  await runExport(where(), articleId, { as: 'docx-review', for: 'legal', out: out('review.docx') })
  expect(leaked(await wordsOf(out('review.docx')))).toEqual(said.map(([, word]) => word))
  await runExport(where(), articleId, { as: 'pdf-packet', for: 'legal', out: out('packet.pdf') })
  expect(leaked(await wordsOf(out('packet.pdf')))).toEqual(
    expect.arrayContaining(said.map(([, word]) => word)),
  )
})
