import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Args } from '../../../../src/shared/contract.ts'
import { schema } from '../../../../src/shared/document/schema.ts'
import type { PersonId } from '../../../../src/shared/model/ids.ts'
import type { Thread, ThreadTarget } from '../../../../src/shared/model/thread.ts'
import { CLAIM, openEvidenceDesk, told } from '../../../support/evidence-desk.ts'
import type { EvidenceDesk } from '../../../support/evidence-desk.ts'
import { openTestLibrary, temporaryFolder } from '../../../support/library.ts'
import type { TestLibrary } from '../../../support/library.ts'

let folder: ReturnType<typeof temporaryFolder>
let library: TestLibrary
let desk: EvidenceDesk
let editor: PersonId

beforeEach(async () => {
  folder = temporaryFolder()
  library = await openTestLibrary(folder.path)
  desk = await openEvidenceDesk(library)
  editor = await desk.sitDown('desk')
})
afterEach(async () => {
  await library.core.close()
  folder.remove()
})

const of = () => ({ articleId: desk.articleId, threadId: 't1' })

function create(target: ThreadTarget, fields: Partial<Args<'threads.create'>> = {}) {
  const said = { edit: null, id: 't1', level: 'must', assigneeId: null, text: 'Which?' } as const
  return library.call('threads.create', { articleId: desk.articleId, target, ...said, ...fields })
}

async function thread(): Promise<Thread> {
  const found = (await desk.state()).threads.find((one) => one.id === 't1')
  if (!found) throw new Error('No comment')
  return found
}

describe('a comment', () => {
  test('is made on the article, on a claim, and on a change, and on nothing that is not there', async () => {
    await desk.addClaim()
    const words = schema.text('Big ', [schema.marks.insertion.create({ id: 'ch', author: editor })])
    await desk.save((tr) => void tr.insert(1, words))
    const targets = [
      { kind: 'article' },
      { kind: 'claim', claimId: CLAIM },
      { kind: 'change', changeId: 'ch' },
    ] as ThreadTarget[]
    for (const [place, target] of targets.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- one act after another
      expect(told(await create(target, { id: `t-${place}` }))).toBe('done')
    }
    expect((await desk.state()).threads.map((one) => one.target)).toEqual(targets)
    const noClaim = { kind: 'claim', claimId: 'never' } as unknown as ThreadTarget
    expect(told(await create(noClaim))).toBe(
      'The claim that was commented on is not there any more. The comment was not kept.',
    )
    const noChange = { kind: 'change', changeId: 'never' } as unknown as ThreadTarget
    expect(told(await create(noChange))).toContain('The change that was commented on is not there any more')
    expect(told(await create({ kind: 'article' }, { text: '   ' }))).toBe('A comment needs words.')
  })

  test('keeps every wording it had, and what the log says of it are no words of it', async () => {
    await create({ kind: 'article' })
    const messageId = (await thread()).messages[0]?.id ?? ''
    const reword = (text: string) => library.must('threads.editMessage', { ...of(), messageId, text })
    await reword('Which office?')
    await reword('Which office?')
    await reword('Which office, and when?')
    await library.must('threads.reply', { ...of(), text: 'The registry.' })
    expect((await thread()).messages).toMatchObject([
      { text: 'Which office, and when?', earlier: [{ text: 'Which?' }, { text: 'Which office?' }] },
      { text: 'The registry.', earlier: [] },
    ])
    const log = await library.must('review.log', { articleId: desk.articleId })
    expect(JSON.stringify(log)).not.toMatch(/Which|registry/)
    expect(log.slice(1).map((event) => event.summary)).toEqual([
      'Comment on the whole article: must.',
      'A comment was reworded; what it said before is kept with it.',
      'A comment was reworded; what it said before is kept with it.',
      'Reply to a comment on the whole article.',
    ])
  })

  test('is resolved and opened again, with level and assignee, by anybody', async () => {
    await create({ kind: 'article' })
    const copy = await desk.sitDown('copy')
    await library.must('threads.resolve', { ...of(), resolved: true })
    expect(await thread()).toMatchObject({ resolvedBy: copy })
    await library.must('threads.resolve', { ...of(), resolved: true })
    await library.must('threads.resolve', { ...of(), resolved: false })
    expect(await thread()).toMatchObject({ resolvedBy: null, resolvedAt: null })
    await library.must('threads.set', { ...of(), level: 'fyi', assigneeId: editor })
    expect(await thread()).toMatchObject({ level: 'fyi', assigneeId: editor, audience: 'desk' })
    const kinds = (await library.must('review.log', { articleId: desk.articleId })).map((one) => one.kind)
    expect(kinds.slice(1)).toEqual(['thread.create', 'thread.resolve', 'thread.reopen', 'thread.set'])
  })

  test('is assigned to somebody of the library, and answered where it is', async () => {
    const words = 'The person it is assigned to is not in the library. Nothing was changed.'
    expect(told(await create({ kind: 'article' }, { assigneeId: 'never' }))).toBe(words)
    await create({ kind: 'article' })
    const set = { ...of(), level: 'must', assigneeId: 'never' } as const
    expect(told(await library.call('threads.set', set))).toBe(words)
    const reply = { ...of(), threadId: 'never', text: 'x' }
    expect(told(await library.call('threads.reply', reply))).toBe(
      'This comment is not in the article any more. Nothing was changed.',
    )
  })

  test('sent twice, is there once', async () => {
    await create({ kind: 'article' })
    expect(told(await create({ kind: 'article' }))).toBe('done')
    expect((await desk.state()).threads).toHaveLength(1)
  })
})
