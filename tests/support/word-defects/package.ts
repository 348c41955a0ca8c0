import type { Defect } from './defect.ts'

const TEXT = 'word/document.xml'
const LINKS = 'word/_rels/document.xml.rels'

/** Defects of packages: parts, their types and relations, and XML that is none. */
export const PACKAGE_DEFECTS: readonly Defect[] = [
  ['a tag that is not closed', TEXT, '</w:sectPr>', '', ['not-well-formed']],
  ['a prefix without a namespace', TEXT, '<w:sectPr>', '<x:y/><w:sectPr>', ['not-well-formed']],
  ['a document type', 'word/styles.xml', '<w:styles', '<!DOCTYPE x><w:styles', ['not-well-formed']],
  ['a control character', TEXT, 'The basin', 'The \u0001 basin', ['not-well-formed']],
  ['no relation to the text', '_rels/.rels', '/officeDocument"', '/other"', ['no-main-part']],
  [
    'a part without a content type',
    '[Content_Types].xml',
    'PartName="/word/comments.xml"',
    'PartName="/word/x.xml"',
    ['content-type'],
  ],
  ['a wrong content type', '[Content_Types].xml', '.footnotes+xml', '.endnotes+xml', ['content-type']],
  ['a relation to nothing', LINKS, 'Target="styles.xml"', 'Target="style.xml"', ['relation-target']],
  ['a relation that is named twice', LINKS, 'Id="settings"', 'Id="styles"', ['relation-id']],
  ['a link without a relation', TEXT, 'r:id="rLink"', 'r:id="rLost"', ['relation-id']],
  [
    'a prefix to ignore that is not declared',
    TEXT,
    'mc:Ignorable="',
    'mc:Ignorable="w16 ',
    ['ignorable-prefix'],
  ],
]
