import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { countRecords } from '../../../../../src/shared/document/index/count-changes.ts'
import { paragraphTexts, project } from '../../../../../src/shared/document/projection.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { positionOf } from '../../../../support/document.ts'
import { temporaryFolder } from '../../../../support/library.ts'
import { editedText, openSendingDesk, savedBy } from '../../../../support/returned-desk.ts'
import type { SendingDesk } from '../../../../support/returned-desk.ts'
import { sitDownAs } from '../../../../support/walk-desk.ts'
import {
  addRemark,
  deleteWords,
  dropWords,
  insertAfter,
  keepWords,
  paraIdOf,
  resolve,
} from '../../../../support/word-edits.ts'

const READER = 'Ada Quill'

let folder: ReturnType<typeof temporaryFolder>
let desk: SendingDesk
beforeEach(async () => {
  folder = temporaryFolder()
  desk = await openSendingDesk(folder.path)
  await desk.edit((transform) => transform.insert(positionOf(transform.doc, 'Monday'), schema.text('early ')))
  await desk.edit((transform) => {
    const from = positionOf(transform.doc, 'outside, ')
    return transform.delete(from, from + 'outside, '.length)
  })
})
afterEach(async () => {
  expect(await desk.library.must('review.verify', { articleId: desk.articleId })).toMatchObject({
    findings: [],
  })
  await desk.close()
  folder.remove()
})

async function finalText(): Promise<string> {
  return paragraphTexts(project(await desk.doc(), 'final')).join('\n')
}

async function state() {
  return desk.library.must('review.state', { articleId: desk.articleId })
}

async function reader(): Promise<string> {
  const { people } = await desk.library.must('session.get', {})
  return people.find(({ name }) => name === READER)?.id ?? 'nobody'
}

describe('what was decided in Word', () => {
  test('is decided here, by them', async () => {
    const sent = await desk.send()
    const accepted = await keepWords(sent, 'ins', 'early')
    const both = await keepWords(accepted, 'del', 'outside')
    const told = await desk.bringBack(await savedBy(both, READER))
    expect(told.brings).toMatchObject({ accepted: 1, rejected: 1, changes: 0, untracked: 0 })
    const { changes } = await state()
    expect(changes.map((row) => [row.inserted || row.deleted, row.state, row.decidedBy === null])).toEqual([
      ['early ', 'accepted', false],
      ['outside, ', 'rejected', false],
    ])
    expect(changes[0]?.decidedBy).toBe(await reader())
    const decisions = await desk.library.must('review.decisions', { articleId: desk.articleId })
    expect(decisions.map(({ verdict }) => verdict).toSorted()).toEqual(['accepted', 'rejected'])
    expect(await finalText()).toContain('stop on early Monday.')
    expect(await finalText()).toContain('wait outside, and')
  })

  test('takes words away as it said', async () => {
    const sent = await desk.send()
    const gone = await dropWords(await dropWords(sent, 'ins', 'early'), 'del', 'outside')
    const told = await desk.bringBack(await savedBy(gone, READER))
    expect(told.brings).toMatchObject({ accepted: 1, rejected: 1, changes: 0, untracked: 0 })
    expect(await finalText()).toContain('stop on Monday.')
    expect(await finalText()).toContain('wait and nobody')
  })

  test('and here otherwise is open again, with both sides in a conflict', async () => {
    const sent = await desk.send()
    await desk.decide('early ', 'accepted')
    const told = await desk.bringBack(await savedBy(await dropWords(sent, 'ins', 'early'), READER))
    expect(told.brings.rejected).toBe(1)
    expect(told.conflicts).toHaveLength(1)
    const { changes, conflicts } = await state()
    expect(changes.find(({ inserted }) => inserted === 'early ')?.state).toBe('open')
    expect(conflicts.filter(({ settledAt }) => settledAt === null)).toHaveLength(1)
  })
})

describe('edits of several people', () => {
  test('come in under their names', async () => {
    const sent = await desk.send()
    const one = await insertAfter(sent, 'spokesman', READER, ' of the port')
    const two = await deleteWords(one, 'yesterday', 'Hugo Marrin')
    const told = await desk.bringBack(await savedBy(two, READER))
    expect(told.people.map(({ name, isNew, changes }) => [name, isNew, changes])).toEqual([
      [READER, true, 1],
      ['Hugo Marrin', true, 1],
    ])
    expect(told.brings).toMatchObject({ changes: 2, untracked: 0, accepted: 0, rejected: 0 })
    expect(await finalText()).toContain('A spokesman of the port had no answer')
  })

  test('that were not tracked come in as tracked changes of whoever saved the file', async () => {
    const sent = await desk.send()
    const plain = await editedText(sent, (xml) =>
      xml.replace('nobody knows', 'no one knows').replace('Three', 'Four'),
    )
    const told = await desk.bringBack(await savedBy(plain, READER))
    expect(told.untrackedAs).toBe(READER)
    expect(told.warnings.map(({ code }) => code)).toContain('untracked')
    expect(await finalText()).toContain('Four ships')
    expect(await finalText()).toContain('no one knows')
    const { changes } = await state()
    const id = await reader()
    const theirs = changes.filter(({ authorId }) => authorId === id)
    expect(countRecords(theirs)).toBe(told.brings.untracked)
    expect(theirs.every((row) => row.state === 'open')).toBe(true)
    expect(paragraphTexts(project(await desk.doc(), 'original')).join('\n')).toContain('Three ships')
  })
})

describe('comments', () => {
  test('new ones, replies and resolved ones come back', async () => {
    const thread = await desk.comment('spokesman', 'Which one?')
    const other = await desk.comment('question', 'Who asked?')
    const sent = await desk.send()
    const root = await paraIdOf(sent, 'Which one?')
    const replied = await addRemark(sent, 'spokesman', {
      author: READER,
      text: 'The one of the port.',
      paraId: '1ABCDE01',
      replyTo: root,
    })
    const more = await addRemark(replied, 'harbour office', {
      author: READER,
      text: 'Is it?',
      paraId: '1ABCDE02',
    })
    const done = await resolve(more, await paraIdOf(more, 'Who asked?'))
    const told = await desk.bringBack(await savedBy(done, READER))
    expect(told.brings).toMatchObject({ comments: 1, replies: 1, resolved: 1, changes: 0, untracked: 0 })
    const { threads } = await state()
    const id = await reader()
    expect(threads.find((one) => one.id === thread)?.messages.map(({ text }) => text)).toEqual([
      'Which one?',
      'The one of the port.',
    ])
    expect(threads.find((one) => one.id === other)?.resolvedBy).toBe(id)
    const added = threads.find((one) => one.messages[0]?.text === 'Is it?')
    expect(added?.messages[0]?.authorId).toBe(id)
    expect(added?.target.kind).toBe('range')
    expect(added?.quote).toContain('harbour office')
  })

  test('that are new and resolved come in so, back and as a draft', async () => {
    await desk.comment('spokesman', 'Which one?')
    const remark = { author: READER, text: 'Is it?', paraId: '1ABCDE02' }
    const done = await resolve(await addRemark(await desk.send(), 'harbour office', remark), '1ABCDE02')
    const back = await savedBy(done, READER)
    await desk.bringBack(back)
    const added = (await state()).threads.find((one) => one.messages[0]?.text === 'Is it?')
    expect(added?.resolvedBy).toBe(await reader())
    const { articleId } = await desk.library.must('articles.import', { name: 'draft.docx', bytes: back })
    const { threads } = await desk.library.must('review.state', { articleId })
    expect(threads.filter(({ resolvedAt }) => resolvedAt !== null)).toHaveLength(1)
  })

  test('that were taken out of the file stay here', async () => {
    const thread = await desk.comment('spokesman', 'Which one?')
    const sent = await desk.send()
    const without = await editedText(sent, (xml) =>
      xml
        .replace(/<w:comment(RangeStart|RangeEnd)[^>]*\/>/g, '')
        .replace(/<w:r>(?:(?!<\/w:r>).)*<w:commentReference[^>]*\/><\/w:r>/gs, ''),
    )
    const told = await desk.bringBack(await savedBy(without, READER))
    expect(told.brings).toMatchObject({ comments: 0, replies: 0, changes: 0 })
    expect((await state()).threads.map(({ id }) => id)).toEqual([thread])
  })

  test('of legal do not go out, and are not missed', async () => {
    await sitDownAs(desk.library, 'legal')
    const thread = await desk.comment('spokesman', 'Never to be read outside.', 'legal')
    await sitDownAs(desk.library, 'desk')
    const sent = await desk.send()
    const back = await savedBy(await insertAfter(sent, 'no answer', READER, ' at all'), READER)
    const told = await desk.bringBack(back)
    expect(JSON.stringify(told)).not.toContain('Never to be read')
    await sitDownAs(desk.library, 'legal')
    const known = (await state()).threads.find(({ id }) => id === thread)
    expect(known?.messages).toHaveLength(1)
    expect(JSON.stringify((await desk.doc()).toJSON())).toContain(thread)
  })
})

describe('a clean copy', () => {
  test('decides nothing, and its edits are found', async () => {
    const sent = await desk.send('docx-clean')
    const plain = await editedText(sent, (xml) => xml.replace('Three ships', 'Four ships'))
    const told = await desk.bringBack(await savedBy(plain, READER))
    expect(told.brings).toMatchObject({ accepted: 0, rejected: 0 })
    expect(told.brings.untracked).toBeGreaterThan(0)
    const { changes } = await state()
    expect(
      changes.filter(({ state: one }) => one === 'open').map((row) => row.inserted || row.deleted),
    ).toEqual(expect.arrayContaining(['early ', 'outside, ']))
    expect(await finalText()).toContain('Four ships wait and')
  })
})

describe('a copy that comes twice', () => {
  test('with more in it the second time, brings what is more', async () => {
    const sent = await desk.send()
    const first = await savedBy(await insertAfter(sent, 'no answer', READER, ' at all'), READER)
    await desk.bringBack(first, 'first.docx')
    const second = await savedBy(
      await deleteWords(first, 'yesterday', READER),
      READER,
      '2026-11-21T12:00:00Z',
    )
    const told = await desk.bringBack(second, 'second.docx')
    expect(told.brings).toMatchObject({ changes: 1, untracked: 0 })
    expect(await finalText()).toContain('no answer at all to')
    expect(await finalText()).not.toContain('yesterday')
  })

  test('from two people, brings the work of both', async () => {
    const sent = await desk.send()
    await desk.bringBack(
      await savedBy(await insertAfter(sent, 'no answer', READER, ' at all'), READER),
      'a.docx',
    )
    const other = await savedBy(
      await insertAfter(sent, 'Three ships', 'Hugo Marrin', ' from Oyel'),
      'Hugo Marrin',
    )
    const told = await desk.bringBack(other, 'b.docx')
    expect(told.brings).toMatchObject({ changes: 1, accepted: 0, rejected: 0 })
    expect(await finalText()).toContain('Three ships from Oyel')
    expect(await finalText()).toContain('no answer at all to')
  })
})
