import { describe, expect, test } from 'vitest'
import { createXmlBudget, parseXmlText } from '../../../../src/main/opc/xml.ts'
import { resolvePart } from '../../../../src/main/word/resolve.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
const HEAD = `<w:document ${W} ${M}><w:body>`
const END = '<w:sectPr/></w:body></w:document>'
const BY = 'w:id="1" w:author="Mara Oyelle"'

function resolved(body: string, side: 'accept' | 'reject', comments: 'keep' | 'drop' = 'keep'): string {
  const text = `${HEAD}${body}${END}`
  const root = parseXmlText(text, { budget: createXmlBudget() })
  const result = resolvePart(text, root, { side, comments })
  expect(result.startsWith(HEAD)).toBe(true)
  expect(result.endsWith(END)).toBe(true)
  return result.slice(HEAD.length, result.length - END.length)
}

function run(text: string): string {
  return `<w:r><w:t>${text}</w:t></w:r>`
}
function gone(text: string): string {
  return `<w:del ${BY}><w:r><w:delText>${text}</w:delText></w:r></w:del>`
}
function fresh(inner: string): string {
  return `<w:ins ${BY}>${inner}</w:ins>`
}
function mark(name: string, style: string): string {
  return `<w:pPr><w:pStyle w:val="${style}"/><w:rPr><w:${name} ${BY}/></w:rPr></w:pPr>`
}

/** What comes in, what accepting gives, what rejecting gives. */
const CASES: readonly (readonly [string, string, string, string])[] = [
  ['text without a change', `<w:p>${run('a')}</w:p>`, `<w:p>${run('a')}</w:p>`, `<w:p>${run('a')}</w:p>`],
  [
    'inserted and deleted words',
    `<w:p>${run('a')}${fresh(run('b'))}${gone('c')}</w:p>`,
    `<w:p>${run('a')}${run('b')}</w:p>`,
    `<w:p>${run('a')}${run('c')}</w:p>`,
  ],
  [
    'words inserted by one and deleted by another',
    `<w:p>${run('a')}${fresh(gone('b'))}</w:p>`,
    `<w:p>${run('a')}</w:p>`,
    `<w:p>${run('a')}</w:p>`,
  ],
  [
    'the code of a deleted field',
    `<w:p><w:del ${BY}><w:r><w:delInstrText>DATE</w:delInstrText></w:r></w:del></w:p>`,
    '<w:p></w:p>',
    '<w:p><w:r><w:instrText>DATE</w:instrText></w:r></w:p>',
  ],
  [
    'a deleted ¶: the text runs on, under the properties of the ¶ that stays',
    `<w:p>${mark('del', 'A')}${run('a')}</w:p><w:bookmarkStart w:id="9" w:name="x"/><w:p w:rsidR="1"><w:pPr><w:pStyle w:val="B"/></w:pPr>${run('b')}</w:p>`,
    `<w:p w:rsidR="1"><w:pPr><w:pStyle w:val="B"/></w:pPr>${run('a')}<w:bookmarkStart w:id="9" w:name="x"/>${run('b')}</w:p>`,
    `<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>${run('a')}</w:p><w:bookmarkStart w:id="9" w:name="x"/><w:p w:rsidR="1"><w:pPr><w:pStyle w:val="B"/></w:pPr>${run('b')}</w:p>`,
  ],
  [
    'an inserted ¶, the other way round',
    `<w:p>${mark('ins', 'A')}${run('a')}</w:p><w:p>${run('b')}</w:p>`,
    `<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>${run('a')}</w:p><w:p>${run('b')}</w:p>`,
    `<w:p>${run('a')}${run('b')}</w:p>`,
  ],
  [
    'a table stops the join',
    `<w:p>${mark('del', 'A')}${run('a')}</w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p>${run('b')}</w:p>`,
    `<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>${run('a')}</w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p>${run('b')}</w:p>`,
    `<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>${run('a')}</w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p>${run('b')}</w:p>`,
  ],
  [
    'a paragraph that is wholly deleted before a table',
    `<w:p>${mark('del', 'A')}${gone('a')}</w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>`,
    '<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
    `<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>${run('a')}</w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>`,
  ],
  [
    'a join reaches through a content control, which goes when it is left empty',
    `<w:sdt><w:sdtPr/><w:sdtContent><w:p>${mark('del', 'A')}${run('a')}</w:p></w:sdtContent></w:sdt><w:p>${run('b')}</w:p>`,
    `<w:p>${run('a')}${run('b')}</w:p>`,
    `<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>${run('a')}</w:p></w:sdtContent></w:sdt><w:p>${run('b')}</w:p>`,
  ],
  [
    'a move',
    `<w:p><w:moveFromRangeStart w:id="3" w:name="m"/><w:moveFrom ${BY}>${run('a')}</w:moveFrom><w:moveFromRangeEnd w:id="3"/>${run('b')}<w:moveToRangeStart w:id="4" w:name="m"/><w:moveTo ${BY}>${run('a')}</w:moveTo><w:moveToRangeEnd w:id="4"/></w:p>`,
    `<w:p>${run('b')}${run('a')}</w:p>`,
    `<w:p>${run('a')}${run('b')}</w:p>`,
  ],
  [
    'words deleted or inserted before they were moved: the original has the former, and not the latter',
    `<w:p><w:moveFrom ${BY}>${run('a')}${gone('b')}${fresh(run('c'))}</w:moveFrom></w:p>`,
    '<w:p></w:p>',
    `<w:p>${run('a')}${run('b')}</w:p>`,
  ],
  [
    'changes of format, of a paragraph and of its ¶',
    `<w:p><w:pPr><w:jc w:val="center"/><w:rPr><w:b/><w:rPrChange ${BY}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:sectPr/><w:pPrChange ${BY}><w:pPr><w:keepNext/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:b/><w:rPrChange ${BY}><w:rPr/></w:rPrChange></w:rPr><w:t>a</w:t></w:r></w:p>`,
    '<w:p><w:pPr><w:jc w:val="center"/><w:rPr><w:b/></w:rPr><w:sectPr/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r></w:p>',
    '<w:p><w:pPr><w:keepNext/><w:rPr><w:i/></w:rPr><w:sectPr/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>',
  ],
  [
    'a list that a change began',
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins ${BY}/></w:numPr></w:pPr>${run('a')}</w:p>`,
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run('a')}</w:p>`,
    `<w:p>${run('a')}</w:p>`,
  ],
  [
    'rows',
    `<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:trPr><w:ins ${BY}/></w:trPr><w:tc><w:p>${run('a')}</w:p></w:tc></w:tr><w:tr><w:trPr><w:del ${BY}/></w:trPr><w:tc><w:p>${run('b')}</w:p></w:tc></w:tr></w:tbl><w:p/>`,
    `<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p>${run('a')}</w:p></w:tc></w:tr></w:tbl><w:p/>`,
    `<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p>${run('b')}</w:p></w:tc></w:tr></w:tbl><w:p/>`,
  ],
  [
    'the row that began a cell over three',
    `<w:tbl><w:tr><w:trPr><w:del ${BY}/></w:trPr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p>${run('a')}</w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p/>`,
    `<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p/>`,
    `<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p>${run('a')}</w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p/>`,
  ],
  [
    'a table of which no row is left',
    `<w:tbl><w:tr><w:trPr><w:ins ${BY}/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>`,
    '<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>',
    '<w:p/>',
  ],
  [
    'cells, one of them merged',
    `<w:tbl><w:tr><w:tc><w:tcPr><w:cellIns ${BY}/></w:tcPr><w:p>${run('a')}</w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="9"/><w:cellMerge ${BY} w:vMerge="rest"/></w:tcPr><w:p>${run('b')}</w:p></w:tc></w:tr></w:tbl><w:p/>`,
    `<w:tbl><w:tr><w:tc><w:p>${run('a')}</w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="9"/><w:vMerge w:val="restart"/></w:tcPr><w:p>${run('b')}</w:p></w:tc></w:tr></w:tbl><w:p/>`,
    `<w:tbl><w:tr><w:tc><w:tcPr><w:tcW w:w="9"/></w:tcPr><w:p>${run('b')}</w:p></w:tc></w:tr></w:tbl><w:p/>`,
  ],
  [
    'a cell keeps a paragraph when its last one goes',
    `<w:tbl><w:tr><w:tc><w:p>${mark('del', 'A')}${gone('a')}</w:p></w:tc></w:tr></w:tbl><w:p/>`,
    '<w:tbl><w:tr><w:tc><w:p><w:pPr><w:pStyle w:val="A"/></w:pPr></w:p></w:tc></w:tr></w:tbl><w:p/>',
    `<w:tbl><w:tr><w:tc><w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>${run('a')}</w:p></w:tc></w:tr></w:tbl><w:p/>`,
  ],
  [
    'the layout of a table and of its grid',
    `<w:tbl><w:tblPr><w:jc w:val="center"/><w:tblPrChange ${BY}><w:tblPr/></w:tblPrChange></w:tblPr><w:tblGrid><w:gridCol w:w="2"/><w:tblGridChange w:id="2"><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid></w:tblGridChange></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>`,
    '<w:tbl><w:tblPr><w:jc w:val="center"/></w:tblPr><w:tblGrid><w:gridCol w:w="2"/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>',
    '<w:tbl><w:tblPr></w:tblPr><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>',
  ],
  [
    'a fraction of which the sign alone is deleted',
    `<w:p><m:oMath><m:f><m:fPr><m:ctrlPr><w:del ${BY}/></m:ctrlPr></m:fPr><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath></w:p>`,
    '<w:p><m:oMath><m:r><m:t>a</m:t></m:r><m:r><m:t>b</m:t></m:r></m:oMath></w:p>',
    '<w:p><m:oMath><m:f><m:fPr><m:ctrlPr></m:ctrlPr></m:fPr><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath></w:p>',
  ],
  [
    'the text of a text box',
    `<w:p><w:r><w:pict><w:txbxContent><w:p>${run('a')}${gone('b')}</w:p></w:txbxContent></w:pict></w:r></w:p>`,
    `<w:p><w:r><w:pict><w:txbxContent><w:p>${run('a')}</w:p></w:txbxContent></w:pict></w:r></w:p>`,
    `<w:p><w:r><w:pict><w:txbxContent><w:p>${run('a')}${run('b')}</w:p></w:txbxContent></w:pict></w:r></w:p>`,
  ],
  [
    'an inserted content control',
    `<w:p><w:customXmlInsRangeStart w:id="2"/><w:sdt><w:sdtContent><w:customXmlInsRangeEnd w:id="2"/>${run('a')}</w:sdtContent></w:sdt></w:p>`,
    `<w:p><w:sdt><w:sdtContent>${run('a')}</w:sdtContent></w:sdt></w:p>`,
    `<w:p>${run('a')}</w:p>`,
  ],
  [
    'a link of which no word is left',
    `<w:p>${run('a')}<w:hyperlink w:anchor="x">${gone('b')}</w:hyperlink></w:p>`,
    `<w:p>${run('a')}</w:p>`,
    `<w:p>${run('a')}<w:hyperlink w:anchor="x">${run('b')}</w:hyperlink></w:p>`,
  ],
]

describe('all changes of a part', () => {
  test.each(CASES)('%s', (_, body, accepted, rejected) => {
    expect(resolved(body, 'accept')).toBe(accepted)
    expect(resolved(body, 'reject')).toBe(rejected)
  })

  test('are decided once: deciding again changes nothing', () => {
    for (const [, body] of CASES) {
      for (const side of ['accept', 'reject'] as const) {
        const once = resolved(body, side)
        expect(resolved(once, 'accept')).toBe(once)
        expect(resolved(once, 'reject')).toBe(once)
      }
    }
  })

  test('and the places of comments are taken away where that is asked for', () => {
    const body = `<w:p><w:commentRangeStart w:id="1"/>${run('a')}<w:commentRangeEnd w:id="1"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="1"/></w:r></w:p>`
    expect(resolved(body, 'accept', 'drop')).toBe(`<w:p>${run('a')}</w:p>`)
    expect(resolved(body, 'accept')).toBe(body)
  })

  test('keep the names that a file gives to the namespace', () => {
    const text = `<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body><x:p><x:del x:id="1"><x:r><x:delText>a</x:delText></x:r></x:del></x:p></x:body></x:document>`
    const root = parseXmlText(text, { budget: createXmlBudget() })
    const rejected = resolvePart(text, root, { side: 'reject', comments: 'keep' })
    expect(rejected).toContain('<x:p><x:r><x:t>a</x:t></x:r></x:p>')
  })
})
