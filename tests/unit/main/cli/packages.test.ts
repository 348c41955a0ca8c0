import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { runExport, runImport } from '../../../../src/main/cli/articles.ts'
import { runInspect } from '../../../../src/main/cli/inspect.ts'
import { runVerify } from '../../../../src/main/cli/record.ts'
import type { ArticleId } from '../../../../src/shared/model/ids.ts'
import { openTestLibrary, temporaryFolder } from '../../../support/library.ts'
import { leaked, privateReview, sitDown } from '../../../support/private-review.ts'

/** Two libraries that pass one review by files, as somebody does at two machines. */

const resources = join(import.meta.dirname, '../../../../resources')

let here: ReturnType<typeof temporaryFolder>
let there: ReturnType<typeof temporaryFolder>
let articleId: ArticleId
let printed: string[]
let said: string[]

beforeEach(async () => {
  here = temporaryFolder()
  there = temporaryFolder()
  const library = await openTestLibrary(here.path)
  articleId = (await privateReview(library)).articleId
  await sitDown(library, 'desk')
  await library.core.close()
  printed = []
  said = []
  vi.spyOn(console, 'log').mockImplementation((...words) => void printed.push(words.map(String).join(' ')))
  vi.spyOn(console, 'error').mockImplementation((...words) => void said.push(words.map(String).join(' ')))
  vi.spyOn(process.stdout, 'write').mockImplementation((words) => {
    printed.push(String(words))
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  here.remove()
  there.remove()
})

async function exported(more: object = {}): Promise<string> {
  const out = join(here.path, 'story.stet')
  const options = { as: 'package', for: 'internal', out, ...more } as const
  expect(await runExport({ folder: here.path, resources }, articleId, options)).toBe(0)
  return out
}

describe('packages on the command line', () => {
  test('are written, looked at, verified, and taken in elsewhere', async () => {
    const file = await exported()
    printed = []
    expect(await runInspect([file])).toBe(0)
    expect(JSON.parse(printed.join(''))).toMatchObject({
      ok: true,
      headline: 'Big Task force breaks up ring',
      package: { articleId, audience: 'internal', purpose: 'copy', format: 2 },
      counts: { comments: 1, claims: 1 },
    })
    printed = []
    expect(await runVerify({ folder: there.path, resources }, file)).toBe(0)
    expect(JSON.parse(printed.join(''))).toMatchObject({ ok: true, articleId })
    printed = []
    expect(await runImport({ folder: there.path, resources }, [file])).toBe(0)
    expect(printed.join('')).toContain(articleId)
    said = []
    expect(await runImport({ folder: there.path, resources }, [file])).toBe(0)
    expect(said.join('')).toContain('It brings nothing new.')
  }, 60_000)

  test('hold nothing that is private, and are refused to be made for legal by another role', async () => {
    const bytes = await readFile(await exported())
    await runInspect([join(here.path, 'story.stet')])
    expect([...leaked(bytes.toString()), ...leaked(printed.join('')), ...leaked(said.join(''))]).toEqual([])
    const options = { as: 'package', for: 'legal', out: join(here.path, 'legal.stet') } as const
    await expect(runExport({ folder: here.path, resources }, articleId, options)).rejects.toThrow(
      /legal role/,
    )
  }, 60_000)

  test('that were damaged are refused everywhere in words', async () => {
    const file = await exported()
    const bytes = await readFile(file)
    await writeFile(file, bytes.subarray(0, bytes.length / 2))
    printed = []
    expect(await runVerify({ folder: there.path, resources }, file)).toBe(1)
    expect(await runInspect([file])).toBe(1)
    expect(await runImport({ folder: there.path, resources }, [file])).toBe(1)
    expect(printed.join('')).toContain('This package is damaged: it ends too early')
    expect(said.join('')).toContain('Nothing was taken from it.')
  }, 60_000)

  test('take the right to edit with them only where somebody says so', async () => {
    const file = await exported({ handOver: true })
    said = []
    await runImport({ folder: there.path, resources }, [file])
    expect(said.join('')).toContain('--take-right')
    await expect(exported({ handOver: true })).rejects.toThrow(/right to edit/)
  }, 60_000)
})
