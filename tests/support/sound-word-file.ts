import { readPackage } from '../../src/main/opc/read.ts'
import type { Package } from '../../src/main/opc/read.ts'
import { writePackage } from '../../src/main/opc/write.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MICROSOFT = 'http://schemas.microsoft.com/office'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const ROOT =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  `xmlns:r="${OFFICE}" ` +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ' +
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" ' +
  'xmlns:w16cid="http://schemas.microsoft.com/office/word/2016/wordml/cid" ' +
  'xmlns:w16cex="http://schemas.microsoft.com/office/word/2018/wordml/cex" ' +
  'mc:Ignorable="w14 w15 w16cid w16cex"'

const signed = (id: number): string => `w:id="${id}" w:author="Ines Calloway" w:date="2026-09-14T12:00:00Z"`
const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`

const BODY = [
  '<w:p w14:paraId="00000001" w14:textId="77777777"><w:pPr><w:pStyle w:val="Heading1"/><w:jc w:val="center"/>',
  `<w:rPr><w:ins ${signed(10)}/><w:b/></w:rPr><w:pPrChange ${signed(11)}><w:pPr><w:jc w:val="left"/></w:pPr></w:pPrChange></w:pPr>`,
  '<w:bookmarkStart w:id="12" w:name="basin"/><w:commentRangeStart w:id="1"/><w:commentRangeStart w:id="2"/>',
  run('The basin'),
  `<w:del ${signed(13)}><w:r><w:delText>closed</w:delText></w:r></w:del>`,
  `<w:ins ${signed(14)}>${run('opened')}<w:del ${signed(15)}><w:r><w:delText>late</w:delText></w:r></w:del></w:ins>`,
  '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
  '<w:commentRangeEnd w:id="2"/><w:r><w:commentReference w:id="2"/></w:r><w:bookmarkEnd w:id="12"/></w:p>',
  `<w:p w14:paraId="00000002"><w:r><w:rPr><w:b/><w:i/><w:sz w:val="24"/><w:rPrChange ${signed(16)}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>bold</w:t></w:r>`,
  `<w:hyperlink r:id="rLink">${run('link')}</w:hyperlink>`,
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>',
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('1')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
  '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="100"/><w:gridCol w:w="100"/></w:tblGrid>',
  `<w:tr><w:trPr><w:tblHeader/><w:ins ${signed(17)}/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc></w:tr>`,
  '<w:tr><w:tc><w:p><w:r><w:t>left</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>',
  `<w:p><w:moveFromRangeStart ${signed(20)} w:name="move1"/><w:moveFrom ${signed(21)}>${run('moved')}</w:moveFrom><w:moveFromRangeEnd w:id="20"/></w:p>`,
  `<w:p><w:moveToRangeStart ${signed(22)} w:name="move1"/><w:moveTo ${signed(23)}>${run('moved')}</w:moveTo><w:moveToRangeEnd w:id="22"/></w:p>`,
  '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>',
].join('')

const SIDES = ['styles', 'settings', 'footnotes', 'comments'] as const
const THREADS = [
  ['commentsExtended', `${MICROSOFT}/2011/relationships/commentsExtended`],
  ['commentsIds', `${MICROSOFT}/2016/09/relationships/commentsIds`],
  ['commentsExtensible', `${MICROSOFT}/2018/08/relationships/commentsExtensible`],
] as const

const relation = (id: string, type: string, target: string, more = ''): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"${more}/>`
const override = (name: string, type: string): string =>
  `<Override PartName="/word/${name}.xml" ContentType="${WORD}.${type}+xml"/>`

/** A small Word file that holds one of everything and has no defect, as text by part. */
const SOUND: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    override('document', 'document.main') +
    [...SIDES, ...THREADS.map(([name]) => name)].map((name) => override(name, name)).join('') +
    '</Types>',
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relation('r1', `${OFFICE}/officeDocument`, 'word/document.xml')}</Relationships>`,
  'word/_rels/document.xml.rels':
    `<Relationships xmlns="${PACKAGE}/relationships">` +
    SIDES.map((name) => relation(name, `${OFFICE}/${name}`, `${name}.xml`)).join('') +
    THREADS.map(([name, type]) => relation(name, type, `${name}.xml`)).join('') +
    `${relation('rLink', `${OFFICE}/hyperlink`, 'https://example.org/', ' TargetMode="External"')}</Relationships>`,
  'word/document.xml': `<w:document ${ROOT}><w:body>${BODY}</w:body></w:document>`,
  'word/styles.xml': `<w:styles ${ROOT}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style></w:styles>`,
  'word/settings.xml': `<w:settings ${ROOT}><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr></w:settings>`,
  'word/footnotes.xml':
    `<w:footnotes ${ROOT}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>` +
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>' +
    `<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>${run('A note')}</w:p></w:footnote></w:footnotes>`,
  'word/comments.xml':
    `<w:comments ${ROOT}><w:comment ${signed(1)}><w:p w14:paraId="00000011">${run('Which?')}</w:p></w:comment>` +
    `<w:comment ${signed(2)}><w:p w14:paraId="00000012">${run('North')}</w:p></w:comment></w:comments>`,
  'word/commentsExtended.xml': `<w15:commentsEx ${ROOT}><w15:commentEx w15:paraId="00000011" w15:done="0"/><w15:commentEx w15:paraId="00000012" w15:paraIdParent="00000011" w15:done="0"/></w15:commentsEx>`,
  'word/commentsIds.xml': `<w16cid:commentsIds ${ROOT}><w16cid:commentId w16cid:paraId="00000011" w16cid:durableId="00000A11"/><w16cid:commentId w16cid:paraId="00000012" w16cid:durableId="00000A12"/></w16cid:commentsIds>`,
  'word/commentsExtensible.xml': `<w16cex:commentsExtensible ${ROOT}><w16cex:commentExtensible w16cex:durableId="00000A11" w16cex:dateUtc="2026-09-14T10:00:00Z"/></w16cex:commentsExtensible>`,
}

/** The sound file, as it is. */
export function soundWordFile(): Uint8Array {
  return written(SOUND)
}

/** The sound file with one defect: `from` stands in the part, and its first becomes `to`. */
export function brokenWordFileBytes(part: string, from: string, to: string): Uint8Array {
  const text = SOUND[part]
  if (text?.includes(from) !== true) throw new RangeError(`${part} does not hold ${from}`)
  return written({ ...SOUND, [part]: text.replace(from, () => to) })
}

export function brokenWordFile(part: string, from: string, to: string): Promise<Package> {
  return readPackage(brokenWordFileBytes(part, from, to))
}

/** The sound file without one of its parts. */
export async function wordFileWithout(part: string): Promise<Package> {
  return readPackage(written(Object.fromEntries(Object.entries(SOUND).filter(([name]) => name !== part))))
}

function written(parts: Readonly<Record<string, string>>): Uint8Array {
  return writePackage(
    Object.entries(parts).map(([name, text]) => ({ name, data: new TextEncoder().encode(text) })),
  )
}
