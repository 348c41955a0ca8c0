/**
 * Every kind of defect that is looked for, with what it means for the reader of the file. Sources: section 2 and 4 of
 * the design for Word files, ECMA-376, and Microsoft's notes on what Word does otherwise (MS-OI29500, MS-DOCX).
 */
export const KINDS = {
  // package
  'not-well-formed': 'a part is not well-formed XML',
  'no-main-part': 'the package names no main part',
  'content-type': 'a part has no content type, or another than its relation says',
  'relation-target': 'a relation leads to a part that is not there',
  'relation-id': 'a relation is named that is not there, or one id names two',
  'ignorable-prefix': 'a prefix that may be ignored is not declared',
  // structure
  misplaced: 'an element or text stands where the format has no place for it',
  incomplete: 'an element lacks one that it must have',
  'property-order': 'properties stand in another order than the format wants, or twice',
  value: 'a property has a value that the format does not know',
  'section-place': 'the last section is not at the end of the text',
  'story-without-paragraph': 'a note, comment, header or footer has no paragraph',
  // tables
  'row-without-cell': 'a table row has no cell',
  'cell-without-end': 'a cell does not end with a paragraph',
  'table-grid': 'a table has no grid, or a row is wider than it',
  // tracked changes
  'tracked-text': 'deleted text is written as text, or text as deleted text',
  'nested-change': 'an insertion stands in an insertion, or a deletion in a deletion',
  'change-author': 'a tracked change has no author',
  'change-id': 'a tracked change, range or comment has no number, or one that Word cannot hold',
  'duplicate-id': 'two tracked changes or ranges have one number',
  date: 'a date is none',
  'last-mark': 'the last paragraph mark of a text, cell or note is deleted',
  // moves
  'move-range': 'a range of moved text has no beginning, no end or no name',
  'move-pair': 'moved text has one side only',
  'move-cell': 'a range of moved text crosses the border of a cell, or another such range',
  // comments
  'comment-unknown': 'a place names a comment that is not there',
  'comment-unanchored': 'a comment has no place in the text',
  'comment-range': 'the range of a comment has no beginning, no end, or two',
  'comment-in-deletion': 'a mark of a comment stands inside a deletion',
  'comment-outside': 'a comment is placed in a header, footer, note or another comment',
  'comment-duplicate': 'two comments have one number',
  'comment-count': 'there are more comments than Word opens',
  // threads
  'para-id': 'the id of a paragraph is none that Word can hold',
  'para-id-duplicate': 'two paragraphs have one id',
  'thread-unknown': 'a thread names a paragraph that no comment has',
  'thread-parent': 'a reply answers a comment that is not there, or itself',
  'durable-id': 'the lasting id of a comment is none that Word can hold, is used twice or is unknown',
  // notes
  'note-separators': 'a line above the notes is missing',
  'note-unknown': 'a reference names a note that is not there',
  'note-duplicate': 'two notes have one number',
  // ranges and objects
  'bookmark-range': 'a bookmark has no beginning, no end or no name, or one name names two',
  'field-range': 'a field has no beginning or no end',
} as const
export type Kind = keyof typeof KINDS

/** One defect: where it is, by part and by what stands there. */
export type Fault = { readonly kind: Kind; readonly part: string; readonly at: string }

/** What a person is told, of the first of each kind. */
export function faultWords({ kind, part, at }: Fault): string {
  return `${KINDS[kind]} (${[part, at].filter((word) => word !== '').join(', ')})`
}
