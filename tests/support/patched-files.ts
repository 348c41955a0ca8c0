import { writePackage } from '../../src/main/opc/write.ts'
import { plainParagraph, wordFile } from './word-file.ts'

/** Small files with what makes it hard to write into a file without touching more than was edited. */

const TEXT =
  plainParagraph('Harbour news') +
  plainParagraph('The basin was dredged twice.') +
  plainParagraph('Nobody asked why.')
const SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'

const control = (inner: string): string =>
  `<w:sdt><w:sdtPr><w:tag w:val="box"/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`

const comments: readonly [string, string] = [
  'w:comments',
  `<w:comment w:id="7" w:author="Petra Sund" w:date="2026-09-14T10:00:00Z"><w:p w14:paraId="00000011"><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>` +
    `<w:comment w:id="8" w:author="Jonah Pell" w:date="2026-09-14T11:00:00Z"><w:p w14:paraId="00000012"><w:r><w:t>It was full.</w:t></w:r></w:p></w:comment>`,
]
const marked =
  plainParagraph('Harbour news') +
  `<w:p><w:commentRangeStart w:id="7"/><w:commentRangeStart w:id="8"/><w:r><w:t>The basin </w:t></w:r></w:p>` +
  plainParagraph('was dredged') +
  `<w:p><w:r><w:t>twice</w:t></w:r><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r><w:commentRangeEnd w:id="8"/><w:r><w:commentReference w:id="8"/></w:r><w:r><w:t>, he said.</w:t></w:r></w:p>`

const notes: readonly [string, string] = [
  'w:footnotes',
  `<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>` +
    `<w:footnote w:id="4"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Port records.</w:t></w:r></w:p></w:footnote>`,
]
const noted = `${plainParagraph('Harbour news')}<w:p><w:r><w:t>The basin</w:t></w:r><w:r><w:footnoteReference w:id="4"/></w:r><w:r><w:t> was dredged.</w:t></w:r></w:p>${plainParagraph('Nobody asked.')}`

const cell = (inner: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${inner}</w:tc>`
const table =
  `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>` +
  `<w:tr>${cell(plainParagraph('Berth'))}${cell(control(plainParagraph('Depth')))}</w:tr>` +
  `<w:tr>${cell(plainParagraph('North'))}${cell(plainParagraph('9 m'))}</w:tr></w:tbl>`

const tracked =
  plainParagraph('Harbour news') +
  `<w:p><w:pPr><w:rPr><w:ins w:id="1" w:author="Petra Sund" w:date="2026-09-14T10:00:00Z"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">The basin </w:t></w:r><w:ins w:id="2" w:author="Petra Sund" w:date="2026-09-14T10:00:00Z"><w:r><w:t>really </w:t></w:r></w:ins></w:p>` +
  `<w:p><w:del w:id="3" w:author="Jonah Pell" w:date="2026-09-14T10:05:00Z"><w:r><w:delText>was not </w:delText></w:r></w:del><w:r><w:t>dredged</w:t></w:r></w:p>` +
  plainParagraph('Nobody asked.')

const wrapped =
  plainParagraph('Harbour news') +
  `<w:bookmarkStart w:id="1" w:name="whole"/>${control(plainParagraph('The basin') + plainParagraph('was dredged'))}<w:bookmarkEnd w:id="1"/>` +
  `<w:p><w:bookmarkStart w:id="2" w:name="word"/><w:r><w:t>twice</w:t></w:r><w:bookmarkEnd w:id="2"/><w:smartTag w:uri="u" w:element="e"><w:r><w:t> a year</w:t></w:r></w:smartTag></w:p>` +
  plainParagraph('Nobody asked.')

function elsewhere(): Uint8Array {
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const parts = {
    '[Content_Types].xml': `<ct:Types xmlns:ct="http://schemas.openxmlformats.org/package/2006/content-types"><ct:Default Extension="xml" ContentType="application/xml"/><ct:Override PartName="/texts/story.xml" ContentType="${main}"/></ct:Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${office}/officeDocument" Target="/texts/story.xml"/></Relationships>`,
    'texts/story.xml': `<?xml version="1.0"?><w:document xmlns:w="${word}"><w:body>${TEXT}</w:body></w:document>`,
  }
  return writePackage(Object.entries(parts).map(([name, text]) => ({ name, data: Buffer.from(text) })))
}

function inUtf16(): Uint8Array {
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const text = `\ufeff<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="${word}"><w:body>${TEXT}${SECTION}</w:body></w:document>`
  return wordFileWith('word/document.xml', Buffer.from(text, 'utf16le'))
}

function wordFileWith(name: string, data: Uint8Array): Uint8Array {
  const text = (part: string): Uint8Array => Buffer.from(part)
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  return writePackage([
    {
      name: '[Content_Types].xml',
      data: text(
        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${name}" ContentType="${main}"/></Types>`,
      ),
    },
    {
      name: '_rels/.rels',
      data: text(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${office}/officeDocument" Target="${name}"/></Relationships>`,
      ),
    },
    { name, data },
  ])
}

export const FILES: Readonly<Record<string, Uint8Array>> = {
  'plain paragraphs and a section': wordFile({ body: TEXT + SECTION }),
  'no section, and empty lines at both ends': wordFile({ body: `<w:p/>${TEXT}<w:p/><w:p/>` }),
  'comments over three paragraphs': wordFile({ body: marked, sides: { comments } }),
  footnotes: wordFile({ body: noted, sides: { footnotes: notes } }),
  'a table with a content control': wordFile({
    body: plainParagraph('Harbour news') + table + plainParagraph('End'),
  }),
  'tracked changes of two authors': wordFile({ body: tracked }),
  'bookmarks and controls around and within paragraphs': wordFile({ body: wrapped }),
  'its main part elsewhere and no relations of it': elsewhere(),
  'a main part in UTF-16': inUtf16(),
}
