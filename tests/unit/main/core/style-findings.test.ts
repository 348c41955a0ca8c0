import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { ExportRequest } from '../../../../src/shared/model/interchange.ts'
import type { ArticleId } from '../../../../src/shared/model/ids.ts'
import { openTestLibrary, plainWork } from '../../../support/library.ts'
import type { TestLibrary } from '../../../support/library.ts'

let library: TestLibrary
let exported: ExportRequest[]
let articleId: ArticleId

const STORY = 'Coup\nThe regime fell. Experts say it was over.'

beforeEach(async () => {
  exported = []
  library = await openTestLibrary(mkdtempSync(join(tmpdir(), 'stet-style-')), plainWork(exported))
  const made = await library.must('articles.paste', { text: STORY, html: '' })
  ;({ articleId } = made)
})

async function asked(
  kind: ExportRequest['kind'],
  audience: ExportRequest['audience'],
): Promise<ExportRequest> {
  await library.must('exports.create', { articleId, kind, audience })
  const last = exported.at(-1)
  if (!last) throw new Error('Nothing was exported.')
  return last
}

describe('what the style check proposes', () => {
  test('is asked for with the packet, by the house style of the library', async () => {
    const { style } = await asked('pdf-packet', 'internal')
    expect(style?.rules.map(({ title }) => title)).toContain('Loaded word')
    expect(style?.spelling).toBe(true)
    const { profiles } = await library.must('checks.book', {})
    const other = profiles.find(({ title }) => title !== style?.house)
    await library.must('checks.useProfile', { profile: other?.id ?? '' })
    expect((await asked('pdf-packet', 'internal')).style?.house).toBe(other?.title)
  })

  test('is not even looked for where nobody is told of it', async () => {
    expect(await asked('pdf-packet', 'external')).not.toHaveProperty('style')
    expect(await asked('pdf-redline', 'internal')).not.toHaveProperty('style')
    expect(await asked('docx-review', 'internal')).not.toHaveProperty('style')
  })

  test('counts what was put aside as put aside', async () => {
    const { style } = await asked('pdf-packet', 'internal')
    const loaded = style?.rules.find(({ title }) => title === 'Loaded word')
    expect(loaded).toMatchObject({ open: 1, aside: 0 })
  })
})

test('the last event of the log goes with every file, and the next file has a later one', async () => {
  const first = await asked('pdf-packet', 'internal')
  const second = await asked('pdf-clean', 'external')
  expect(first.record?.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(second.record?.seq).toBeGreaterThan(first.record?.seq ?? Infinity)
})
