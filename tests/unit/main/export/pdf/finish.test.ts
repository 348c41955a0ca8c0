import { describe, expect, test } from 'vitest'
import { exportPdf } from '../../../../../src/main/export/pdf/index.ts'
import { notedPlaces } from '../../../../../src/main/export/pdf/places.ts'
import type { PlacedTag, Places } from '../../../../../src/main/export/pdf/places.ts'
import type { Audience } from '../../../../../src/shared/model/review.ts'
import { canonicalText } from '../../../../../src/shared/document/canonical.ts'
import { HASH, INES, marked, request, review, thread, TOBIAS } from './builders.ts'

const at = (side: 'before' | 'from' | 'to', page: number, x: number, y: number): PlacedTag => ({
  kind: 'noted',
  label: 'C1',
  style: 'body',
  side,
  page,
  x,
  y,
})
const told = (tags: readonly PlacedTag[]): Places => ({
  tags: [...tags],
  sheet: { height: 842, top: 74, foot: 760, left: 100, right: 400 },
  start: null,
  styles: { body: [10, 15] },
  cards: [],
})

describe('where the words under a comment stand', () => {
  test('on one line, from before the first letter to behind the last', () => {
    const places = [at('before', 2, 110, 200), at('from', 2, 116, 200), at('to', 2, 150, 200)]
    expect(notedPlaces(told(places)).get('C1')).toEqual({
      page: 1,
      lines: [{ left: 110, right: 150, top: 842 - 200 + 7.8, bottom: 842 - 200 - 2.2 }],
    })
  })

  test('over three lines, and from a line break on', () => {
    const places = [at('before', 1, 380, 185), at('from', 1, 106, 200), at('to', 1, 150, 230)]
    expect(
      notedPlaces(told(places))
        .get('C1')
        ?.lines.map(({ left, right }) => [left, right]),
    ).toEqual([
      [100, 400],
      [100, 400],
      [100, 150],
    ])
  })

  test('over a page break, as far as the first page goes', () => {
    const places = [at('before', 1, 300, 730), at('from', 1, 306, 730), at('to', 2, 150, 90)]
    expect(notedPlaces(told(places)).get('C1')).toMatchObject({
      page: 0,
      lines: [{ left: 300 }, { left: 100 }],
    })
  })

  test('nowhere, where nothing was told', () => {
    expect(notedPlaces(null).size).toBe(0)
  })
})

async function open(variant: 'packet' | 'redline' | 'clean', audience: Audience) {
  const doc = marked()
  const first = thread('t1', TOBIAS, 'Which “one”?')
  const reply = thread('t1-2', INES, 'The first.').messages
  const base = { ...first, messages: [...first.messages, ...reply] }
  const state = review(doc, { threads: [base] })
  const outcome = await exportPdf(variant, { ...request(doc, { state }), audience })
  if (!outcome.ok) throw new Error(outcome.error.message)
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const file = await pdfjs.getDocument({ data: outcome.value.bytes, verbosity: 0 }).promise
  const annotations = []
  for (let number = 1; number <= file.numPages; number += 1) {
    annotations.push(...(await (await file.getPage(number)).getAnnotations()))
  }
  const [id = ''] = (await file.getAttachments())?.keys() ?? []
  const content = await file.getAttachmentContent(id)
  return {
    doc,
    annotations,
    data: JSON.parse(Buffer.from(content ?? []).toString()) as { text: string; textHash: string },
  }
}

test('comments are comments of the file, on their words', async () => {
  const { annotations } = await open('redline', 'internal')
  const highlights = annotations.filter((one) => one.subtype === 'Highlight')
  expect(highlights).toMatchObject([{ titleObj: { str: TOBIAS.name }, contentsObj: { str: 'Which “one”?' } }])
  expect(annotations.filter((one) => one.inReplyTo !== undefined)).toMatchObject([
    { titleObj: { str: INES.name }, contentsObj: { str: 'The first.' } },
  ])
})

test.each([
  ['clean', 'internal'],
  ['redline', 'external'],
  ['packet', 'external'],
] as const)('a %s for %s readers holds no comment', async (variant, audience) => {
  const { annotations } = await open(variant, audience)
  expect(annotations.filter((one) => one.subtype !== 'Link')).toEqual([])
})

test('the text comes along as it was hashed', async () => {
  const { doc, data } = await open('clean', 'external')
  expect(data).toMatchObject({ text: canonicalText(doc), textHash: HASH })
})
