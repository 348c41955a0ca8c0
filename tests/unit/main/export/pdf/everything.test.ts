import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportPdf } from '../../../../../src/main/export/pdf/index.ts'
import { readAny } from '../../../../../src/main/export/pdf/read-any.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { PICTURES, randomWordArticle } from '../../../../support/word-articles.ts'
import { article, para, request } from './builders.ts'

const [blob = ''] = PICTURES.keys()
const cell = (text: string, header = false) =>
  schema.nodes.cell.create({ header }, [schema.nodes.para.create(null, schema.text(text))])
const row = (...cells: ReturnType<typeof cell>[]) => schema.nodes.row.create(null, cells)
const note = schema.nodes.footnote.create(null, [
  schema.nodes.para.create(null, schema.text('Harbour office, yearly report.')),
])
const doc = article(
  para('headline', 'Dredging costs'),
  para('body', schema.text('The port paid twice'), note, schema.text(' and says so itself.')),
  schema.nodes.table.create(null, [
    row(cell('Year', true), cell('Paid', true)),
    row(cell('2024'), cell('4 million')),
  ]),
  para('body', schema.nodes.image.create({ blob, alt: 'The basin at low tide' })),
  para('caption', 'The north basin.'),
)

describe('a table, a footnote and a picture', () => {
  test.each(['packet', 'redline', 'clean'] as const)('stand in the %s', async (variant) => {
    for (const images of [PICTURES, new Map()]) {
      // oxlint-disable-next-line no-await-in-loop -- one engine at a time
      const outcome = await exportPdf(variant, request(doc, { images }))
      if (!outcome.ok) throw new Error(outcome.error.message)
      // oxlint-disable-next-line no-await-in-loop -- as above
      const body = (await readAny(outcome.value.bytes)).map((page) => page.body).join('')
      expect(body).toContain('paidtwice1andsays')
      expect(body).toContain('Harbouroffice,yearlyreport.')
      expect(body).toContain('YearPaid20244million')
      expect(body.includes('[picture:Thebasinatlowtide]')).toBe(images.size === 0)
      expect(outcome.value.warnings.map(({ code }) => code)).toEqual(images.size === 0 ? ['picture'] : [])
    }
  })

  test('are the same bytes with either engine', async () => {
    const of = request(doc, { images: PICTURES })
    const native = await exportPdf('clean', of, { engine: 'native' })
    const wasm = await exportPdf('clean', of, { engine: 'wasm' })
    expect(native.ok && wasm.ok && Buffer.compare(native.value.bytes, wasm.value.bytes)).toBe(0)
  })

  test('a damaged picture is printed as its alternative text', async () => {
    const whole = PICTURES.get(blob)?.bytes ?? new Uint8Array()
    const images = new Map([[blob, { type: 'image/png' as const, bytes: whole.slice(0, 30) }]])
    const outcome = await exportPdf('clean', request(doc, { images }))
    expect(outcome.ok && outcome.value.warnings.map(({ code }) => code)).toEqual(['picture'])
  })
})

test('random articles with everything make PDFs that pass their own check', async () => {
  await fc.assert(
    fc.asyncProperty(randomWordArticle(8), async (content) => {
      for (const variant of ['redline', 'clean'] as const) {
        // oxlint-disable-next-line no-await-in-loop -- one engine at a time
        const outcome = await exportPdf(variant, request(content.doc, { images: PICTURES }))
        expect(outcome.ok ? '' : outcome.error.message).toBe('')
      }
    }),
    { numRuns: Number(process.env['WORD_RUNS'] ?? 8) },
  )
}, 120_000)
