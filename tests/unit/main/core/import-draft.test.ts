import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { schema } from '../../../../src/shared/document/schema.ts'
import type { DeskWork } from '../../../../src/main/core/copied/copy-acts.ts'
import type { ImportedDraft } from '../../../../src/shared/model/interchange.ts'
import type { MessageId, PersonId, ThreadId } from '../../../../src/shared/model/ids.ts'
import type { CopyMark } from '../../../../src/shared/model/returned.ts'
import type { Person } from '../../../../src/shared/model/person.ts'
import type { Thread } from '../../../../src/shared/model/thread.ts'
import { openTestLibrary, plainWork, temporaryFolder } from '../../../support/library.ts'
import type { TestLibrary } from '../../../support/library.ts'

let folder: ReturnType<typeof temporaryFolder>
let library: TestLibrary
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(async () => {
  await library.core.close()
  folder.remove()
})

const outsider: Person = {
  id: 'out' as PersonId,
  name: 'Edda Marl',
  initials: 'EM',
  hue: 3,
  roles: [],
  deskRoles: [],
  outside: true,
}

function commentSaying(text: string): Thread {
  const message = {
    id: 'm' as MessageId,
    authorId: outsider.id,
    at: 5,
    dateRaw: '2026-01-01',
    text,
    editedAt: null,
    earlier: [],
  }
  return {
    id: 't' as ThreadId,
    target: { kind: 'range' },
    level: 'should',
    audience: 'desk',
    assigneeId: null,
    quote: '',
    resolvedBy: null,
    resolvedAt: null,
    messages: [message],
  }
}

function marked(): unknown {
  const comment = schema.marks.comment.create({ id: 't' })
  const insertion = schema.marks.insertion.create({ id: 'ch', author: 'out' })
  const words = [schema.text('Ring ', [comment]), schema.text('broken', [insertion])]
  return schema.nodes.doc.create(null, schema.nodes.para.create({ style: 'headline' }, words)).toJSON()
}

const draft: ImportedDraft = {
  doc: marked(),
  people: [outsider],
  changes: [{ id: 'ch', kind: 'insertion', authorId: 'out', at: 7, dateRaw: '2026-01-02T00:00:00' }],
  threads: [commentSaying('Which?')],
  warnings: [{ code: 'image', message: 'A picture was left out.' }],
}

async function importing(fields: Partial<ImportedDraft>) {
  const seen: Readonly<Record<string, string>>[] = []
  const work: DeskWork = {
    ...plainWork(),
    importDraft: ({ outside }) => {
      seen.push(outside)
      return Promise.resolve({ ok: true, value: { ...draft, ...fields } })
    },
  }
  library = await openTestLibrary(folder.path, work)
  const outcome = await library.call('articles.import', { name: 'a.docx', bytes: new Uint8Array([1]) })
  return { outcome, seen }
}

describe('importing a draft', () => {
  test('keeps its changes, comments, people and dates as they came', async () => {
    const { outcome } = await importing({})
    if (!outcome.ok) throw new Error(outcome.error.message)
    expect(outcome.value.warnings).toEqual(draft.warnings)
    const { state, people } = await library.must('review.open', { articleId: outcome.value.articleId })
    expect(state.changes).toMatchObject([
      {
        id: 'ch',
        authorId: 'out',
        createdAt: 7,
        dateRaw: '2026-01-02T00:00:00',
        inserted: 'broken',
        state: 'open',
      },
    ])
    expect(state.threads).toMatchObject([
      { id: 't', quote: 'Ring ', orphaned: false, messages: [{ at: 5, text: 'Which?' }] },
    ])
    expect(people.at(-1)).toEqual(outsider)
    expect(state.article).toMatchObject({
      headline: 'Ring broken',
      slug: '',
      authorId: null,
      importedFrom: 'a.docx',
    })
  })

  test('can be read again: what came in, counted, and what came in differently', async () => {
    const { outcome } = await importing({})
    if (!outcome.ok) throw new Error(outcome.error.message)
    const { articleId, cameIn, name, warnings } = outcome.value
    expect(cameIn).toEqual({
      words: 2,
      paragraphs: 1,
      tables: 0,
      pictures: 0,
      notes: 0,
      changes: 1,
      comments: 1,
      replies: 0,
      kept: [],
    })
    const reports = await library.must('review.imports', { articleId })
    expect(reports).toEqual([{ name, cameIn, warnings, brought: null, at: expect.any(Number) as number }])
  })

  test('people from outside are known by name the next time', async () => {
    const { seen } = await importing({})
    await library.must('articles.import', { name: 'b.docx', bytes: new Uint8Array([1]) })
    expect(seen).toEqual([{}, { 'Edda Marl': 'out' }])
  })

  test.each<[string, Partial<ImportedDraft>]>([
    ['a document that is none', { doc: { type: 'doc' } }],
    ['authors that it does not list', { people: [] }],
    ['a comment that is too long', { threads: [commentSaying('x'.repeat(20_001))] }],
  ])('is refused with %s, and leaves nothing', async (_name, fields) => {
    const { outcome } = await importing(fields)
    expect(outcome).toMatchObject({ ok: false, error: { code: 'unreadable-file' } })
    expect(await library.must('articles.list', {})).toMatchObject({ total: 0, rows: [] })
    expect((await library.must('session.get', {})).people).toHaveLength(7)
  })
})

describe('the ways in', () => {
  function file(name: string, text: string) {
    return { name, bytes: new TextEncoder().encode(text) }
  }

  test('a dialog may bring several files, or none', async () => {
    library = await openTestLibrary(folder.path)
    expect(await library.must('articles.openDialog', {})).toEqual({
      imported: [],
      packages: [],
      returned: [],
    })
    library.picked.push(file('a.txt', 'A'), file('b.stet', 'P'), file('b.txt', 'B'))
    const brought = await library.must('articles.openDialog', {})
    expect(brought.imported.map((one) => one.name)).toEqual(['a.txt', 'b.txt'])
    expect(brought.packages.map((one) => one.name)).toEqual(['b.stet'])
  })

  test('a copy of an article that is here is handed to the window, and opened by nobody', async () => {
    const plain = plainWork()
    const work: DeskWork = {
      ...plain,
      recogniseReturn: async ({ name }) => ({ ok: true, value: { mark: mark(name), textHash: null } }),
    }
    library = await openTestLibrary(folder.path, work)
    const { articleId } = await library.must('articles.import', file('draft.txt', 'Draft'))
    const mark = (name: string): CopyMark | null =>
      name === 'copy.docx'
        ? {
            articleId,
            versionId: 'v',
            libraryId: 'l',
            audience: 'internal',
            kind: 'docx-review',
            textHash: '',
            messages: [],
          }
        : null
    library.picked.push(file('copy.docx', 'C'), file('other.docx', 'O'))
    const brought = await library.must('articles.openDialog', {})
    expect(brought.imported.map((one) => one.name)).toEqual(['other.docx'])
    expect(brought.returned.map((one) => [one.articleId, one.name])).toEqual([[articleId, 'copy.docx']])
    expect(await library.call('returns.openDialog', {})).toMatchObject({ ok: false })
    library.picked.splice(0, 1)
    expect(await library.must('returns.openDialog', {})).toMatchObject({ name: 'other.docx' })
  })

  test('when one of them cannot be read, it is named, and so is what came in before it', async () => {
    const plain = plainWork()
    const work: DeskWork = {
      ...plain,
      importDraft: (request) =>
        request.name === 'bad.docx'
          ? Promise.resolve({ ok: false, error: { code: 'unreadable-file', message: 'It is no Word file.' } })
          : plain.importDraft(request),
    }
    library = await openTestLibrary(folder.path, work)
    library.picked.push(file('a.txt', 'A'), file('bad.docx', 'B'))
    const outcome = await library.call('articles.openDialog', {})
    expect(outcome.ok ? '' : outcome.error.message).toBe(
      '“bad.docx”: It is no Word file. On the desk already: “a.txt”.',
    )
    expect(await library.must('articles.list', {})).toMatchObject({ total: 1 })
  })

  test('pasted text becomes an article', async () => {
    library = await openTestLibrary(folder.path)
    const { articleId } = await library.must('articles.paste', { text: 'Pasted head', html: '' })
    const { article } = await library.must('review.state', { articleId })
    expect(article).toMatchObject({ headline: 'Pasted head', importedFrom: 'Pasted.txt' })
  })
})

test('an export that fails its own check is not kept and not logged', async () => {
  const error = {
    code: 'internal',
    message: 'A deleted word stood in the clean copy. No file was made.',
  } as const
  const work: DeskWork = { ...plainWork(), exportReview: () => Promise.resolve({ ok: false, error }) }
  library = await openTestLibrary(folder.path, work)
  const { articleId } = await library.must('articles.paste', { text: 'Head', html: '' })
  const outcome = await library.call('exports.create', {
    articleId,
    kind: 'docx-clean',
    audience: 'external',
  })
  expect(outcome).toEqual({ ok: false, error })
  expect(await library.must('review.log', { articleId })).toHaveLength(1)
})
