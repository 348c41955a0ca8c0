import { writePackage } from '../../src/main/opc/write.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const DECLARED = [
  `xmlns:w="${W}"`,
  `xmlns:r="${OFFICE}"`,
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
  'xmlns:w16du="http://schemas.microsoft.com/office/word/2023/wordml/word16du"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ')

export type WordFileParts = {
  readonly body: string
  /** Side parts by relation type: their inner XML, whose root is named here. */
  readonly sides?: Readonly<Record<string, readonly [root: string, xml: string]>>
  /** Relations of the main part to addresses, by id. */
  readonly links?: Readonly<Record<string, string>>
  readonly mainType?: string
  readonly more?: Readonly<Record<string, string>>
}

/** A small hand-written .docx. */
export function wordFile({ body, sides = {}, links = {}, mainType, more = {} }: WordFileParts): Uint8Array {
  const type = mainType ?? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  const relations = [
    ...Object.keys(sides).map(
      (name) => `<Relationship Id="${name}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`,
    ),
    ...Object.entries(links).map(
      ([id, href]) =>
        `<Relationship Id="${id}" Type="${OFFICE}/hyperlink" Target="${href}" TargetMode="External"/>`,
    ),
  ]
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    '_rels/.rels':
      `<Relationships xmlns="${PACKAGE}/relationships">` +
      `<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${DECLARED}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`,
    ...Object.fromEntries(
      Object.entries(sides).map(([name, [root, xml]]) => [
        `word/${name}.xml`,
        `<${root} ${DECLARED}>${xml}</${root}>`,
      ]),
    ),
    ...more,
  }
  return writePackage(
    Object.entries(parts).map(([name, text]) => ({ name, data: new TextEncoder().encode(text) })),
  )
}

/** A paragraph of one plain run. */
export function plainParagraph(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}
