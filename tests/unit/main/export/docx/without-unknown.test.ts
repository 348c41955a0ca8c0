import { expect, test } from 'vitest'
import { exportReview } from '../../../../../src/main/export/index.ts'
import { readBack } from '../../../../../src/main/export/docx/read-back.ts'
import { paragraphTexts, project } from '../../../../../src/shared/document/projection.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { exportRequest } from '../../../../support/export-request.ts'
import { INES } from '../../../../support/word-content.ts'

const KEY = '0123456789abcdef'
const look = schema.marks.look.create({ key: KEY })
const { strong } = schema.marks

/** A text that names things of a Word file that nobody has: pasted, or of a package that came without it. */
const DOC = schema.nodes.doc.create(null, [
  schema.nodes.para.create({ style: 'headline', look: KEY }, schema.text('Harbour', [look])),
  schema.nodes.para.create(
    {
      look: KEY,
      paragraphChange: {
        id: 'c1',
        author: INES,
        before: { style: 'body', list: null, align: 'start', look: 'fedcba9876543210' },
      },
    },
    [
      schema.text('On page '),
      schema.nodes.preserved.create({ key: KEY, kind: 'field', text: '7' }, null, [strong.create()]),
      schema.text(', changed', [
        look,
        schema.marks.formatChange.create({ id: 'c2', author: INES, before: [] }),
      ]),
      schema.text(' twice', [
        schema.marks.formatChange.create({
          id: 'c3',
          author: INES,
          before: [{ type: 'look', attrs: { key: KEY } }],
        }),
        strong.create(),
      ]),
    ],
  ),
  schema.nodes.table.create(
    { look: KEY, layoutChange: { id: 'c4', author: INES, before: null } },
    schema.nodes.row.create(null, schema.nodes.cell.create({ look: KEY }, schema.nodes.para.create())),
  ),
  schema.nodes.para.create(),
])

test('what no kept file knows is written as its words, and looks are left out', async () => {
  const outcome = await exportReview(exportRequest({}, DOC))
  if (!outcome.ok) throw new Error(outcome.error.message)
  const { doc, changes } = await readBack(outcome.value.bytes)
  expect(paragraphTexts(project(doc, 'final')).slice(0, 2)).toEqual(['Harbour', 'On page 7, changed twice'])
  expect(changes.map((change) => change.kind)).toEqual(['format'])
  expect(outcome.value.warnings.map((warning) => warning.message)).toContain(
    '1 thing of another Word file stands there as words alone.',
  )
})
