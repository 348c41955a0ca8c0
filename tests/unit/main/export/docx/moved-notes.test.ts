import { expect, test } from 'vitest'
import { exportReview } from '../../../../../src/main/export/index.ts'
import { readPackage } from '../../../../../src/main/opc/read.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { document, p } from '../../../../support/document.ts'
import { exportRequest } from '../../../../support/export-request.ts'
import { INES } from '../../../../support/word-content.ts'

test('a paragraph that was moved with a note of two paragraphs is a deletion and an insertion in Word', async () => {
  const ref = { id: 'm', author: INES, move: 'm' }
  const [came, went] = [schema.mark('insertion', ref), schema.mark('deletion', ref)]
  const lines = [
    p({ paragraphMark: { insertion: ref } }, schema.text('see', [came])),
    p(schema.text('there', [came])),
  ]
  const note = schema.nodes.footnote.create(null, lines, [came])
  const doc = document(
    p('Head'),
    p({ paragraphMark: { deletion: ref } }, schema.text('words', [went])),
    p('between'),
    p({ paragraphMark: { insertion: ref } }, schema.text('words', [came]), note),
    p('end'),
  )
  const made = await exportReview(exportRequest({}, doc))
  if (!made.ok) throw new Error(made.error.message)
  const pack = await readPackage(made.value.bytes)
  const text = ['word/document.xml', 'word/footnotes.xml'].map((name) =>
    new TextDecoder().decode(pack.get(name)),
  )
  expect(text.join('')).not.toMatch(/w:move/)
  expect(text.join('')).toContain('<w:ins ')
})
