import type { Node } from 'prosemirror-model'
import type { Args } from '../../shared/contract.ts'
import { countRecords } from '../../shared/document/index/count-changes.ts'
import { schema } from '../../shared/document/schema.ts'
import type { ClaimId, SourceId, ThreadId } from '../../shared/model/ids.ts'
import { count } from '../../shared/rules/words.ts'
import { openHeadless } from './headless-editor.ts'
import type { Call, HeadlessEditor } from './headless-editor.ts'
import { asRole } from './demo-desk.ts'
import type { Desk, Say } from './demo-desk.ts'
import { sign } from './demo-way.ts'
import { paragraphsOf, rangeOf, sentencesOf } from './places.ts'

/**
 * The whole journey without a window, on any draft: import, marks, comments, claims with sources, a refused
 * approval, decisions, sign-offs, exports. It plays every role in turn, as a desk would.
 */

export type DemoDraft = { readonly name: string; readonly bytes: Uint8Array }

const FINE = { sum: '', speaker: '', spokenOn: '', wordForWord: false, holder: '', parties: [] } as const

/** Answers the names of the files that were written. */
export async function runDemo(
  call: Call,
  draft: DemoDraft,
  newId: () => string,
  say: Say,
): Promise<readonly string[]> {
  const imported = await call('articles.import', draft)
  const desk: Desk = { call, say, articleId: imported.articleId, newId }
  say(`Imported ${imported.name}${imported.warnings.map((warning) => `\n  ${warning.message}`).join('')}`)

  const editor = await asRole(desk, 'desk', (author) => openHeadless(call, desk.articleId, author, newId))
  await markUp(desk, editor)
  await comment(desk, editor)
  await pinClaims(desk, editor)
  const review = await exportAs(desk, 'docx-review')
  await showRefusal(desk)
  await clear(desk, editor)
  await sign(desk)
  return [review, await exportAs(desk, 'docx-clean'), await exportAs(desk, 'pdf-packet')]
}

/** A deletion, a replacement, an insertion, a split, a join, a format change, and the byline if there is none. */
async function markUp(desk: Desk, editor: HeadlessEditor): Promise<void> {
  const bodies = () => paragraphsOf(editor.doc(), 'body')
  const last = (node: Node, at: number) => {
    const sentence = sentencesOf(node, at).at(-1)
    return sentence ?? { from: at + 1, to: at + 1, text: '' }
  }
  await editor.edit((tr) => {
    const target = bodies()[0]
    if (target) tr.delete(last(target.node, target.at).from, last(target.node, target.at).to)
  })
  await editor.edit((tr) => {
    const target = bodies()[1]
    if (target)
      tr.insert(target.at + target.node.nodeSize - 1, schema.text(' The desk has asked for the dates.'))
  })
  await editor.edit((tr) => {
    const target = bodies()[2]
    const second = target && sentencesOf(target.node, target.at)[1]
    if (second) tr.split(second.from)
  })
  await editor.edit((tr) => {
    const target = bodies()[5]
    // Two sentences meet there, so a space is typed between them.
    if (target) tr.join(target.at).insert(target.at - 1, schema.text(' '))
  })
  await editor.edit((tr) => {
    const target = bodies()[1]
    const word = target && rangeOf(target.node, target.at, /\b[a-z]{6,}\b/)
    if (word) tr.addMark(word.from, word.to, schema.marks.em.create())
  })
  await editor.edit((tr) => {
    const target = bodies()[3]
    const word = target && rangeOf(target.node, target.at, /\b[a-z]{7,}\b/)
    if (word) tr.replaceWith(word.from, word.to, schema.text('[which?]'))
  })
  if (paragraphsOf(editor.doc(), 'byline').length === 0) await addByline(editor)
  const state = await desk.call('review.state', { articleId: desk.articleId })
  desk.say(`Marked up: ${count(countRecords(state.changes), 'tracked change', 'tracked changes')}.`)
}

async function addByline(editor: HeadlessEditor): Promise<void> {
  await editor.edit((tr) => {
    const headline = tr.doc.firstChild
    if (!headline) return
    const byline = schema.nodes.para.create({ style: 'byline' }, schema.text('By Jonah Pell'))
    tr.insert(headline.nodeSize, byline)
  })
}

async function comment(desk: Desk, editor: HeadlessEditor): Promise<void> {
  const place = paragraphsOf(editor.doc(), 'body')[1]
  const first = place && sentencesOf(place.node, place.at)[0]
  if (!first) return
  const id = desk.newId() as ThreadId
  const edit = editor.anchor('comment', id, [first])
  await desk.call('threads.create', {
    articleId: desk.articleId,
    edit,
    id,
    target: { kind: 'range' },
    level: 'must',
    assigneeId: null,
    text: 'Who says so? Name the record, or cut it.',
  })
  editor.settle(edit)
  await asRole(desk, 'reporter', () =>
    desk.call('threads.reply', {
      articleId: desk.articleId,
      threadId: id,
      text: 'The charge sheet does, page 3. I will attach it.',
    }),
  )
  desk.say('Commented, and the reporter replied.')
}

/** Three claims: one with two places, and two that overlap. */
async function pinClaims(desk: Desk, editor: HeadlessEditor): Promise<void> {
  const bodies = paragraphsOf(editor.doc(), 'body')
  const [a, b, c] = [bodies[1], bodies[2], bodies[4]].map((one) => (one ? sentencesOf(one.node, one.at) : []))
  const first = a?.[1] ?? a?.[0]
  const second = b?.[0]
  const third = c?.[0]
  if (!first || !second || !third) throw new Error('The draft is too short for the demonstration.')
  const half = {
    from: second.from,
    to: endOfWord(editor, second.from, Math.floor((second.from + second.to) / 2)),
  }
  await asRole(desk, 'desk', async () => {
    await addClaim(desk, editor, 'event', [first, third], 'It happened as the record shows, in both places.')
    await addClaim(desk, editor, 'event', [second], 'The arrest or operation took place.')
    await addClaim(desk, editor, 'opinion', [half], 'How it is valued.')
  })
  await sourceClaims(desk)
}

/** The last end of a word before `to`; itself where there is none. */
function endOfWord(editor: HeadlessEditor, from: number, to: number): number {
  const space = editor.doc().textBetween(from, to, ' ', ' ').lastIndexOf(' ')
  return space > 0 ? from + space : to
}

async function addClaim(
  desk: Desk,
  editor: HeadlessEditor,
  kind: Args<'claims.create'>['kind'],
  ranges: readonly { from: number; to: number }[],
  paraphrase: string,
): Promise<void> {
  const id = desk.newId() as ClaimId
  const edit = editor.anchor('claim', id, ranges)
  await desk.call('claims.create', { articleId: desk.articleId, edit, id, kind, risk: 'medium', paraphrase })
  editor.settle(edit)
}

async function sourceClaims(desk: Desk): Promise<void> {
  const sourceId = desk.newId() as SourceId
  await desk.call('sources.create', {
    articleId: desk.articleId,
    id: sourceId,
    fields: {
      kind: 'document',
      title: 'Operations record, as seen at the registry',
      grade: 'A',
      origin: 'Court registry',
      locator: 'p. 3, item 7',
      url: '',
      accessedAt: null,
      medium: 'paper copy, notes taken',
      period: 'November 2026',
      directKnowledge: true,
      onRecord: 'on-record',
      suppliedBy: null,
    },
  })
  const state = await desk.call('review.state', { articleId: desk.articleId })
  for (const claim of state.claims) {
    const details = {
      ...FINE,
      holder: claim.kind === 'opinion' ? 'The head of the service, in the record' : '',
    }
    // One act after another, each in its own transaction.
    // oxlint-disable-next-line no-await-in-loop
    await desk.call('claims.update', {
      articleId: desk.articleId,
      claimId: claim.id,
      kind: claim.kind,
      risk: claim.risk,
      paraphrase: claim.paraphrase,
      details,
    })
    // oxlint-disable-next-line no-await-in-loop
    await desk.call('claims.attach', {
      articleId: desk.articleId,
      claimId: claim.id,
      source: { sourceId, locator: 'p. 3', note: '' },
    })
  }
  desk.say(`Pinned ${state.claims.length} claims to a source.`)
}

async function showRefusal(desk: Desk): Promise<void> {
  const state = await desk.call('review.state', { articleId: desk.articleId })
  desk.say(`Approval would be refused now by ${state.blockers.length} blockers:`)
  for (const blocker of state.blockers) desk.say(`  ${blocker.code} ${blocker.title} ${blocker.detail}`)
}

/** Clears every row that blocks, each by the person whose work it is. */
async function clear(desk: Desk, editor: HeadlessEditor): Promise<void> {
  const { articleId, call } = desk
  const decided = await asRole(desk, 'desk', () => editor.decideAll('accepted', 'Read and agreed.'))
  const state = await call('review.state', { articleId })
  for (const thread of state.threads)
    // oxlint-disable-next-line no-await-in-loop
    await call('threads.resolve', { articleId, threadId: thread.id, resolved: true })
  await asRole(desk, 'checker', async () => {
    for (const claim of state.claims)
      // oxlint-disable-next-line no-await-in-loop
      await call('claims.setStatus', { articleId, claimId: claim.id, status: 'verified' })
  })
  const { article } = state
  await asRole(desk, 'desk', () =>
    call('articles.update', {
      articleId,
      slug: article.slug === '' ? 'demonstration' : article.slug,
      desk: article.desk,
      due: article.due,
      holderId: article.holderId,
      authorId: article.authorId,
    }),
  )
  desk.say(`Accepted ${count(decided, 'change', 'changes')}, resolved the comments, verified the claims.`)
}

async function exportAs(desk: Desk, kind: Args<'exports.create'>['kind']): Promise<string> {
  const made = await desk.call('exports.create', { articleId: desk.articleId, kind, audience: 'internal' })
  const saved = await desk.call('exports.save', { fileId: made.fileId })
  desk.say(`${made.name}: ${made.checked}`)
  return saved.kind === 'saved' ? saved.name : made.name
}
