import type { Node } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { exportPdf } from '../../../../../src/main/export/pdf/index.ts'
import { createObjects } from '../../../../../src/main/export/pdf/pictures.ts'
import { buildReport } from '../../../../../src/main/export/pdf/report.ts'
import { readBeside } from '../../../../../src/main/export/pdf/read-back.ts'
import { selfCheck } from '../../../../../src/main/export/pdf/self-check.ts'
import type { ExportRequest } from '../../../../../src/shared/model/interchange.ts'
import { approved, article, marked, noted, para, request, review, run, thread, TOBIAS } from './builders.ts'

type Variant = Parameters<typeof exportPdf>[0]

async function bytesOf(variant: Variant, of: ExportRequest): Promise<Uint8Array> {
  const outcome = await exportPdf(variant, of)
  if (!outcome.ok) throw new Error(outcome.error.message)
  return outcome.value.bytes
}

/** Holds a file against what another request, or another variant, would have to hold. */
async function fault(
  pdf: Uint8Array,
  variant: Variant,
  doc: Node,
  of: ExportRequest,
): Promise<string | null> {
  const report = buildReport(variant, doc, of, createObjects(new Map(), variant !== 'clean').styled)
  const checked = await selfCheck(pdf, { report, doc, request: of, drawn: new Map(), clean: (text) => text })
  return checked.ok ? null : checked.fault
}

const doc = marked()

test('a redline passed off as a clean copy is found out', async () => {
  const redline = await bytesOf('redline', request(doc))
  expect(await fault(redline, 'clean', doc, request(doc))).toContain('a paragraph of the text is not in it')
})

test('a deleted word in a clean copy is found out', async () => {
  const whole = article(para('headline', 'Boats'), para('body', 'They came yesterday.'))
  const wordGone = article(
    para('headline', 'Boats'),
    para('body', ...doc.child(2).children.filter((node) => node.text === 'yesterday')),
  )
  const pdf = await bytesOf('clean', request(whole))
  expect(await fault(pdf, 'clean', wordGone, request(wordGone))).toBe(
    'the deleted word “yesterday” stands in it',
  )
})

test('a file of another text is found out by its foot', async () => {
  const pdf = await bytesOf('packet', request(doc))
  const other = request(doc, { state: review(doc, { textHash: 'a'.repeat(64) }) })
  expect(await fault(pdf, 'packet', doc, other)).toContain('the hash of the text')
})

test('a wrong verdict is found out', async () => {
  const plain = article(para('headline', 'Boats'))
  const pdf = await bytesOf('packet', request(plain))
  const wrong = request(plain, { state: approved(plain) })
  expect(await fault(pdf, 'packet', plain, wrong)).toContain('whether the article is approved')
})

test('a name of the desk in a file for outside readers is found out', async () => {
  const pdf = await bytesOf('redline', request(doc))
  const outside = request(doc, { audience: 'external' })
  expect(await fault(pdf, 'redline', doc, outside)).toBe('it tells the name of somebody at the desk')
})

test('a comment in a clean copy is found out, and whatever lies beside the pages is read', async () => {
  const noting = article(para('headline', 'Boats'), para('body', 'Who spoke? ', run('Nobody.', noted('t1'))))
  const of = request(noting, { state: review(noting, { threads: [thread('t1', TOBIAS, 'Who says so?')] }) })
  const pdf = await bytesOf('redline', of)
  expect(await fault(pdf, 'clean', noting, of)).toBe('comments stand in it')
  const beside = await readBeside(pdf)
  expect(beside.comments).toBe(1)
  for (const words of ['Boats', TOBIAS.name, 'Who says so?', 'stet-pdf-1']) {
    expect(beside.words).toContain(words)
  }
})
