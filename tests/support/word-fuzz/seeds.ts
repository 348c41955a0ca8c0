import * as fc from 'fast-check'
import { writeDocx } from '../../../src/main/export/docx/write.ts'
import { exportReview } from '../../../src/main/export/index.ts'
import { exportRequest } from '../export-request.ts'
import { randomWordArticle } from '../word-articles.ts'
import { plainParagraph, wordFile } from '../word-file.ts'

/** Sound files to be spoilt: our own copies, random articles, and one with what only other programs write. */

const by = (id: number): string => `w:id="${id}" w:author="Petra Sund" w:date="2026-03-02T10:00:00Z"`
const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
const cell = (content: string, properties = ''): string =>
  `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${content}</w:tc>`
const table = (rows: string): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="4500"/><w:gridCol w:w="4500"/></w:tblGrid>${rows}</w:tbl>`

const BODY = [
  plainParagraph('Ferry fares rise', '<w:pStyle w:val="Title"/>'),
  plainParagraph('By Jonah Pell'),
  `<w:p>${run('The council ')}<w:del ${by(1)}><w:r><w:delText>met</w:delText></w:r></w:del><w:ins ${by(2)}>${run('sat')}<w:del ${by(3)}><w:r><w:delText> late</w:delText></w:r></w:del></w:ins>${run(' bold', '<w:b/><w:sz w:val="28"/><w:rPrChange w:id="4" w:author="Petra Sund"><w:rPr><w:i/></w:rPr></w:rPrChange>')}</w:p>`,
  `<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:jc w:val="center"/><w:rPr><w:ins ${by(5)}/></w:rPr><w:pPrChange ${by(6)}><w:pPr/></w:pPrChange></w:pPr><w:commentRangeStart w:id="0"/>${run('Fares')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
  `<w:p><w:moveFromRangeStart ${by(7)} w:name="m1"/><w:moveFrom ${by(8)}>${run('moved words')}</w:moveFrom><w:moveFromRangeEnd w:id="7"/></w:p>`,
  `<w:p><w:moveToRangeStart ${by(9)} w:name="m1"/><w:moveTo ${by(10)}>${run('moved words')}</w:moveTo><w:moveToRangeEnd w:id="9"/></w:p>`,
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:bookmarkStart w:id="20" w:name="place"/>${run('a point')}<w:bookmarkEnd w:id="20"/>${field('PAGEREF place', '3')}<w:hyperlink r:id="link1">${run('a link')}</w:hyperlink><w:hyperlink w:anchor="place">${run('there')}</w:hyperlink></w:p>`,
  table(
    `<w:tr><w:trPr><w:tblHeader/><w:ins ${by(11)}/></w:trPr>${cell(plainParagraph('Route'), '<w:gridSpan w:val="2"/>')}</w:tr>` +
      `<w:tr>${cell(plainParagraph('North'), '<w:vMerge w:val="restart"/>')}${cell(table(`<w:tr>${cell(plainParagraph('inner'))}${cell('<w:p/>')}</w:tr>`) + '<w:p/>')}</w:tr>` +
      `<w:tr>${cell('<w:p/>', '<w:vMerge/>')}${cell(plainParagraph('12'), `<w:tcPrChange ${by(12)}><w:tcPr/></w:tcPrChange>`)}</w:tr>`,
  ),
  `<w:sdt><w:sdtPr><w:alias w:val="Box"/><w:tag w:val="box"/></w:sdtPr><w:sdtContent>${plainParagraph('in a control')}</w:sdtContent></w:sdt>`,
  `<w:p><w:sdt><w:sdtPr/><w:sdtContent>${run('inline')}</w:sdtContent></w:sdt><w:smartTag w:element="x">${run('tag')}</w:smartTag><w:fldSimple w:instr="DATE">${run('today')}</w:fldSimple><w:r><w:sym w:font="Wingdings" w:char="F04A"/><w:tab/><w:br w:type="page"/><w:noBreakHyphen/></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r></w:p>`,
  `<w:p><w:r><w:ruby><w:rubyPr/><w:rt>${run('ruby')}</w:rt><w:rubyBase>${run('base')}</w:rubyBase></w:ruby></w:r><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x=1</m:t></m:r></m:oMath><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${plainParagraph('boxed')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
  `<w:altChunk r:id="none"/><w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr><w:permStart w:id="30" w:edGrp="everyone"/>${run('end')}<w:permEnd w:id="30"/><w:proofErr w:type="spellStart"/></w:p>`,
  `<w:sdt><w:sdtPr><w:tag w:val="ers.signoff"/></w:sdtPr><w:sdtContent>${plainParagraph('Sign-off')}</w:sdtContent></w:sdt><w:sectPr/>`,
].join('')

const STYLES =
  '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Title"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
const NUMBERS =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'

const FOREIGN = wordFile({
  body: BODY,
  links: { link1: 'https://example.org/' },
  sides: {
    styles: ['w:styles', STYLES],
    numbering: ['w:numbering', NUMBERS],
    footnotes: ['w:footnotes', `<w:footnote w:id="2">${plainParagraph('a note')}</w:footnote>`],
    endnotes: ['w:endnotes', `<w:endnote w:id="2">${plainParagraph('a last note')}</w:endnote>`],
    comments: [
      'w:comments',
      `<w:comment w:id="0" w:author="Petra Sund" w:initials="PS"><w:p w14:paraId="00000001">${run('Sure?')}</w:p></w:comment>` +
        `<w:comment w:id="1" w:author="Jonah Pell"><w:p w14:paraId="00000002">${run('Yes.')}</w:p></w:comment>`,
    ],
    commentsExtended: [
      'w15:commentsEx',
      '<w15:commentEx w15:paraId="00000001" w15:done="0"/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/>',
    ],
    header: ['w:hdr', plainParagraph('above')],
    settings: ['w:settings', '<w:trackRevisions/>'],
  },
})

/** `articles`: how many random ones. */
export async function soundFiles(articles: number): Promise<readonly Uint8Array[]> {
  const madeFrom = { versionId: 'v1', libraryId: 'day' }
  const copy = await exportReview(exportRequest({ signOffPage: true, madeFrom }))
  if (!copy.ok) throw new Error(copy.error.message)
  const random = fc.sample(randomWordArticle(8), { numRuns: articles, seed: 6 }).map(writeDocx)
  return [FOREIGN, copy.value.bytes, ...random]
}
