import { describe, expect, test } from 'vitest'
import { readBack } from '../../../../../src/main/export/docx/read-back.ts'
import { paragraphTexts } from '../../../../../src/shared/document/projection.ts'
import { plainParagraph, wordFile } from '../../../../support/word-file.ts'

/** What is left of a sign-off page behind other programs and other people. */

const START = '<w:bookmarkStart w:id="7" w:name="ers_signoff"/>'
const END = '<w:bookmarkEnd w:id="7"/>'
const LAST = '<w:bookmarkStart w:id="8" w:name="ers_signoff_end"/>'
const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`

describe('a sign-off page that others have been at', () => {
  test.each([
    [
      'stands in two bookmarks',
      `<w:p>${START}${END}${run('Page')}</w:p>${plainParagraph('More')}<w:p>${LAST}<w:bookmarkEnd w:id="8"/>${run('End')}</w:p>`,
      [],
    ],
    [
      'stands in two and has words around',
      `<w:p>${run('Words')}${START}${run('Page')}${END}</w:p><w:p>${LAST}${run('End')}<w:bookmarkEnd w:id="8"/>${run('More')}</w:p>${plainParagraph('Last')}`,
      ['Words', 'More', 'Last'],
    ],
    [
      'has lost the second bookmark',
      `<w:p>${START}${run('Page')}${END}</w:p>${plainParagraph('Last')}`,
      ['Last'],
    ],
    ['has lost its control', `<w:p>${START}</w:p>${plainParagraph('Page')}<w:p>${END}</w:p>`, []],
    [
      'has lost its bookmark',
      `<w:sdt><w:sdtPr><w:tag w:val="ers.signoff"/></w:sdtPr><w:sdtContent>${plainParagraph('Page')}</w:sdtContent></w:sdt>`,
      [],
    ],
    [
      'has grown into the last line',
      `<w:p>${run('The end.')}${START}${run('Page')}</w:p><w:p>${END}</w:p>`,
      ['The end.'],
    ],
    [
      'has words behind it',
      `<w:p>${START}${run('Page')}</w:p><w:p>${END}${run('More')}</w:p>${plainParagraph('Last')}`,
      ['More', 'Last'],
    ],
    [
      'has a bookmark without an end',
      `<w:p>${START}${run('Words')}</w:p>${plainParagraph('Last')}`,
      ['Words', 'Last'],
    ],
    [
      'belongs to another program',
      `<w:sdt><w:sdtPr><w:tag w:val="other"/></w:sdtPr><w:sdtContent>${plainParagraph('Words')}</w:sdtContent></w:sdt><w:p/>`,
      ['Words', ''],
    ],
  ])('and that %s loses nobody’s words', async (_, end, left) => {
    const body = plainParagraph('Head') + plainParagraph('Body ers.signoff ers_signoff') + end
    const texts = paragraphTexts((await readBack(wordFile({ body }))).doc)
    expect(texts.filter((text) => text !== '' || left.includes(''))).toEqual([
      'Head',
      'Body ers.signoff ers_signoff',
      ...left,
    ])
  })
})
