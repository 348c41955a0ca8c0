import { expect, test } from 'vitest'
import { readPackage } from '../../../../../src/main/opc/read.ts'
import { writePackage } from '../../../../../src/main/opc/write.ts'
import { temporaryFolder } from '../../../../support/library.ts'
import { editedText, openSendingDesk } from '../../../../support/returned-desk.ts'
import { plainParagraph, wordFile } from '../../../../support/word-file.ts'

const CORE =
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">' +
  '<cp:lastModifiedBy>Jonah Pell</cp:lastModifiedBy></cp:coreProperties>'
const ROW =
  '<Relationship Id="r9" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>'

async function savedByJonah(): Promise<Uint8Array> {
  const body = ['Harbour digging stops', 'It would stop on Monday.', 'Nobody knows why.'].map((line) =>
    plainParagraph(line),
  )
  const pack = await readPackage(wordFile({ body: body.join(''), more: { 'docProps/core.xml': CORE } }))
  return writePackage(
    pack.names.map((name) => {
      const text = new TextDecoder().decode(pack.get(name))
      const named = name === '_rels/.rels' ? text.replace('</Rel', `${ROW}</Rel`) : text
      return { name, data: new TextEncoder().encode(named) }
    }),
  )
}

/** A program may leave the properties of a file as they are. */
test('an edit without tracking is not of whoever saved the file before the review', async () => {
  const folder = temporaryFolder()
  const desk = await openSendingDesk(folder.path, { name: 'harbour.docx', bytes: await savedByJonah() })
  const back = await editedText(await desk.send(), (xml) => xml.replace('on Monday', 'on late Monday'))
  const told = await desk.preview(back)
  expect(told.brings).toMatchObject({ changes: 1, untracked: 1 })
  expect(told.untrackedAs).toBe('Unknown author')
  await desk.close()
  folder.remove()
})
