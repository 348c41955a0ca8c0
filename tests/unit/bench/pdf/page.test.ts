import { expect, test } from 'vitest'
import { createObjects } from '../../../../src/main/export/pdf/pictures.ts'
import { squeezed } from '../../../../src/main/export/pdf/read-back.ts'
import { buildReport } from '../../../../src/main/export/pdf/report.ts'
import { schema } from '../../../../src/shared/document/schema.ts'
import { pageOf } from '../../../bench/pdf/html/page.ts'
import { wordsOf } from '../../../support/pdf-checks/words.ts'
import { pdfRequest } from '../../../support/pdf-review.ts'

/** What Chromium prints for the measure must be the packet, and not less. */

const request = pdfRequest()
const report = buildReport(
  'packet',
  schema.nodeFromJSON(request.doc),
  request,
  createObjects(new Map(), true).styled,
)
const page = pageOf(request)

test('the page that a browser prints holds all that the packet holds', () => {
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }
  const text = squeezed(
    page
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/&(lt|gt|amp|quot);/g, (_, name: string) => entities[name] ?? ''),
  )
  const missing = wordsOf({ report, textHash: report.hashes.text }).filter(
    (one) => !text.includes(squeezed(one)),
  )
  expect(missing).toEqual([])
})

test('every link in it leads to a place that is there, and every row that is led to leads back', () => {
  const names = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, name]) => name))
  const targets = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, name]) => name)
  expect(targets.filter((name) => !names.has(name))).toEqual([])
  expect(Object.keys(report.anchors).filter((name) => !targets.includes(`at-${name}`))).toEqual([])
})
