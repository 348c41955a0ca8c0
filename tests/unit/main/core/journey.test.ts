import type { Node } from 'prosemirror-model'
import type { Transform } from 'prosemirror-transform'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Args, Edit, Outcome } from '../../../../src/shared/contract.ts'
import { schema } from '../../../../src/shared/document/schema.ts'
import { parseDocument } from '../../../../src/shared/document/stored-steps.ts'
import type { Slot } from '../../../../src/shared/model/approval.ts'
import { ROLE_OF_SLOT } from '../../../../src/shared/model/approval.ts'
import { NO_DETAILS } from '../../../../src/shared/model/claim.ts'
import type { ArticleId, ClaimId, MessageId, SourceId, ThreadId } from '../../../../src/shared/model/ids.ts'
import type { Role } from '../../../../src/shared/model/person.ts'
import type { ReviewState } from '../../../../src/shared/model/review.ts'
import { editOf, openTestLibrary, temporaryFolder } from '../../../support/library.ts'
import type { TestLibrary } from '../../../support/library.ts'

let folder: ReturnType<typeof temporaryFolder>
let library: TestLibrary
let articleId: ArticleId

const DRAFT = 'Task force breaks up ring\nBy Jonah Pell\nThe ring moved fuel for years. Officials knew.'

beforeEach(async () => {
  folder = temporaryFolder()
  library = await openTestLibrary(folder.path)
  const bytes = new TextEncoder().encode(DRAFT)
  articleId = (await library.must('articles.import', { name: 'draft.txt', bytes })).articleId
})
afterEach(async () => {
  await library.core.close()
  folder.remove()
})

async function reopenLibrary(): Promise<void> {
  await library.core.close()
  library = await openTestLibrary(folder.path)
}

async function sitDown(role: Role): Promise<string> {
  const { people } = await library.must('session.get', {})
  const person = people.find((one) => one.roles.includes(role))
  if (!person) throw new Error(role)
  await library.must('session.switch', { personId: person.id, role })
  return person.id
}

async function openDocument(): Promise<{ doc: Node; seq: number; state: ReviewState }> {
  const opened = await library.must('review.open', { articleId })
  const parsed = parseDocument(opened.doc)
  if (!parsed.ok) throw new Error(parsed.message)
  return { doc: parsed.doc, seq: opened.state.seq, state: opened.state }
}

async function nextEdit(change: (transform: Transform) => void): Promise<Edit> {
  const { doc, seq } = await openDocument()
  return editOf(doc, seq, change)
}

type Decided = Args<'document.save'>['decided']

async function save(
  change: (transform: Transform) => void,
  decided: Decided = [],
): Promise<Outcome<unknown>> {
  return library.call('document.save', { articleId, edit: await nextEdit(change), decided })
}

function inserted(id: string, author: string, text: string): Node {
  return schema.text(text, [schema.marks.insertion.create({ id, author })])
}

/** Where words stand. */
function rangeOf(doc: Node, words: string): { from: number; to: number } {
  let from = -1
  doc.descendants((node, at) => {
    if (node.isText && node.text?.includes(words)) from = at + node.text.indexOf(words)
  })
  if (from < 0) throw new Error(`No “${words}”`)
  return { from, to: from + words.length }
}

async function anchor(mark: 'comment' | 'claim', id: string, words: string): Promise<Edit> {
  return nextEdit((transform) => {
    const { from, to } = rangeOf(transform.doc, words)
    transform.addMark(from, to, schema.marks[mark].create({ id }))
  })
}

function state(): Promise<ReviewState> {
  return library.must('review.state', { articleId })
}

async function codes(): Promise<string[]> {
  return (await state()).blockers.map((blocker) => blocker.code)
}

async function sign(slot: Slot, fields: Partial<Args<'approval.sign'>> = {}): Promise<Outcome<ReviewState>> {
  await sitDown(ROLE_OF_SLOT[slot])
  const { textHash, evidenceHash } = await state()
  return library.call('approval.sign', {
    articleId,
    slot,
    decision: 'approve',
    conditions: '',
    typedName: 'As typed',
    textHash,
    evidenceHash,
    utcOffset: 60,
    ...fields,
  })
}

async function nameSlug(slug = 'ring-26'): Promise<ReviewState> {
  const details = { slug, desk: 'Regional', due: null, holderId: null, authorId: null }
  return library.must('articles.update', { articleId, ...details })
}

const SOURCE_ID = 's1' as SourceId
const CLAIM_ID = 'c1' as ClaimId
const THREAD_ID = 't1' as ThreadId

const record: Args<'sources.create'>['fields'] = {
  kind: 'document',
  title: 'Charge sheet',
  grade: 'A',
  origin: 'Court registry',
  locator: 'p. 3',
  url: '',
  accessedAt: null,
  medium: '',
  period: '',
  directKnowledge: true,
  onRecord: 'on-record',
  suppliedBy: null,
}

async function addClaim(words = 'moved fuel'): Promise<ReviewState> {
  const edit = await anchor('claim', CLAIM_ID, words)
  const said = { kind: 'event', risk: 'medium', paraphrase: 'Fuel was moved.' } as const
  return library.must('claims.create', { articleId, edit, id: CLAIM_ID, ...said })
}

async function addSource(): Promise<ReviewState> {
  await library.must('sources.create', { articleId, id: SOURCE_ID, fields: record })
  const source = { sourceId: SOURCE_ID, locator: 'item 7', note: '' }
  return library.must('claims.attach', { articleId, claimId: CLAIM_ID, source })
}

function verify(): Promise<Outcome<ReviewState>> {
  return library.call('claims.setStatus', { articleId, claimId: CLAIM_ID, status: 'verified' })
}

async function grantWaiver(): Promise<Outcome<ReviewState>> {
  const { actor } = await library.must('session.get', {})
  return library.call('waivers.grant', {
    articleId,
    id: 'w1',
    claimId: CLAIM_ID,
    rules: ['R6'],
    category: 'time',
    reason: 'The record office opens on Monday only.',
    askedBy: actor.personId,
    throughVersion: 1,
  })
}

async function approveAll(): Promise<ReviewState> {
  await nameSlug()
  for (const slot of ['desk', 'facts', 'copy', 'approval'] as const) {
    // One signature after another, each by another person.
    // oxlint-disable-next-line no-await-in-loop
    const outcome = await sign(slot)
    if (!outcome.ok) throw new Error(outcome.error.message)
  }
  return state()
}

function errorOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'done' : outcome.error.code
}

test('the whole way: import, mark up, comment, claim, source, sign, lock, re-open', async () => {
  const desk = await sitDown('desk')
  expect(await save((tr) => void tr.insert(1, inserted('ch1', desk, 'Big ')))).toMatchObject({ ok: true })
  const edit = await anchor('comment', THREAD_ID, 'Officials')
  const target = { kind: 'range' } as const
  const said = { level: 'must', assigneeId: null, text: 'Which?' } as const
  await library.must('threads.create', { articleId, edit, id: THREAD_ID, target, ...said })
  await addClaim()

  const blocked = await sign('approval')
  expect(blocked).toMatchObject({ ok: false, error: { code: 'blocked' } })
  const told = blocked.ok ? '' : blocked.error.message
  expect(told.match(/B\d+/g)).toEqual(['B1', 'B2', 'B3', 'B5', 'B9'])
  expect(told).toContain('B1: 1 change is open.')
  expect((await state()).signOffs).toEqual([])

  await sitDown('desk')
  const accepted = await save(
    (tr) => void tr.removeMark(0, tr.doc.content.size, schema.marks.insertion),
    [{ changeIds: ['ch1'], verdict: 'accepted', reason: 'Agreed.' }],
  )
  expect(errorOf(accepted)).toBe('done')
  await library.must('threads.resolve', { articleId, threadId: THREAD_ID, resolved: true })
  await sitDown('checker')
  expect(errorOf(await verify())).toBe('refused')
  await addSource()
  expect(errorOf(await verify())).toBe('done')
  await nameSlug()
  expect(await codes()).toEqual(['B5'])

  const approved = await approveAll()
  expect(approved.article).toMatchObject({
    status: 'approved',
    locked: true,
    headline: 'Big Task force breaks up ring',
  })
  expect(approved.blockers).toEqual([])
  expect(approved.slots.map((slot) => slot.state)).toEqual([
    'signed',
    'signed',
    'signed',
    'not-needed',
    'not-needed',
    'signed',
  ])

  expect(await save((tr) => void tr.insert(1, schema.text('x')))).toMatchObject({
    ok: false,
    error: { code: 'locked' },
  })
  await sitDown('desk')
  const reopened = await library.must('approval.reopen', { articleId, reason: 'A name was wrong.' })
  expect(reopened.article).toMatchObject({ status: 'desk-edit', locked: false, version: 2 })
  expect(reopened.slots.at(-1)).toMatchObject({ state: 'void', cause: 're-opened' })
  expect(errorOf(await save((tr) => void tr.insert(1, schema.text('x'))))).toBe('done')
  expect(await codes()).toEqual(['B5'])

  const before = await state()
  await reopenLibrary()
  expect(await state()).toEqual(before)
  expect(await library.must('review.verify', { articleId })).toMatchObject({ ok: true, signOffs: 4 })
})

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

describe('claims', () => {
  test('the reporter verifies nothing, whatever the sources', async () => {
    await addClaim()
    await addSource()
    await sitDown('reporter')
    expect(errorOf(await verify())).toBe('refused')
  })

  test('nobody verifies a claim whose only sources they supplied', async () => {
    await addClaim()
    await addSource()
    const checker = await sitDown('checker')
    const update = (suppliedBy: string | null) =>
      library.must('sources.update', { articleId, sourceId: SOURCE_ID, fields: { ...record, suppliedBy } })
    await update(checker)
    expect(errorOf(await verify())).toBe('refused')
    await update(null)
    expect(errorOf(await verify())).toBe('done')
  })

  test('the refusal says which rule, why, and what would meet it', async () => {
    await addClaim()
    await sitDown('checker')
    const outcome = await verify()
    const message = outcome.ok ? '' : outcome.error.message
    expect(message).toContain('R6 Event: Neither one record')
    expect(message).toContain('To meet it: Attach a grade A record')
  })

  test('a verified claim goes stale with its words, and is fresh again when they come back', async () => {
    await addClaim()
    await addSource()
    await sitDown('checker')
    await verify()
    await save((tr) => {
      const { to } = rangeOf(tr.doc, 'moved')
      tr.insert(to, schema.text('x', [schema.marks.claim.create({ id: CLAIM_ID })]))
    })
    expect((await state()).claims).toMatchObject([{ stale: true, cleared: false, words: 'movedx fuel' }])
    await save((tr) => {
      const { from, to } = rangeOf(tr.doc, 'x fuel')
      tr.delete(from, to - 5)
    })
    expect((await state()).claims).toMatchObject([{ stale: false, cleared: true }])
  })

  test('a rule is waived only by a role it names, and the claim runs under that by name', async () => {
    await addClaim()
    const waive = () => library.call('claims.setStatus', { articleId, claimId: CLAIM_ID, status: 'waived' })
    await sitDown('desk')
    expect(errorOf(await waive())).toBe('refused')
    await sitDown('copy')
    expect(errorOf(await grantWaiver())).toBe('refused')
    await sitDown('desk')
    expect(errorOf(await grantWaiver())).toBe('done')
    expect((await state()).claims).toMatchObject([{ status: 'found', cleared: false }])
    expect(errorOf(await waive())).toBe('done')
    expect((await state()).claims).toMatchObject([{ status: 'waived', cleared: true }])
  })

  test('no way of settling a claim goes past its rules', async () => {
    await addClaim()
    await sitDown('checker')
    const set = (status: Args<'claims.setStatus'>['status']) =>
      library.call('claims.setStatus', { articleId, claimId: CLAIM_ID, status })
    expect(errorOf(await set('opinion-labelled'))).toBe('refused')
    expect(errorOf(await set('cut'))).toBe('refused')
    await save((tr) => {
      const { from, to } = rangeOf(tr.doc, 'moved fuel')
      tr.delete(from, to)
    })
    expect(errorOf(await set('cut'))).toBe('done')
    expect(errorOf(await verify())).toBe('refused')
  })

  test('a waiver ends when the claim becomes one of another kind or risk', async () => {
    await addClaim()
    await sitDown('desk')
    await grantWaiver()
    await library.must('claims.setStatus', { articleId, claimId: CLAIM_ID, status: 'waived' })
    const said = { articleId, claimId: CLAIM_ID, paraphrase: '', details: NO_DETAILS } as const
    const same = await library.must('claims.update', { ...said, kind: 'event', risk: 'medium' })
    expect(same.claims).toMatchObject([{ status: 'waived', cleared: true }])
    const other = await library.must('claims.update', { ...said, kind: 'allegation', risk: 'medium' })
    expect(other.claims).toMatchObject([{ status: 'checking', cleared: false }])
    expect(other.waivers.map((waiver) => waiver.endedAt === null)).toEqual([false])
  })

  test('an unnamed source needs an editor who is not the reporter, and keeps the word only as described', async () => {
    const fields = {
      ...record,
      kind: 'person',
      grade: 'D',
      onRecord: 'unnamed',
      title: 'An official',
    } as const
    await library.must('sources.create', { articleId, id: SOURCE_ID, fields })
    const attest = () =>
      library.call('sources.attest', { articleId, sourceId: SOURCE_ID, reason: 'At risk.' })
    await sitDown('reporter')
    expect(errorOf(await attest())).toBe('refused')
    await sitDown('standards')
    expect(errorOf(await attest())).toBe('done')
    const changed = { ...fields, title: 'Another official' }
    const after = await library.must('sources.update', { articleId, sourceId: SOURCE_ID, fields: changed })
    expect(after.sources[0]?.attestation).toBeNull()
  })

  test('a claim without a place in the text is not kept', async () => {
    const args = { articleId, edit: null, id: CLAIM_ID, kind: 'event', risk: 'low', paraphrase: '' } as const
    expect(errorOf(await library.call('claims.create', args))).toBe('refused')
    expect((await state()).claims).toEqual([])
  })

  test('sent twice, a claim is there once', async () => {
    const edit = await anchor('claim', CLAIM_ID, 'moved fuel')
    const args = { articleId, edit, id: CLAIM_ID, kind: 'event', risk: 'low', paraphrase: '' } as const
    await library.must('claims.create', args)
    expect((await library.must('claims.create', args)).claims).toHaveLength(1)
  })
})

test('what was typed travels with an act that is sent again, and is stored all the same', async () => {
  await addClaim()
  const claim = { id: CLAIM_ID, kind: 'event', risk: 'low', paraphrase: '' } as const
  const typed = await nextEdit((tr) => tr.insert(1, schema.text('Typed. ')))
  await library.must('claims.create', { articleId, edit: typed, ...claim })
  const comment = { target: { kind: 'article' }, level: 'fyi', assigneeId: null, text: 'x' } as const
  await library.must('threads.create', { articleId, edit: null, id: THREAD_ID, ...comment })
  const more = await nextEdit((tr) => tr.insert(1, schema.text('More. ')))
  const state = await library.must('threads.create', { articleId, edit: more, id: THREAD_ID, ...comment })
  expect(state.article.headline).toBe('More. Typed. Task force breaks up ring')
  expect([state.claims.length, state.threads.length]).toEqual([1, 1])
})

describe('approval', () => {
  test('each slot is signed in its role', async () => {
    await sitDown('desk')
    const { textHash, evidenceHash } = await state()
    const args = {
      articleId,
      decision: 'approve',
      conditions: '',
      typedName: 'x',
      textHash,
      evidenceHash,
    } as const
    const outcome = await library.call('approval.sign', { ...args, slot: 'facts', utcOffset: 0 })
    expect(errorOf(outcome)).toBe('refused')
  })

  test('a sheet that shows an older text or older evidence is refused', async () => {
    expect(errorOf(await sign('desk', { textHash: '0'.repeat(64) }))).toBe('refused')
    const outcome = await sign('desk', { evidenceHash: '0'.repeat(64) })
    expect(outcome.ok ? '' : outcome.error.message).toContain(
      'The evidence changed since you opened this sheet',
    )
  })

  test('conditions and reasons must be written', async () => {
    expect(errorOf(await sign('desk', { decision: 'approve-with-conditions' }))).toBe('refused')
    expect(errorOf(await sign('desk', { decision: 'return' }))).toBe('refused')
    const returned = await sign('desk', { decision: 'return', conditions: 'No periods given.' })
    expect(returned).toMatchObject({ ok: true, value: { article: { status: 'returned', locked: false } } })
  })

  test('nobody approves their own story', async () => {
    const authorId = await sitDown('approver')
    await library.must('articles.update', {
      articleId,
      slug: 's',
      desk: '',
      due: null,
      holderId: null,
      authorId,
    })
    const outcome = await sign('approval')
    expect(outcome.ok ? '' : outcome.error.message).toContain('Nobody approves their own story')
  })

  test.each(['returned', 'held', 'killed'] as const)('what is %s is not approved', async (status) => {
    await nameSlug()
    for (const slot of ['desk', 'facts', 'copy'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one signature after another
      await sign(slot)
    }
    await library.must('articles.move', { articleId, status, reason: 'The court.' })
    const outcome = await sign('approval')
    expect(outcome.ok ? '' : outcome.error.message).toContain(`The article is ${status}`)
    await library.must('articles.move', { articleId, status: 'ready', reason: '' })
    expect(errorOf(await sign('approval'))).toBe('done')
  })

  test('an edit voids the signatures on the old text', async () => {
    await sign('desk')
    await save((tr) => void tr.insert(1, schema.text('x')))
    expect((await state()).slots[0]).toMatchObject({ slot: 'desk', state: 'void', cause: 'text changed' })
  })

  test('what is approved changes in nothing until it is re-opened', async () => {
    await addClaim()
    await addSource()
    await sitDown('checker')
    await verify()
    await approveAll()
    const said = { kind: 'event', risk: 'low', paraphrase: '' } as const
    const acts: Outcome<unknown>[] = [
      await library.call('claims.update', { articleId, claimId: CLAIM_ID, ...said, details: NO_DETAILS }),
      await library.call('claims.setStatus', { articleId, claimId: CLAIM_ID, status: 'disputed' }),
      await library.call('claims.detach', { articleId, claimId: CLAIM_ID, sourceId: SOURCE_ID }),
      await library.call('sources.update', { articleId, sourceId: SOURCE_ID, fields: record }),
      await library.call('articles.move', { articleId, status: 'draft', reason: '' }),
      await sign('desk'),
    ]
    expect(acts.map(errorOf)).toEqual(acts.map(() => 'locked'))
    await sitDown('reporter')
    expect(errorOf(await library.call('approval.reopen', { articleId, reason: 'x' }))).toBe('refused')
  })
})

describe('articles', () => {
  test('approved and filed are not moved to; leaving the desk needs a reason', async () => {
    const move = (status: Args<'articles.move'>['status'], reason = '') =>
      library.call('articles.move', { articleId, status, reason })
    expect(errorOf(await move('approved'))).toBe('refused')
    expect(errorOf(await move('held'))).toBe('refused')
    expect(errorOf(await move('held', 'Until the ruling.'))).toBe('done')
    expect(errorOf(await move('fact-check'))).toBe('done')
  })

  test('the list carries what is open; the search knows the newest text', async () => {
    const desk = await sitDown('desk')
    await save((tr) => void tr.insert(1, inserted('a', desk, 'Estuary ')))
    await addClaim()
    expect(await library.must('articles.list', {})).toMatchObject([
      { openChanges: 1, openClaims: 1, openMusts: 0, slotsRequired: 4, slotsSigned: 0, blockers: 4 },
    ])
    expect(await library.must('articles.search', { query: 'estuary fuel' })).toEqual([articleId])
    expect(await library.must('articles.search', { query: 'harbour fuel' })).toEqual([])
    await nameSlug('harbour-26')
    expect(await library.must('articles.search', { query: 'harbour fuel' })).toEqual([articleId])
  })
})

describe('exports', () => {
  test('a file is made, logged, and handed over by its id', async () => {
    const args = { articleId, kind: 'docx-clean', audience: 'internal' } as const
    const made = await library.must('exports.create', args)
    expect(await library.must('exports.save', { fileId: made.fileId })).toEqual({
      kind: 'saved',
      name: 'docx-clean.txt',
    })
    expect((await library.must('review.log', { articleId })).at(-1)?.summary).toContain(
      'Exported “docx-clean.txt”',
    )
    const outcome = await library.call('exports.create', { ...args, kind: 'package' })
    expect(errorOf(outcome)).toBe('not-available')
  })
  test('a disk that does not take the file is told in words, and the export is kept', async () => {
    const args = { articleId, kind: 'docx-clean', audience: 'internal' } as const
    const { fileId } = await library.must('exports.create', args)
    library.trouble = Object.assign(new Error('no space left, write'), { code: 'ENOSPC' })
    expect(await library.call('exports.save', { fileId })).toEqual({
      ok: false,
      error: {
        code: 'not-available',
        message:
          '“docx-clean.txt” could not be written (ENOSPC). The export is kept; save it somewhere else.',
      },
    })
    library.trouble = null
    expect(errorOf(await library.call('exports.save', { fileId }))).toBe('done')
  })
})

test('what the system does not open or read is told in words', async () => {
  library.trouble = Object.assign(new Error('denied'), { code: 'EACCES' })
  expect(await library.call('articles.openDialog', {})).toMatchObject({
    error: {
      code: 'unreadable-file',
      message: 'A file that was chosen could not be read (EACCES). Nothing was imported.',
    },
  })
  library.trouble = new Error('no application is there')
  expect(await library.call('shell.openExternal', { url: 'https://example.org/' })).toMatchObject({
    error: { code: 'not-available', message: expect.stringContaining('https://example.org/') as string },
  })
})
