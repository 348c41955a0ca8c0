import { expect, test } from 'vitest'
import { plainParagraph } from '../../../../support/word-file.ts'
import { readWordFile } from '../../../../support/read-word.ts'

const by = 'w:id="1" w:author="Mara Oyelle" w:date="2026-09-14T14:00:00Z"'
const pages = `<w:sectPr><w:sectPrChange ${by}><w:sectPr/></w:sectPrChange></w:sectPr>`
const cell = (merge: string): string =>
  `<w:tc><w:tcPr><w:cellMerge ${by} w:vMerge="${merge}"/></w:tcPr>${plainParagraph('a')}</w:tc>`
const row = (merge: string): string => `<w:tr>${cell(merge)}<w:tc>${plainParagraph('b')}</w:tc></w:tr>`

test('tracked changes that a review does not list are counted by what they are', async () => {
  const numbered = plainParagraph(
    'c',
    `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins ${by}/></w:numPr>`,
  )
  const { warnings, changes } = await readWordFile({
    body: `${plainParagraph('one')}<w:tbl><w:tblPr/><w:tblGrid/>${row('rest')}${row('cont')}</w:tbl>${numbered}${plainParagraph('d', pages)}${pages}`,
  })
  expect(changes).toEqual([])
  expect(warnings.filter(({ code }) => code === 'kept-change').map(({ message }) => message)).toEqual([
    '2 tracked merges of table cells are kept, and not listed here. Accept or reject them in Word.',
    '1 tracked change of numbering is kept, and not listed here. Accept or reject it in Word.',
    '2 tracked changes of page layout are kept, and not listed here. Accept or reject them in Word.',
  ])
})
