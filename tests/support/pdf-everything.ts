import { sha256 } from '../../src/main/core/hash.ts'
import { canonicalText } from '../../src/shared/document/canonical.ts'
import { schema } from '../../src/shared/document/schema.ts'
import type { ExportRequest } from '../../src/shared/model/interchange.ts'
import { para } from '../unit/main/export/pdf/builders.ts'
import { pdfDocument, pdfRequest } from './pdf-review.ts'
import { PICTURES } from './word-articles.ts'

/** The review of the acceptance tests with a table, two notes and a picture besides. */
export function everything(fields: Partial<ExportRequest> = {}): ExportRequest {
  const [blob = ''] = PICTURES.keys()
  const cell = (text: string, attrs = {}) => schema.nodes.cell.create(attrs, para('body', text))
  const row = (...cells: ReturnType<typeof cell>[]) => schema.nodes.row.create(null, cells)
  const note = (text: string) => schema.nodes.footnote.create(null, para('body', text))
  const table = schema.nodes.table.create(null, [
    row(cell('Year', { header: true }), cell('Paid', { header: true })),
    row(cell('2024', { rowspan: 2 }), cell('4 million')),
    row(cell('and 2 more')),
  ])
  const more = [
    para(
      'body',
      schema.text('Paid twice'),
      note('Harbour office.'),
      schema.text(' or thrice.'),
      note('Mayor.'),
    ),
    table,
    para('body', schema.nodes.image.create({ blob, alt: 'The basin at low tide' })),
    para('body', schema.text('As told.', [schema.marks.link.create({ href: 'https://example.org/' })])),
  ]
  const doc = pdfDocument()
  const all = doc.copy(doc.content.append(schema.nodes.doc.create(null, more).content))
  const request = pdfRequest()
  const state = { ...request.state, textHash: sha256(canonicalText(all)) }
  return { ...request, state, doc: all.toJSON() as ExportRequest['doc'], images: PICTURES, ...fields }
}
