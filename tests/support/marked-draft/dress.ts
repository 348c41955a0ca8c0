import type { Transform } from 'prosemirror-transform'
import { openHeadless } from '../../../src/main/cli/headless-editor.ts'
import { indexDocument } from '../../../src/shared/document/index/document-index.ts'
import { rangesOf } from '../../../src/shared/document/index/index-places.ts'
import { schema } from '../../../src/shared/document/schema.ts'
import type { SourceId, ThreadId } from '../../../src/shared/model/ids.ts'
import type { MarkedDraft } from './list.ts'
import { sitDown } from './mark-up.ts'
import type { Marked, Tools } from './mark-up.ts'
import { settle, settlings, source } from './settle.ts'
import type { Settling } from './settle.ts'

/**
 * Makes it a review in the middle of its work, for pictures: of the claims some are verified, some only sourced, one each is
 * disputed and unverifiable, one is stale and one has lost its words; comments are answered, resolved and reworded;
 * the text has open changes.
 */
export async function dress(tools: Tools, marked: Marked, list: MarkedDraft): Promise<void> {
  const all = settlings(marked, list)
  const amount = Math.ceil(all.length / 3)
  for (const [place, settling] of all.entries()) {
    // One act after another, each in its own transaction.
    // oxlint-disable-next-line no-await-in-loop
    if (place < amount) await (place % 3 === 2 ? source : settle)(tools, settling)
  }
  await judge(tools, all.slice(amount))
  await talk(tools, marked)
  await edit(tools, marked, all)
}

/** Two that stand badly, and a second source for what has one already. */
async function judge({ call, newId }: Tools, open: readonly Settling[]): Promise<void> {
  const [disputed, unverifiable] = open
  if (!disputed || !unverifiable) throw new Error('The list has too few claims to be dressed.')
  const { articleId } = disputed
  const id = newId() as SourceId
  await call('sources.create', {
    articleId,
    id,
    fields: {
      kind: 'person',
      title: 'An officer of the coast service',
      grade: 'D',
      origin: 'The service itself',
      locator: '',
      url: '',
      accessedAt: null,
      medium: 'notes',
      period: '',
      directKnowledge: true,
      onRecord: 'unnamed',
      suppliedBy: null,
    },
  })
  await call('claims.attach', {
    articleId,
    claimId: disputed.claimId,
    source: { sourceId: id, locator: '', note: 'Says it was otherwise.', stance: 'contradicts' },
  })
  await sitDown({ call, newId }, 'checker')
  await call('claims.setStatus', { articleId, claimId: disputed.claimId, status: 'disputed' })
  await call('claims.setStatus', { articleId, claimId: unverifiable.claimId, status: 'unverifiable' })
  await sitDown({ call, newId }, 'desk')
}

/** Answers, resolves and rewords some of the comments. */
async function talk(tools: Tools, { articleId, threads }: Marked): Promise<void> {
  const { call } = tools
  const each = async (every: number, act: (threadId: ThreadId) => Promise<unknown>) => {
    for (const [place, threadId] of threads.entries()) {
      // oxlint-disable-next-line no-await-in-loop
      if (place % every === 1) await act(threadId)
    }
  }
  const reporter = await sitDown(tools, 'reporter')
  await each(5, (threadId) =>
    call('threads.reply', { articleId, threadId, text: 'I have asked; the answer comes tomorrow.' }),
  )
  const desk = await sitDown(tools, 'desk')
  await each(7, (threadId) => call('threads.resolve', { articleId, threadId, resolved: true }))
  await each(9, async (threadId) => {
    const { threads: now } = await call('review.state', { articleId })
    const level = now.find(({ id }) => id === threadId)?.level ?? 'should'
    await call('threads.set', { articleId, threadId, level, assigneeId: reporter })
  })
  const { threads: now } = await call('review.state', { articleId })
  const own = now.find(({ messages }) => messages[0]?.authorId === desk)
  const message = own?.messages[0]
  if (!own || !message) return
  const text = `${message.text} Before Thursday, please.`
  await call('threads.editMessage', { articleId, threadId: own.id, messageId: message.id, text })
}

/** Changes one word of a verified claim, and takes all words of another away. */
async function edit(tools: Tools, { articleId }: Marked, all: readonly Settling[]): Promise<void> {
  const author = await sitDown(tools, 'desk')
  const editor = await openHeadless(tools.call, articleId, author, tools.newId)
  const places = (id: string | undefined) => rangesOf(indexDocument(editor.doc()), 'claim', id ?? '')
  const remove = (id: string | undefined) => (transform: Transform) => {
    for (const { from, to } of places(id).toReversed()) transform.delete(from, to)
  }
  await editor.edit((transform) => {
    const first = places(all[0]?.claimId)[0]
    if (first) transform.insert(Math.floor((first.from + first.to) / 2), schema.text('[which?]'))
  })
  await editor.edit(remove(all.at(-1)?.claimId))
}
