import { describe, expect, test } from 'vitest'
import { schema } from '../../../../src/shared/document/schema.ts'
import type { MessageId } from '../../../../src/shared/model/ids.ts'
import type { ReviewState } from '../../../../src/shared/model/review.ts'
import { editOf } from '../../../support/library.ts'
import {
  beginEach,
  THREAD_ID,
  anchor,
  articleId,
  errorOf,
  inserted,
  library,
  nextEdit,
  openDocument,
  rangeOf,
  reopenLibrary,
  save,
  sitDown,
  state,
} from '../../../support/journey-desk.ts'
import type { Decided } from '../../../support/journey-desk.ts'

beginEach()

describe('document.save', () => {
  test('a batch sent twice is stored once and answered the same', async () => {
    const edit = await nextEdit((tr) => tr.insert(1, schema.text('x')))
    const first = await library.must('document.save', { articleId, edit, decided: [] })
    expect(await library.must('document.save', { articleId, edit, decided: [] })).toEqual(first)
    expect((await state()).seq).toBe(1)
  })

  test('an edit of an older text is refused, and so is one that does not fit', async () => {
    const edit = await nextEdit((tr) => tr.insert(1, schema.text('x')))
    await save((tr) => void tr.insert(1, schema.text('y')))
    expect(errorOf(await library.call('document.save', { articleId, edit, decided: [] }))).toBe('stale-base')
    const wild = { baseSeq: 1, batchId: 'b', steps: [{ stepType: 'replace', from: 9000, to: 9001 }] }
    expect(errorOf(await library.call('document.save', { articleId, edit: wild, decided: [] }))).toBe(
      'refused',
    )
    expect((await state()).seq).toBe(1)
  })

  test('a new change carries the name of who makes it; those of others stay theirs', async () => {
    const desk = await sitDown('desk')
    const copy =
      (await library.must('session.get', {})).people.find((one) => one.roles.includes('copy'))?.id ?? ''
    expect(errorOf(await save((tr) => void tr.insert(1, inserted('a', copy, 'x'))))).toBe('refused')
    expect(errorOf(await save((tr) => void tr.insert(1, inserted('a', desk, 'x'))))).toBe('done')
    await sitDown('copy')
    expect(errorOf(await save((tr) => void tr.insert(5, inserted('b', copy, 'y'))))).toBe('done')
    expect(errorOf(await save((tr) => void tr.insert(9, inserted('a', copy, 'y'))))).not.toBe('done')
  })

  test('what leaves the text was decided, or withdrawn; what comes back is open again', async () => {
    const desk = await sitDown('desk')
    const states = async () =>
      (await state()).changes.map((change) => `${change.id} ${change.state}`).toSorted()
    await save((tr) => void tr.insert(1, inserted('a', desk, 'x')).insert(5, inserted('b', desk, 'y')))
    expect(await states()).toEqual(['a open', 'b open'])
    await save((tr) => void tr.delete(1, 2))
    expect(await states()).toEqual(['a withdrawn', 'b open'])
    const decided: Decided = [{ changeIds: ['b'], verdict: 'rejected', reason: 'No.' }]
    await save((tr) => void tr.delete(4, 5), decided)
    expect(await states()).toEqual(['a withdrawn', 'b rejected'])
    const rejected = (await state()).changes.find((change) => change.id === 'b')
    expect(rejected).toMatchObject({ decidedBy: desk, reason: 'No.', inserted: 'y' })
    await save((tr) => void tr.insert(4, inserted('b', desk, 'y')))
    expect(await states()).toEqual(['a withdrawn', 'b open'])
    const kinds = (await library.must('review.log', { articleId })).map((event) => event.kind)
    expect(kinds).toEqual(['article.import', 'change.reject', 'change.undo'])
  })

  test('a change of somebody else that leaves the text without a decision leaves a trace', async () => {
    const desk = await sitDown('desk')
    await save((tr) => void tr.insert(1, inserted('a', desk, 'x')).insert(5, inserted('b', desk, 'y')))
    await sitDown('copy')
    await save((tr) => void tr.delete(1, 2))
    const last = (await library.must('review.log', { articleId })).at(-1)
    expect(last).toMatchObject({
      kind: 'change.withdraw',
      summary: '1 change of somebody else left the text undecided.',
    })
  })

  test('600 steps leave a snapshot, and the text opens the same', async () => {
    const { doc } = await openDocument()
    const edit = editOf(doc, 0, (tr) => {
      for (let step = 0; step < 600; step += 1) tr.insert(1, schema.text('x'))
    })
    await library.must('document.save', { articleId, edit, decided: [] })
    await reopenLibrary()
    const opened = await openDocument()
    expect(opened.seq).toBe(600)
    expect(opened.doc.child(0).textContent).toBe(`${'x'.repeat(600)}Task force breaks up ring`)
  })
})

describe('threads', () => {
  async function comment(): Promise<ReviewState> {
    const args = {
      edit: await anchor('comment', THREAD_ID, 'Officials'),
      id: THREAD_ID,
      target: { kind: 'range' },
    } as const
    return library.must('threads.create', {
      articleId,
      ...args,
      level: 'should',
      assigneeId: null,
      text: 'Which?',
    })
  }

  test('a comment without a place in the text is not kept', async () => {
    const args = {
      edit: null,
      id: THREAD_ID,
      target: { kind: 'range' },
      level: 'must',
      assigneeId: null,
    } as const
    expect(errorOf(await library.call('threads.create', { articleId, ...args, text: 'x' }))).toBe('refused')
  })

  test('keeps its words, and shows the old ones when they are gone', async () => {
    expect((await comment()).threads).toMatchObject([{ quote: 'Officials', orphaned: false }])
    await save((tr) => {
      const { from, to } = rangeOf(tr.doc, 'Officials')
      tr.delete(from, to)
    })
    expect((await state()).threads).toMatchObject([{ quote: 'Officials', orphaned: true }])
  })

  test('is answered by anybody, and reworded only by who wrote it', async () => {
    const messageId = (await comment()).threads[0]?.messages[0]?.id ?? ('' as MessageId)
    await sitDown('reporter')
    await library.must('threads.reply', { articleId, threadId: THREAD_ID, text: 'The registrar.' })
    const wanted = { articleId, threadId: THREAD_ID, messageId, text: 'Which office?' }
    expect(errorOf(await library.call('threads.editMessage', wanted))).toBe('refused')
    await sitDown('desk')
    const edited = await library.must('threads.editMessage', wanted)
    expect(edited.threads[0]?.messages.map((message) => message.text)).toEqual([
      'Which office?',
      'The registrar.',
    ])
    expect(edited.threads[0]?.messages[0]?.editedAt).not.toBeNull()
  })
})
