import type { Defect } from './defect.ts'

const TEXT = 'word/document.xml'
const NOTES = 'word/footnotes.xml'
const SAID = 'word/comments.xml'
const signed = 'w:author="Ines Calloway" w:date="2026-09-14T12:00:00Z"'
const deletedMark = `<w:pPr><w:rPr><w:del w:id="90" ${signed}/></w:rPr></w:pPr>`

/** Defects of tracked changes and moves. */
export const TRACKING_DEFECTS: readonly Defect[] = [
  ['text in a deletion', TEXT, '<w:delText>closed</w:delText>', '<w:t>closed</w:t>', ['tracked-text']],
  ['deleted text outside of one', TEXT, '<w:t>bold</w:t>', '<w:delText>bold</w:delText>', ['tracked-text']],
  [
    'an insertion in an insertion',
    TEXT,
    '<w:r><w:t>opened</w:t></w:r>',
    `<w:ins w:id="90" ${signed}><w:r><w:t>opened</w:t></w:r></w:ins>`,
    ['nested-change'],
  ],
  [
    'a deletion in a deletion',
    TEXT,
    '<w:r><w:delText>closed</w:delText></w:r>',
    `<w:del w:id="90" ${signed}><w:r><w:delText>closed</w:delText></w:r></w:del>`,
    ['nested-change'],
  ],
  [
    'an insertion in a deletion',
    TEXT,
    '<w:r><w:delText>closed</w:delText></w:r>',
    `<w:ins w:id="90" ${signed}><w:r><w:delText>closed</w:delText></w:r></w:ins>`,
    ['nested-change'],
  ],
  ['a change without an author', TEXT, `<w:ins w:id="14" ${signed}`, '<w:ins w:id="14"', ['change-author']],
  [
    'an author of spaces',
    TEXT,
    `<w:moveTo w:id="23" ${signed}`,
    '<w:moveTo w:id="23" w:author=" "',
    ['change-author'],
  ],
  ['a change without a number', TEXT, '<w:ins w:id="14"', '<w:ins', ['change-id']],
  ['a number that is too large', TEXT, '<w:ins w:id="14"', '<w:ins w:id="2147483648"', ['change-id']],
  ['two changes of one number', TEXT, '<w:ins w:id="14"', '<w:ins w:id="13"', ['duplicate-id']],
  ['a bookmark with the number of a change', TEXT, '<w:ins w:id="14"', '<w:ins w:id="12"', ['duplicate-id']],
  [
    'a date that is none',
    TEXT,
    `<w:ins w:id="14" ${signed}`,
    '<w:ins w:id="14" w:author="Ines Calloway" w:date="yesterday"',
    ['date'],
  ],
  ['a thirteenth month', SAID, '2026-09-14', '2026-13-14', ['date']],
  [
    'the last mark of a cell deleted',
    TEXT,
    '<w:tc><w:p/></w:tc></w:tr></w:tbl>',
    `<w:tc><w:p>${deletedMark}</w:p></w:tc></w:tr></w:tbl>`,
    ['last-mark'],
  ],
  [
    'the last mark of the text deleted',
    TEXT,
    '<w:p><w:r><w:footnoteReference',
    `<w:p>${deletedMark}<w:r><w:footnoteReference`,
    ['last-mark'],
  ],
  [
    'the last mark of a note deleted',
    NOTES,
    '<w:p><w:r><w:footnoteRef/>',
    `<w:p>${deletedMark}<w:r><w:footnoteRef/>`,
    ['last-mark'],
  ],
  ['a move without its end', TEXT, '<w:moveToRangeEnd w:id="22"/>', '', ['move-range']],
  [
    'a move without its beginning',
    TEXT,
    '<w:moveFromRangeEnd w:id="20"/>',
    '<w:moveFromRangeEnd w:id="20"/><w:moveFromRangeEnd w:id="99"/>',
    ['move-range'],
  ],
  [
    'a move without a name',
    TEXT,
    `<w:moveToRangeStart w:id="22" ${signed} w:name="move1"`,
    `<w:moveToRangeStart w:id="22" ${signed}`,
    ['move-range', 'move-pair'],
  ],
  [
    'a move to nowhere',
    TEXT,
    `<w:moveToRangeStart w:id="22" ${signed} w:name="move1"`,
    `<w:moveToRangeStart w:id="22" ${signed} w:name="move2"`,
    ['move-pair'],
  ],
  [
    'a move out of a cell',
    TEXT,
    '<w:tc><w:p/></w:tc></w:tr></w:tbl><w:p>',
    `<w:tc><w:p><w:moveFromRangeStart w:id="80" ${signed} w:name="move3"/></w:p></w:tc></w:tr></w:tbl><w:p><w:moveFromRangeEnd w:id="80"/><w:moveToRangeStart w:id="81" ${signed} w:name="move3"/><w:moveToRangeEnd w:id="81"/></w:p><w:p>`,
    ['move-cell'],
  ],
  [
    'moved text outside of a range',
    TEXT,
    '<w:hyperlink',
    `<w:moveTo w:id="95" ${signed}><w:r><w:t>x</w:t></w:r></w:moveTo><w:hyperlink`,
    ['move-range'],
  ],
]
