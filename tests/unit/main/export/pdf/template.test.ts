import { describe, expect, test } from 'vitest'
import { exportPdf } from '../../../../../src/main/export/pdf/index.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import type { ExportRequest } from '../../../../../src/shared/model/interchange.ts'
import { pdfSource } from '../../../../support/pdf-source.ts'
import {
  approved,
  article,
  claim,
  deleted,
  HANNE,
  INES,
  inserted,
  marked,
  noted,
  para,
  request,
  review,
  run,
  signature,
  slot,
  thread,
} from './builders.ts'

type Variant = Parameters<typeof exportPdf>[0]

/** What another program makes of a file: its pages, their lines of text, and where their links lead. */
async function opened(variant: Variant, of: ExportRequest) {
  const outcome = await exportPdf(variant, of)
  if (!outcome.ok) throw new Error(outcome.error.message)
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = pdfjs.getDocument({ data: outcome.value.bytes, verbosity: 0 })
  const file = await task.promise
  const pages: {
    readonly view: readonly number[]
    readonly text: string
    readonly links: readonly number[]
  }[] = []
  for (let number = 1; number <= file.numPages; number += 1) {
    // oxlint-disable-next-line no-await-in-loop -- pages come one after the other
    const page = await file.getPage(number)
    // oxlint-disable-next-line no-await-in-loop -- as above
    const [content, annotations] = await Promise.all([page.getTextContent(), page.getAnnotations()])
    const text = content.items.map((item) => ('str' in item ? item.str : '')).join('')
    const links: number[] = []
    for (const one of annotations.filter(({ subtype }) => subtype === 'Link')) {
      // oxlint-disable-next-line no-await-in-loop -- as above
      const place =
        typeof one.dest === 'string' ? await file.getDestination(one.dest) : (one.dest as unknown[])
      const target: unknown = place?.[0]
      // oxlint-disable-next-line no-await-in-loop -- as above
      if (target) links.push((await file.getPageIndex(target as Parameters<typeof file.getPageIndex>[0])) + 1)
    }
    pages.push({ view: page.view, text, links })
  }
  await task.destroy()
  const pageOf = (words: string) => pages.findIndex(({ text }) => text.includes(words)) + 1
  return { pages, pageOf, all: pages.map(({ text }) => text).join('\n') }
}

test.each([
  ['a4', [595, 842]],
  ['letter', [612, 792]],
] as const)('a packet on %s has sheets of that size, and nothing outside of them', async (paper, size) => {
  const { pages } = await opened('packet', request(marked(), { paper }))
  for (const { view } of pages) expect(view.slice(2).map(Math.round)).toEqual(size)
})

test('the words lead to the registers, and these lead back', async () => {
  const doc = marked()
  const state = review(doc, {
    claims: [claim('c1', 'in Osterlee')],
    threads: [thread('t1', HANNE, 'Who says so?')],
  })
  const { pages, pageOf } = await opened('packet', request(doc, { state }))
  const [text, redline] = [pageOf('Paragraph and sentence on the left'), pageOf('Inserted words are')]
  const [claims, comments, changes] = [pageOf('Words and status'), pageOf('Who says so?'), pageOf('Made by')]
  expect(pages[text - 1]?.links).toContain(claims)
  expect(pages[redline - 1]?.links).toEqual(expect.arrayContaining([comments, changes]))
  expect(pages[claims - 1]?.links).toContain(text)
  expect(pages[comments - 1]?.links).toContain(redline)
})

test('the heads of a register stand on each of its pages', async () => {
  const doc = marked()
  const claims = Array.from({ length: 40 }, (_, index) =>
    claim(`c${index + 1}`, 'in Osterlee, and more', { number: index + 1 }),
  )
  const { pages } = await opened('packet', request(doc, { state: review(doc, { claims }) }))
  const heads = pages.filter(({ text }) => text.includes('Words and status'))
  expect(heads.length).toBeGreaterThan(1)
  expect(heads.every(({ text }) => text.includes('Sources'))).toBe(true)
})

describe('a redline', () => {
  test('shows a card beside words under a comment: number, author, state and the first words', async () => {
    const doc = article(para('headline', 'Boats'), para('body', run('Nobody', noted('t1')), ' spoke.'))
    const long = `Which one? ${'And another word. '.repeat(20)}`
    const state = review(doc, { threads: [thread('t1', HANNE, long)] })
    const { pages } = await opened('redline', request(doc, { state }))
    expect(pages[0]?.text).toMatch(/C1\s*Hanne Ostrow\s*OPEN\s*Which one\? And another word/)
    expect(pages[0]?.text).not.toContain(long.trim())
    expect(pages.at(-2)?.text.replaceAll(/\s+/g, '')).toContain(long.replaceAll(/\s+/g, ''))
  })

  test('leads from a card to its comment, and every link has a place in the structure', async () => {
    const doc = article(para('headline', 'Boats'), para('body', run('Nobody', noted('t1')), ' spoke.'))
    const of = request(doc, { state: review(doc, { threads: [thread('t1', HANNE, 'Which one?')] }) })
    const outcome = await exportPdf('redline', of)
    const source = outcome.ok ? pdfSource(outcome.value.bytes) : ''
    const annotations = source.split(/(?=<<[^<>]*\/Subtype\s*\/(?:Link|Highlight|Text)\b)/).slice(1)
    const links = annotations.filter((one) => /^<<[^<>]*\/Subtype\s*\/Link\b/.test(one))
    // The number behind the words, the card, and the way back, which may be in two pieces.
    expect(links.length).toBeGreaterThanOrEqual(3)
    expect(links.filter((one) => !/^<<[^<>]*\/StructParent/.test(one))).toEqual([])
  })

  test('is the same bytes with either engine, cards and all', async () => {
    const of = request(marked(), {
      state: review(marked(), { threads: [thread('t1', HANNE, 'Who says so?')] }),
    })
    const native = await exportPdf('redline', of, { engine: 'native' })
    const wasm = await exportPdf('redline', of, { engine: 'wasm' })
    expect(native.ok && wasm.ok && Buffer.compare(native.value.bytes, wasm.value.bytes)).toBe(0)
  }, 60_000)

  test('has a card for each of a hundred comments in one place, or tells of it', async () => {
    const ids = Array.from({ length: 100 }, (_, index) => `t${index}`)
    const doc = article(para('headline', 'Boats'), para('body', run('Nobody', ...ids.map(noted)), ' spoke.'))
    const state = review(doc, { threads: ids.map((id) => thread(id, INES, `Remark ${id}.`)) })
    const { pages } = await opened('redline', request(doc, { state }))
    expect(pages[0]?.text).toMatch(/C\d+ to C100: in the register of comments/)
  })

  test('notes rows of a table that come, and lists them', async () => {
    const cell = (text: string) => schema.nodes.cell.create(null, [para('body', text)])
    const tracking = { insertion: { id: 'r1', author: INES.id } }
    const table = schema.nodes.table.create(null, [
      schema.nodes.row.create(null, [cell('2024'), cell('4')]),
      schema.nodes.row.create({ tracking }, [cell('2025'), cell('5')]),
    ])
    const { pages, all } = await opened('redline', request(article(para('headline', 'Boats'), table)))
    expect(pages[0]?.text).toMatch(/1\s*IC/)
    expect(all).toContain('row inserted')
  })
})

test('the approval block says who, as what, when in UTC, and in words what; with conditions and a field to sign', async () => {
  const doc = article(para('headline', 'Nine boats'), para('body', 'Nine.'))
  const record = signature('approval', HANNE, {
    decision: 'approve-with-conditions',
    conditions: 'Call the court first.',
  })
  const slots = [slot('approval', { state: 'signed', signOff: record })]
  const { pages } = await opened(
    'packet',
    request(doc, { state: approved(doc, { slots, signOffs: [record] }) }),
  )
  for (const page of [pages[0]]) {
    for (const words of [
      'Hanne Ostrow, approver',
      'approved with conditions',
      '15:43:02 UTC',
      'Signature of the approver',
    ]) {
      expect(page?.text).toContain(words)
    }
    expect(page?.text).toContain('Call the court first.')
  }
  expect(pages.at(-1)?.text).toContain('approved with conditions')
  expect(pages.at(-1)?.text).toMatch(/Stet Serif Regular\s*[0-9a-f]{64}/)
})

describe('what came with a Word file', () => {
  const marks = schema.marks
  const kept = schema.nodes.preserved.create({ key: '0123456789abcdef', kind: 'field', text: '17 November' })
  const endnote = schema.nodes.footnote.create({ endnote: true }, [para('body', 'Shown to the paper.')])
  const doc = article(
    para('headline', 'Boats'),
    para(
      'body',
      run('small', marks.smallCaps.create()),
      ' and ',
      run('capital straße', marks.caps.create()),
      ' on ',
      kept,
      ', ',
      run('marked', marks.highlight.create({ colour: 'yellow' })),
      endnote,
      run(' gone', deleted(INES)),
      run(' come', inserted(INES)),
      '.',
    ),
  )

  test('is told by its kind in a packet, and is plain text in a clean copy', async () => {
    expect((await opened('packet', request(doc))).all).toMatch(/field\s*17 November/)
    const { all } = await opened('clean', request(doc))
    expect(all).toMatch(/on\s*17 November/)
    expect(all).toMatch(/CAPITAL STRASSE/)
  })

  test('has its endnotes behind the text, numbered in their own way', async () => {
    const { all } = await opened('clean', request(doc))
    expect(all).toMatch(/marked\s*i\s*come/)
    expect(all).toMatch(/i\s*Shown to the paper\./)
  })
})
