import type { Defect } from './defect.ts'

const TEXT = 'word/document.xml'
const NOTES = 'word/footnotes.xml'
const SAID = 'word/comments.xml'

/** Defects of comments and threads. */
export const COMMENTS_DEFECTS: readonly Defect[] = [
  [
    'a reference to no comment',
    TEXT,
    '<w:commentReference w:id="2"/>',
    '<w:commentReference w:id="9"/>',
    ['comment-unknown', 'comment-unanchored'],
  ],
  ['a reply without a place', TEXT, '<w:r><w:commentReference w:id="2"/></w:r>', '', ['comment-unanchored']],
  ['a comment range without an end', TEXT, '<w:commentRangeEnd w:id="1"/>', '', ['comment-range']],
  [
    'a comment range that begins twice',
    TEXT,
    '<w:commentRangeStart w:id="1"/>',
    '<w:commentRangeStart w:id="1"/><w:commentRangeStart w:id="1"/>',
    ['comment-range'],
  ],
  [
    'a comment mark in a deletion',
    TEXT,
    '<w:delText>closed</w:delText></w:r></w:del>',
    `<w:delText>closed</w:delText></w:r><w:commentRangeStart w:id="3"/></w:del><w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>`,
    ['comment-in-deletion', 'comment-unknown'],
  ],
  [
    'a comment in a note',
    NOTES,
    '<w:footnoteRef/></w:r>',
    '<w:footnoteRef/></w:r><w:r><w:commentReference w:id="1"/></w:r>',
    ['comment-outside', 'comment-range'],
  ],
  [
    'two comments of one number',
    SAID,
    '<w:comment w:id="2"',
    '<w:comment w:id="1"',
    ['comment-duplicate', 'comment-unknown'],
  ],
  [
    'an id of a paragraph that is too large',
    TEXT,
    'w14:paraId="00000002"',
    'w14:paraId="80000000"',
    ['para-id'],
  ],
  ['an id of a paragraph that is zero', TEXT, 'w14:paraId="00000002"', 'w14:paraId="00000000"', ['para-id']],
  ['two paragraphs of one id', TEXT, 'w14:paraId="00000002"', 'w14:paraId="00000001"', ['para-id-duplicate']],
  [
    'a thread of no comment',
    'word/commentsExtended.xml',
    'w15:paraId="00000012"',
    'w15:paraId="00000013"',
    ['thread-unknown'],
  ],
  [
    'a reply to nobody',
    'word/commentsExtended.xml',
    'w15:paraIdParent="00000011"',
    'w15:paraIdParent="00000019"',
    ['thread-parent'],
  ],
  [
    'a reply to itself',
    'word/commentsExtended.xml',
    'w15:paraIdParent="00000011"',
    'w15:paraIdParent="00000012"',
    ['thread-parent'],
  ],
  ['a lasting id that is too large', 'word/commentsIds.xml', '"00000A12"', '"7FFFFFFF"', ['durable-id']],
  ['a lasting id used twice', 'word/commentsIds.xml', '"00000A12"', '"00000A11"', ['durable-id']],
  ['a lasting id of nothing', 'word/commentsExtensible.xml', '"00000A11"', '"00000A19"', ['durable-id']],
  ['a reply without a range', TEXT, '<w:commentRangeStart w:id="2"/>', '', ['comment-range']],
  ['an id of a text that is too large', TEXT, 'w14:textId="77777777"', 'w14:textId="F7777777"', ['para-id']],
  [
    'a thread that names the first of two paragraphs',
    SAID,
    '<w:t>North</w:t></w:r></w:p>',
    '<w:t>North</w:t></w:r></w:p><w:p w14:paraId="00000013"/>',
    ['thread-unknown'],
  ],
]
