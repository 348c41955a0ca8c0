import type { PersonId, ThreadId, MessageId } from '../../src/shared/model/ids.ts'
import type { DeskWork } from '../../src/main/core/copied/copy-acts.ts'
import type { ImportedDraft } from '../../src/shared/model/interchange.ts'
import type { Person } from '../../src/shared/model/person.ts'
import { LEVELS } from '../../src/shared/model/thread.ts'
import type { Thread } from '../../src/shared/model/thread.ts'
import { schema } from '../../src/shared/document/schema.ts'
import { plainWork } from './library.ts'

const EDDA: Person = {
  id: 'edda' as PersonId,
  name: 'Edda Marsh',
  initials: 'EM',
  hue: 3,
  roles: [],
  deskRoles: [],
  outside: true,
}

function threadAt(at: number): Thread {
  return {
    id: `t${at}` as ThreadId,
    target: { kind: 'range' },
    level: LEVELS[at % 3] ?? 'fyi',
    audience: 'desk',
    assigneeId: null,
    quote: `boat ${at}`,
    resolvedBy: null,
    resolvedAt: null,
    messages: [
      {
        id: `m${at}` as MessageId,
        authorId: EDDA.id,
        at: Date.UTC(2026, 10, 20, 8) + at * 1000,
        dateRaw: null,
        text: `Remark ${at}: who counted it?`,
        editedAt: null,
        earlier: [],
      },
    ],
  }
}

/** Reads any file as an article of so many paragraphs, a comment on each. */
export function workWithThreads(count: number): DeskWork {
  const numbers = Array.from({ length: count }, (_, at) => at)
  const paragraphs = numbers.map((at) =>
    schema.nodes.para.create(null, [
      schema.text('They seized '),
      schema.text(`boat ${at}`, [schema.marks.comment.create({ id: `t${at}` })]),
      schema.text(' in the harbour.'),
    ]),
  )
  const headline = schema.nodes.para.create({ style: 'headline' }, schema.text('Boats'))
  const doc: unknown = schema.nodes.doc.create(null, [headline, ...paragraphs]).toJSON()
  const draft: ImportedDraft = {
    doc,
    people: [EDDA],
    changes: [],
    threads: numbers.map(threadAt),
    warnings: [],
  }
  return { ...plainWork(), importDraft: () => Promise.resolve({ ok: true, value: draft }) }
}
