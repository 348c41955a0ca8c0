import { expect, test } from 'vitest'
import { createObjects } from '../../../../../src/main/export/pdf/pictures.ts'
import { readPage } from '../../../../../src/main/export/pdf/read-back.ts'
import { buildReport } from '../../../../../src/main/export/pdf/report.ts'
import { faultOnPages } from '../../../../../src/main/export/pdf/self-check.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { article, deleted, INES, para, request, run } from './builders.ts'

/** What the checks themselves cost where the pages are read: a text of 100,000 words with notes and deleted words. */

const PARAGRAPHS = 2000
const WORDS = 50

function sentence(from: number): string {
  return Array.from({ length: WORDS }, (_, at) => `word${(from * 31 + at * 7) % 9973}`).join(' ')
}

const note = schema.nodes.footnote.create(null, [
  schema.nodes.para.create(null, schema.text('Harbour office.')),
])
const texts = Array.from({ length: PARAGRAPHS }, (_, index) => sentence(index))
const doc = article(
  para('headline', 'Nine boats'),
  // From the first note on, every paragraph may have been broken apart.
  para('body', 'Before the notes', note, ' and behind them.'),
  ...texts.map((text, index) => para('body', text, run(`gone${index}`, deleted(INES)))),
)
const of = request(doc, { audience: 'external' })

/** As a clean copy would be read, twenty paragraphs to a page. */
function pages(paragraphs: readonly string[]) {
  const report = buildReport('clean', doc, of, createObjects(new Map(), false).styled)
  const bodies = ['NOT APPROVED\nNine boats\nBefore the notes1 and behind them.']
  for (let at = 0; at < paragraphs.length; at += 20) bodies.push(paragraphs.slice(at, at + 20).join('\n'))
  const read = bodies.map((body, index) => {
    const drawn = { body, artifacts: `Page ${index + 1} of ${bodies.length} ${report.hash}` }
    return readPage({ drawn, told: drawn })
  })
  const expected = { report, doc, request: of, drawn: new Map(), clean: (text: string) => text }
  return { read, expected }
}

test.each([
  ['as they stand', texts, null],
  // Then each is looked for to the end of the text, and its words one by one.
  ['broken apart by notes', texts.map((text) => text.replace(' ', '\nHarbour office.\n')), null],
  [
    'with a deleted word',
    [...texts.slice(1), `${texts[0]} gone77`],
    'the deleted word “gone77” stands in it',
  ],
])('a hundred thousand words %s are checked within seconds', (_, paragraphs, fault) => {
  const { read, expected } = pages(paragraphs)
  const before = process.cpuUsage()
  expect(faultOnPages(read, expected)).toBe(fault)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1e6).toBeLessThan(5)
})
