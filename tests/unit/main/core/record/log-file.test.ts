import { afterEach, beforeEach, expect, test } from 'vitest'
import { csvCell, writeLog } from '../../../../../src/main/core/log-file.ts'
import type { ArticleId, PersonId } from '../../../../../src/shared/model/ids.ts'
import type { LogEvent } from '../../../../../src/shared/model/review.ts'
import { PRIVATE_WORDS, privateReview } from '../../../../support/private-review.ts'
import { openTestLibrary, temporaryFolder } from '../../../../support/library.ts'

let folder: ReturnType<typeof temporaryFolder>

beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

test.each([
  ['plain', 'plain'],
  ['with, comma', '"with, comma"'],
  ['with "quotes"', '"with ""quotes"""'],
  ['two\nlines', '"two\nlines"'],
  ['=SUM(A1)', `'=SUM(A1)`],
  ['+49 1', `'+49 1`],
  ['-1', `'-1`],
  ['@name', `'@name`],
  ['\tTab', `'\tTab`],
  ['=a,"b"', `"'=a,""b"""`],
  [7, '7'],
])('the cell %j is written as %j', (value, written) => {
  expect(csvCell(value)).toBe(written)
})

const event: LogEvent = {
  origin: 'here',
  seq: 1,
  at: Date.UTC(2026, 10, 20, 9),
  personId: 'p' as PersonId,
  kind: 'article.move',
  summary: 'From draft to copy. Reason: =Prüfen, "jetzt"',
  root: null,
  previous: '0'.repeat(64),
  hash: '1'.repeat(64),
}

const article = { id: 'a' as ArticleId, slug: 'ring/1', headline: 'Ring' }
const people = [{ id: 'p' as PersonId, name: 'Petra Sund' }]

test('CSV begins with a byte order mark and has a line for each event, with its chain', () => {
  const { name, bytes } = writeLog({ article, events: [event], people }, 'csv')
  expect(name).toBe('ring_1-log.csv')
  expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]))
  const lines = new TextDecoder().decode(bytes).split('\r\n')
  expect(lines[0]).toBe('seq,time,person,kind,summary,origin,root,previous,hash')
  expect(lines[1]).toBe(
    `1,2026-11-20T09:00:00.000Z,Petra Sund,article.move,"From draft to copy. Reason: =Prüfen, ""jetzt""",here,,` +
      `${'0'.repeat(64)},${'1'.repeat(64)}`,
  )
  expect(lines[2]).toBe('')
})

test('JSON holds the events as they are chained', () => {
  const { bytes } = writeLog({ article, events: [event], people }, 'json')
  expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({
    format: 'stet-log',
    version: 1,
    articleId: 'a',
    people: [{ id: 'p', name: 'Petra Sund' }],
    events: [event],
  })
})

test('what leaves is filtered as it is shown, is told in the log, and holds no private word', async () => {
  const library = await openTestLibrary(folder.path)
  const { articleId } = await privateReview(library)
  const wanted = { articleId, format: 'csv', kinds: null, personId: null } as const
  const all = await library.must('log.export', wanted)
  await library.must('exports.save', { fileId: all.fileId })
  const text = new TextDecoder().decode(library.savedBytes.at(-1))
  for (const word of Object.values(PRIVATE_WORDS)) expect(text).not.toContain(word)
  const imported = await library.must('log.export', { ...wanted, kinds: ['article.import'] })
  expect(imported.checked).toBe('1 event written.')
  const log = await library.must('review.log', { articleId })
  expect(log.filter(({ kind }) => kind === 'export.log')).toHaveLength(2)
  expect(await library.must('review.verify', { articleId })).toMatchObject({ ok: true })
  await library.core.close()
})
