import type { Mark, Node } from 'prosemirror-model'
import { sha256 } from '../../src/main/core/hash.ts'
import { canonicalText } from '../../src/shared/document/canonical.ts'
import { indexDocument } from '../../src/shared/document/index/document-index.ts'
import type { ParagraphAttrs } from '../../src/shared/document/attributes.ts'
import { schema } from '../../src/shared/document/schema.ts'
import type { ChangeRecord } from '../../src/shared/model/change.ts'
import { changeId, personId } from '../../src/shared/model/ids.ts'
import type { ExportRequest } from '../../src/shared/model/interchange.ts'
import { articleRow, personRow } from './rows.ts'
import { INES, NOON, rangeThread, TOBIAS } from './word-content.ts'

const insertion = (id: string, author: string): Mark => schema.marks.insertion.create({ id, author })
const deletion = (id: string, author: string): Mark => schema.marks.deletion.create({ id, author })
const comment = (id: string): Mark => schema.marks.comment.create({ id })

function para(
  attrs: Partial<ParagraphAttrs>,
  ...content: readonly (string | readonly [string, ...Mark[]])[]
): Node {
  const nodes = content.map((piece) => {
    const [text, ...marks] = typeof piece === 'string' ? [piece] : piece
    return schema.text(text, marks)
  })
  return schema.nodes.para.create(attrs, nodes)
}

/** A story with ten changes of two authors and three comment threads: each kind of change once or twice. */
export const REVIEWED: Node = schema.nodes.doc.create(null, [
  para(
    { style: 'headline' },
    'Harbour ',
    ['dredging', deletion('c1', INES)],
    ['digging', insertion('c2', INES)],
    ' stops',
  ),
  para({ style: 'byline' }, 'By Dov Lassiter'),
  para(
    { paragraphMark: { insertion: { id: 'c3', author: TOBIAS } } },
    'The port said on Monday that ',
    ['work in the basin', comment('t1')],
    ' would end. ',
  ),
  para(
    {},
    ['Nobody ', comment('t2')],
    ['really ', comment('t2'), deletion('c4', TOBIAS)],
    ['asked', comment('t2')],
    ' why.',
  ),
  para({ paragraphMark: { deletion: { id: 'c5', author: INES } } }, 'Costs rose to 4 million, '),
  para({}, 'the clerk said', [', twice', insertion('c6', TOBIAS)], '.'),
  para({ style: 'heading1', paragraphChange: { id: 'c7', author: INES, before: BODY() } }, 'What comes next'),
  para({ list: { kind: 'bullet', level: 0 } }, 'a vote in ', [
    'May',
    schema.marks.formatChange.create({ id: 'c8', author: TOBIAS, before: [] }),
    schema.marks.strong.create(),
  ]),
  para({ list: { kind: 'bullet', level: 0 } }, 'a ', [
    'report',
    schema.marks.link.create({ href: 'https://example.org/report' }),
  ]),
  para({ paragraphMark: { deletion: { id: 'c9', author: INES } } }, [
    'Secretive sentence to be cut.',
    deletion('c9', INES),
  ]),
  para({}, 'The end', [', for now', insertion('c10', INES)], '.'),
])

function BODY() {
  return { style: 'body', list: null, align: 'start' } as const
}

export function exportRequest(fields: Partial<ExportRequest> = {}, doc: Node = REVIEWED): ExportRequest {
  const index = indexDocument(doc)
  const threads = [
    rangeThread('t1', ['Which basin?', 'The north one.', 'Then say so.']),
    rangeThread('t2', ['Two lines\n\nof remark'], true),
    { ...rangeThread('t3', ['Run it on page two.']), target: { kind: 'article' } as const },
  ]
  return {
    kind: 'docx-review',
    audience: 'internal',
    doc: doc.toJSON() as unknown,
    people: [
      personRow({ id: personId.parse(INES), name: 'Ines Calloway', initials: 'IC' }),
      personRow({ id: personId.parse(TOBIAS), name: 'Tobias Reuk', initials: 'TR' }),
    ],
    now: NOON,
    utcOffset: 120,
    ...fields,
    state: {
      article: articleRow({ headline: index.headline, version: 7 }),
      seq: 0,
      words: index.words,
      changeSets: [],
      anchors: [],
      changes: index.changes.map((change, order) => changeRecord(change.id, change.author, order)),
      threads: threads.map((thread) => ({ ...thread, orphaned: false })),
      claims: [],
      sources: [],
      waivers: [],
      replies: [],
      consultations: [],
      conflicts: [],
      dismissals: [],
      signOffs: [],
      slots: [],
      blockers: [],
      moves: [],
      untracked: ['desk'],
      textHash: sha256(canonicalText(doc)),
      evidenceHash: 'b'.repeat(64),
      approvedVersionId: null,
      rulesVersion: '1',
      statement: '',
      ...fields.state,
    },
  }
}

function changeRecord(id: string, author: string, order: number): ChangeRecord {
  return {
    id: changeId.parse(id),
    kind: 'insertion',
    authorId: personId.parse(author),
    createdAt: NOON + 60_000 * order,
    dateRaw: null,
    inserted: '',
    deleted: '',
    state: 'open',
    decidedBy: null,
    decidedAt: null,
    reason: null,
    groupId: null,
  }
}
