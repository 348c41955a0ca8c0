import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../../support/library.ts'
import { editedText, openSendingDesk } from '../../../../support/returned-desk.ts'
import { insertAfter } from '../../../../support/word-edits.ts'
import { plainParagraph, wordFile } from '../../../../support/word-file.ts'

const HIDDEN = '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Not for print.</w:t></w:r></w:p>'
const CHIP =
  '<w:r><w:drawing><wps:txbx><w:txbxContent><w:p><w:ins w:id="99" w:author="Ada Quill" w:date="2026-11-21T10:00:00Z">' +
  '<w:r><w:t>boxed</w:t></w:r></w:ins></w:p></w:txbxContent></wps:txbx></w:drawing></w:r>'

test('a file that comes back says only what was not said of the first one', async () => {
  const folder = temporaryFolder()
  const body =
    plainParagraph('Harbour digging stops') + HIDDEN + plainParagraph('The office will speak again.')
  const desk = await openSendingDesk(folder.path, { name: 'harbour.docx', bytes: wordFile({ body }) })
  const { articleId, library } = desk
  const [first] = await library.must('review.imports', { articleId })
  expect(first?.warnings.map(({ code }) => code)).toEqual(['hidden'])
  const sent = await desk.send()
  const edited = await insertAfter(sent, 'will speak', 'Ada Quill', ' soon')
  expect((await desk.preview(edited)).warnings).toEqual([])
  const more = await editedText(edited, (xml) => {
    const at = xml.lastIndexOf('</w:p>')
    return `${xml.slice(0, at)}${CHIP}${xml.slice(at)}`
  })
  const told = (await desk.preview(more)).warnings.filter(({ code }) => code !== 'untracked')
  expect(told.map(({ message }) => message)).toEqual([
    '1 tracked change stands within locked chips, and not in the list of changes. Accept or reject it in Word.',
  ])
  await desk.close()
  folder.remove()
})
