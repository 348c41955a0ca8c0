import { Transform } from 'prosemirror-transform'
import type { Node } from 'prosemirror-model'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addAnchor } from '../../../../src/shared/document/anchors.ts'
import { decide } from '../../../../src/shared/document/decide/decide.ts'
import { schema } from '../../../../src/shared/document/schema.ts'
import { parseDocument } from '../../../../src/shared/document/stored-steps.ts'
import { trackChanges } from '../../../../src/shared/document/tracking/tracker.ts'
import type { ArticleId, ChangeId, ThreadId } from '../../../../src/shared/model/ids.ts'
import { counter } from '../../../support/document.ts'
import { editOf, openTestLibrary, temporaryFolder } from '../../../support/library.ts'
import type { TestLibrary } from '../../../support/library.ts'

/** The hard cases of change tracking that need the library, one test each. */

let folder: ReturnType<typeof temporaryFolder>
let library: TestLibrary
let articleId: ArticleId

beforeEach(async () => {
  folder = temporaryFolder()
  library = await openTestLibrary(folder.path)
  const bytes = new TextEncoder().encode('Harbour fees\nThe harbour was grey.')
  articleId = (await library.must('articles.import', { name: 'draft.txt', bytes })).articleId
})
afterEach(async () => {
  await library.core.close()
  folder.remove()
})

async function opened(): Promise<{ doc: Node; seq: number }> {
  const { doc, state } = await library.must('review.open', { articleId })
  const parsed = parseDocument(doc)
  if (!parsed.ok) throw new Error(parsed.message)
  return { doc: parsed.doc, seq: state.seq }
}

async function save(transform: Transform, accepted: readonly string[] = []): Promise<void> {
  const { doc, seq } = await opened()
  const edit = editOf(doc, seq, (own) => transform.steps.forEach((step) => own.step(step)))
  const decided =
    accepted.length === 0
      ? []
      : [{ changeIds: accepted as ChangeId[], verdict: 'accepted' as const, reason: '' }]
  await library.must('document.save', { articleId, edit, decided })
}

test('replying to a thread, resolving it and opening it again leave the document untouched', async () => {
  const { doc, seq } = await opened()
  const threadId = 't1' as ThreadId
  const edit = editOf(doc, seq, (transform) => {
    for (const step of addAnchor(doc, 'comment', threadId, [{ from: 1, to: 8 }]).steps) transform.step(step)
  })
  const said = { target: { kind: 'range' }, level: 'fyi', assigneeId: null, text: 'Which?' } as const
  await library.must('threads.create', { articleId, edit, id: threadId, ...said })
  const before = await opened()
  await library.must('threads.reply', { articleId, threadId, text: 'The old one.' })
  await library.must('threads.resolve', { articleId, threadId, resolved: true })
  await library.must('threads.resolve', { articleId, threadId, resolved: false })
  const after = await opened()
  expect(after.seq).toBe(before.seq)
  expect(after.doc.eq(before.doc)).toBe(true)
})

test('a decision that is undone stays on record, and so does its undoing', async () => {
  const { doc } = await opened()
  const { people } = await library.must('session.get', {})
  const desk = people.find(({ roles }) => roles.includes('desk'))
  if (!desk) throw new Error('Nobody at the desk')
  await library.must('session.switch', { personId: desk.id, role: 'desk' })
  const local = new Transform(doc).insert(1, schema.text('Old '))
  const edit = { doc: local.doc, maps: local.mapping.maps }
  const { transform } = trackChanges(doc, edit, { author: desk.id, newId: counter() })
  await save(transform)
  const acceptance = decide(transform.doc, 'all', 'accept')
  await save(acceptance, ['c1'])
  const [step] = acceptance.steps
  if (!step) throw new Error('Nothing was decided')
  await save(new Transform(acceptance.doc).step(step.invert(transform.doc)))
  const decisions = await library.must('review.decisions', { articleId })
  expect(decisions.map(({ changeId, verdict }) => `${changeId} ${verdict}`)).toEqual([
    'c1 accepted',
    'c1 undone',
  ])
  expect((await opened()).doc.eq(transform.doc)).toBe(true)
})
