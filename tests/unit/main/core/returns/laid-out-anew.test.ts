import { expect, test } from 'vitest'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { readPackage } from '../../../../../src/main/opc/read.ts'
import { positionOf } from '../../../../support/document.ts'
import { temporaryFolder } from '../../../../support/library.ts'
import { editedText, openSendingDesk } from '../../../../support/returned-desk.ts'
import { plainParagraph, wordFile } from '../../../../support/word-file.ts'

const SIGNED = 'w:author="Petra Sund" w:date="2026-11-20T10:00:00Z"'

function cell(id: number, text: string): string {
  const before = `<w:tcPrChange w:id="${id}" ${SIGNED}><w:tcPr><w:tcW w:w="90" w:type="dxa"/></w:tcPr></w:tcPrChange>`
  return `<w:tc><w:tcPr><w:tcW w:w="100" w:type="dxa"/>${before}</w:tcPr>${plainParagraph(text)}</w:tc>`
}

const TABLE =
  `<w:tbl><w:tblPr><w:tblW w:w="500" w:type="dxa"/><w:tblPrChange w:id="30" ${SIGNED}><w:tblPr><w:tblW w:w="100" w:type="dxa"/>` +
  '</w:tblPr></w:tblPrChange></w:tblPr><w:tblGrid><w:gridCol w:w="100"/><w:gridCol w:w="100"/></w:tblGrid>' +
  `<w:tr><w:trPr><w:cantSplit/><w:trPrChange w:id="32" ${SIGNED}><w:trPr/></w:trPrChange></w:trPr>${cell(41, 'one')}${cell(42, 'two')}</w:tr>` +
  `<w:tr><w:trPr><w:trHeight w:val="400"/></w:trPr>${cell(43, 'three')}${cell(44, 'four')}</w:tr></w:tbl>`

/** One change of layout is spread over a table, its rows and its cells. */
test('a table that was laid out anew keeps the looks of its rows, and nobody has decided anything', async () => {
  const folder = temporaryFolder()
  const body = plainParagraph('Harbour digging stops') + plainParagraph('It would stop.') + TABLE
  const bytes = wordFile({ body: body + plainParagraph('The end of it all.') })
  const desk = await openSendingDesk(folder.path, { name: 'harbour.docx', bytes })
  const main = async (file: Uint8Array): Promise<string> =>
    new TextDecoder().decode((await readPackage(file)).get('word/document.xml'))
  expect(await main(await desk.send())).toContain(TABLE)
  await desk.edit((transform) => transform.insert(positionOf(transform.doc, 'three'), schema.text('x')))
  const sent = await desk.send()
  const text = await main(sent)
  expect(text).toContain('<w:cantSplit/><w:trPrChange ')
  expect(text).toContain('<w:trHeight w:val="400"/>')
  const told = await desk.preview(sent)
  expect(told.warnings).toEqual([])
  expect(told.brings).toMatchObject({ changes: 0, accepted: 0, rejected: 0 })
  await desk.close()
  folder.remove()
})

test.each([
  [
    'dropped by a program that writes tables in its own way',
    /<w:(tblW|tcW|cantSplit)/g,
    '<w:$1 w:more="1"',
    0,
  ],
  ['accepted, where the looks are those of the change', /$^/g, '', 1],
])('a change of layout that is not in the file any more was %s', async (_, from, to, accepted) => {
  const folder = temporaryFolder()
  const body = plainParagraph('Harbour digging stops') + plainParagraph('It would stop.') + TABLE
  const bytes = wordFile({ body: body + plainParagraph('The end of it all.') })
  const desk = await openSendingDesk(folder.path, { name: 'harbour.docx', bytes })
  const back = await editedText(await desk.send(), (xml) =>
    xml.replace(/<w:(tblPr|trPr|tcPr)Change .*?<\/w:\1Change>/g, '').replace(from, to),
  )
  const told = await desk.preview(back)
  expect(told.brings).toMatchObject({ accepted, rejected: 0, changes: 0 })
  await desk.close()
  folder.remove()
})
