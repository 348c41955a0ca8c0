import type { Node } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { exportPdf } from '../../../../../src/main/export/pdf/index.ts'
import { createObjects } from '../../../../../src/main/export/pdf/pictures.ts'
import { buildReport } from '../../../../../src/main/export/pdf/report.ts'
import { readBack } from '../../../../../src/main/export/pdf/read-back.ts'
import { selfCheck } from '../../../../../src/main/export/pdf/self-check.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import type { ExportRequest } from '../../../../../src/shared/model/interchange.ts'
import {
  approved,
  article,
  deleted,
  INES,
  marked,
  noted,
  para,
  request,
  review,
  run,
  signature,
  source,
  thread,
  TOBIAS,
} from './builders.ts'

type Variant = Parameters<typeof exportPdf>[0]

async function bytesOf(variant: Variant, of: ExportRequest): Promise<Uint8Array> {
  const outcome = await exportPdf(variant, of)
  if (!outcome.ok) throw new Error(outcome.error.message)
  return outcome.value.bytes
}

/** Holds a file against what another request, or another variant, would have to hold. */
function fault(pdf: Uint8Array, variant: Variant, doc: Node, of: ExportRequest): string | null {
  const report = buildReport(variant, doc, of, createObjects(new Map(), variant !== 'clean').styled)
  const checked = selfCheck(pdf, { report, doc, request: of, drawn: new Map(), clean: (text) => text })
  return checked.ok ? null : checked.fault
}

const doc = marked()

test('a redline passed off as a clean copy is found out', async () => {
  const redline = await bytesOf('redline', request(doc))
  expect(fault(redline, 'clean', doc, request(doc))).toContain('a paragraph of the text is not in it')
})

test('a deleted word in a clean copy is found out', async () => {
  const whole = article(para('headline', 'Boats'), para('body', 'They came yesterday.'))
  const wordGone = article(
    para('headline', 'Boats'),
    para('body', ...doc.child(2).children.filter((node) => node.text === 'yesterday')),
  )
  const pdf = await bytesOf('clean', request(whole))
  expect(fault(pdf, 'clean', wordGone, request(wordGone))).toBe('the deleted word “yesterday” stands in it')
})

test.each([
  ['Chinese', '渔民们说，这个决定来得太晚了。', '渔民们说，这个决定来得正好。'],
  ['emoji', 'Nobody waved 👩🏽‍🚀 at the ferry ⛴️.', 'Nobody waved 👨🏽‍🚀 at the ferry ⛴️.'],
  ['formulas', 'So 𝔸 → ♞ it is.', 'So 𝔸 → ♜ it is.'],
])('another text in %s is found out, and the right one passes', async (_, words, others) => {
  const [right, wrong] = [words, others].map((text) => article(para('headline', 'Boats'), para('body', text)))
  if (!right || !wrong) throw new Error('No articles.')
  const pdf = await bytesOf('clean', request(right))
  expect(fault(pdf, 'clean', right, request(right))).toBe(null)
  expect(fault(pdf, 'clean', wrong, request(wrong))).toContain('a paragraph of the text is not in it')
})

test.each([
  [
    'brackets that were first drawn from right to left',
    ['אמר (דוד) אתמול.', 'He (nobody) spoke «so» [twice].'],
  ],
  ['tokens, so too', ['\u202eש', '\u202ea']],
  ['a joiner left over from an emoji', ['zé\u200d👧 and 👩‍👩‍👧']],
])('%s are no fault', async (_, texts) => {
  const of = request(article(para('headline', 'Boats'), ...texts.map((text) => para('body', text))))
  expect(await bytesOf('clean', of)).toBeInstanceOf(Uint8Array)
})

test('a file that is not wholly as our own are is found out, whatever other programs make of it', async () => {
  const pdf = await bytesOf('clean', request(doc))
  const longer = Buffer.concat([pdf, Buffer.from('% later\n')])
  expect(fault(longer, 'clean', doc, request(doc))).toBe(
    'it cannot be read: The file does not end as it should',
  )
})

test('small capitals that stand for several letters are no fault, and what they tell is held to the text', async () => {
  const small = (text: string) => para('body', run(text, schema.marks.smallCaps.create()))
  const texts = ['Γιώργος Σεφέρης', 'Figure ıi kĸ', 'A figure like this']
  const right = article(para('headline', 'Poems'), ...texts.map(small))
  const wrong = article(para('headline', 'Poems'), ...texts.with(0, 'Γιώργος Σεφέρις').map(small))
  const pdf = await bytesOf('clean', request(right))
  expect(fault(pdf, 'clean', wrong, request(wrong))).toContain('a paragraph of the text is not in it')
})

test('a file of another text is found out by its foot', async () => {
  const pdf = await bytesOf('packet', request(doc))
  const other = request(doc, { state: review(doc, { textHash: 'a'.repeat(64) }) })
  expect(fault(pdf, 'packet', doc, other)).toContain('the hash of the text')
})

test('a wrong verdict is found out', async () => {
  const plain = article(para('headline', 'Boats'))
  const pdf = await bytesOf('packet', request(plain))
  const wrong = request(plain, { state: approved(plain) })
  expect(fault(pdf, 'packet', plain, wrong)).toContain('whether the article is approved')
})

test('an article may say of something else that it is approved, or not', async () => {
  const bridge = article(para('headline', 'Bridge NOT APPROVED by council'))
  const right = request(bridge, { state: approved(bridge) })
  const pdf = await bytesOf('clean', right)
  expect(fault(pdf, 'clean', bridge, right)).toBeNull()
  expect(fault(pdf, 'clean', bridge, request(bridge))).toContain('whether the article is approved')
})

test('a deleted word may be one that the file says of itself', async () => {
  const own =
    'APPROVED About this file Who decided with each Fonts When Text Evidence Record event Serif Made'
  const gone = article(para('headline', 'Boats'), para('body', 'Nobody ', run(own, deleted(INES)), ' spoke.'))
  const pdf = await bytesOf('clean', request(gone))
  expect(fault(pdf, 'clean', gone, request(gone))).toBeNull()
})

test('a name of the desk in a file for outside readers is found out', async () => {
  const pdf = await bytesOf('redline', request(doc))
  const outside = request(doc, { audience: 'external' })
  expect(fault(pdf, 'redline', doc, outside)).toBe('it tells the name of somebody at the desk')
})

test('so are the name that somebody signed with, and a source who did not speak on the record', async () => {
  const plain = article(para('headline', 'Boats of Hanne Maria Ostrow'), para('body', 'Dov Lassiter spoke.'))
  const pdf = await bytesOf('clean', request(plain))
  const other = article(para('headline', 'Boats'))
  const told = (fields: Parameters<typeof review>[1]) => {
    const of = request(other, { audience: 'external', state: review(other, fields) })
    const report = buildReport('redline', other, of, createObjects(new Map(), true).styled)
    const checked = selfCheck(pdf, {
      report,
      doc: other,
      request: of,
      drawn: new Map(),
      clean: (text) => text,
    })
    return checked.ok ? null : checked.fault
  }
  expect(told({})).toBeNull()
  expect(told({ signOffs: [signature('desk', INES, { typedName: 'Hanne Maria Ostrow' })] })).toBe(
    'it tells the name of somebody at the desk',
  )
  expect(told({ sources: [source('s', { title: 'Dov Lassiter', onRecord: 'background' })] })).toBe(
    'it tells of a source who did not speak on the record',
  )
})

test('a comment in a clean copy is found out, and whatever lies beside the pages is read', async () => {
  const noting = article(para('headline', 'Boats'), para('body', 'Who spoke? ', run('Nobody.', noted('t1'))))
  const of = request(noting, { state: review(noting, { threads: [thread('t1', TOBIAS, 'Who says so?')] }) })
  const pdf = await bytesOf('redline', of)
  expect(fault(pdf, 'clean', noting, of)).toBe('comments stand in it')
  const beside = readBack(pdf).beside()
  expect(beside.comments).toBe(1)
  for (const words of ['Boats', TOBIAS.name, 'Who says so?', 'stet-pdf-1']) {
    expect(beside.words).toContain(words)
  }
})
