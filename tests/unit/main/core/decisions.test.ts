import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { Step } from 'prosemirror-transform'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Args, Edit, Outcome } from '../../../../src/shared/contract.ts'
import { decide } from '../../../../src/shared/document/decide/decide.ts'
import { schema } from '../../../../src/shared/document/schema.ts'
import { parseDocument } from '../../../../src/shared/document/stored-steps.ts'
import { trackChanges } from '../../../../src/shared/document/tracking/tracker.ts'
import type { ArticleId, ChangeId, ChangeSetId } from '../../../../src/shared/model/ids.ts'
import type { Role } from '../../../../src/shared/model/person.ts'
import { counter } from '../../../support/document.ts'
import { openTestLibrary, temporaryFolder } from '../../../support/library.ts'
import type { TestLibrary } from '../../../support/library.ts'

/** A window at the desk: it tracks, decides and undoes, and tells main what it did. */

let folder: ReturnType<typeof temporaryFolder>
let library: TestLibrary
let articleId: ArticleId
let doc: Node
let author: string
let newId: () => string

beforeEach(async () => {
  folder = temporaryFolder()
  library = await openTestLibrary(folder.path)
  const bytes = new TextEncoder().encode('Harbour fees\nThe colour of the harbour was grey.')
  articleId = (await library.must('articles.import', { name: 'draft.txt', bytes })).articleId
  newId = counter()
  await sitDown('desk')
})
afterEach(async () => {
  await library.core.close()
  folder.remove()
})

async function sitDown(role: Role): Promise<void> {
  const { people } = await library.must('session.get', {})
  const person = people.find((one) => one.roles.includes(role))
  if (!person) throw new Error(role)
  await library.must('session.switch', { personId: person.id, role })
  author = person.id
  await load()
}

async function load(): Promise<number> {
  const opened = await library.must('review.open', { articleId })
  const parsed = parseDocument(opened.doc)
  if (!parsed.ok) throw new Error(parsed.message)
  doc = parsed.doc
  return opened.state.seq
}

type Save = Partial<Pick<Args<'document.save'>, 'decided'>> & Pick<Edit, 'changeSets'>

async function send(steps: readonly Step[], beside: Save = {}): Promise<Outcome<unknown>> {
  const { decided = [], ...sets } = beside
  const baseSeq = await load()
  const wire = steps.map((step) => step.toJSON() as Edit['steps'][number])
  const edit: Edit = { baseSeq, batchId: newId(), steps: wire, ...sets }
  const outcome = await library.call('document.save', { articleId, edit, decided })
  await load()
  return outcome
}

function tracked(change: (transform: Transform) => void, base = doc): Transform {
  const local = new Transform(base)
  change(local)
  return trackChanges(base, { doc: local.doc, maps: local.mapping.maps }, { author, newId }).transform
}

function replaced(words: string, by: string, base = doc): Transform {
  return tracked((tr) => {
    base.descendants((node, at) => {
      const place = node.isText ? (node.text ?? '').indexOf(words) : -1
      if (place >= 0) tr.replaceWith(at + place, at + place + words.length, schema.text(by))
    })
  }, base)
}

async function told(): Promise<string[]> {
  const { changes } = await library.must('review.state', { articleId })
  return changes.map((one) => `${one.id} ${one.kind} ${one.state} ${one.groupId ?? '-'}`).toSorted()
}

async function summaries(): Promise<string[]> {
  return (await library.must('review.log', { articleId })).slice(1).map((event) => event.summary)
}

async function decisions(): Promise<string[]> {
  const all = await library.must('review.decisions', { articleId })
  return all.map((one) => `${one.changeId} ${one.verdict} ${one.reason ?? ''}`.trim())
}

const accepted = (ids: readonly string[], reason = '') => ({
  changeIds: ids as ChangeId[],
  verdict: 'accepted' as const,
  reason,
})

function inverseOf({ steps, docs }: Transform): Step[] {
  return steps.map((step, index) => step.invert(docs[index] ?? doc)).toReversed()
}

describe('a replacement', () => {
  test('keeps its halves together from the save on, and counts as one when it is decided', async () => {
    await send(replaced('grey', 'blue').steps)
    expect(await told()).toEqual(['c1 deletion open c1', 'c2 insertion open c1'])
    const steps = decide(doc, new Set(['c1', 'c2']), 'accept').steps
    await send(steps, { decided: [accepted(['c1', 'c2'], 'Agreed.')] })
    expect(await told()).toEqual(['c1 deletion accepted c1', 'c2 insertion accepted c1'])
    expect(await summaries()).toEqual(['Accepted 1 change. Reason: Agreed.'])
    const [row] = (await library.must('articles.list', {})).rows
    expect(row?.openChanges).toBe(0)
  })

  test('of which one half is decided counts as one each time', async () => {
    await send(replaced('grey', 'blue').steps)
    await send(decide(doc, new Set(['c1']), 'accept').steps, { decided: [accepted(['c1'])] })
    expect(await told()).toEqual(['c1 deletion accepted -', 'c2 insertion open -'])
    await send(decide(doc, new Set(['c2']), 'accept').steps, { decided: [accepted(['c2'])] })
    expect(await summaries()).toEqual(['Accepted 1 change.', 'Accepted 1 change.'])
  })

  test('typed and decided in one batch is on record like any other', async () => {
    const typed = replaced('grey', 'blue')
    const steps = [...typed.steps, ...decide(typed.doc, 'all', 'accept').steps]
    await send(steps, { decided: [accepted(['c1', 'c2'])] })
    expect(await told()).toEqual(['c1 deletion accepted c1', 'c2 insertion accepted c1'])
    expect(await summaries()).toEqual(['Accepted 1 change.'])
  })
})

describe('a decision', () => {
  test('that is undone and taken up again stays on record each time, with its reason', async () => {
    await send(replaced('grey', 'blue').steps)
    const decision = decide(doc, 'all', 'accept')
    await send(decision.steps, { decided: [accepted(['c1', 'c2'], 'Agreed.')] })
    await send(inverseOf(decision))
    expect(await told()).toEqual(['c1 deletion open c1', 'c2 insertion open c1'])
    await send(decision.steps)
    expect(await told()).toEqual(['c1 deletion accepted c1', 'c2 insertion accepted c1'])
    const { changes } = await library.must('review.state', { articleId })
    expect(changes.map((one) => one.reason)).toEqual(['Agreed.', 'Agreed.'])
    expect(await decisions()).toEqual([
      'c1 accepted Agreed.',
      'c2 accepted Agreed.',
      'c1 undone',
      'c2 undone',
      'c1 accepted Agreed.',
      'c2 accepted Agreed.',
    ])
    expect(await summaries()).toEqual([
      'Accepted 1 change. Reason: Agreed.',
      'Decision undone: 1 change open again.',
      'Accepted 1 change. Reason: Agreed.',
    ])
  })

  test('among typing in one batch is found, and what goes along with it is not called decided', async () => {
    await send(tracked((tr) => tr.insert(1, schema.text('Old and new '))).steps)
    await sitDown('copy')
    await send(tracked((tr) => tr.delete(1, 5)).steps)
    const first = tracked((tr) => tr.insert(tr.doc.content.size - 1, schema.text(' A')))
    const decision = decide(first.doc, new Set(['c1']), 'reject')
    const last = tracked((tr) => tr.insert(tr.doc.content.size - 1, schema.text('B')), decision.doc)
    const decided = [{ ...accepted(['c1']), verdict: 'rejected' as const }]
    await send([...first.steps, ...decision.steps, ...last.steps], { decided })
    expect((await told()).map((line) => line.replace(/ [^ ]+$/, ''))).toEqual([
      'c1 insertion rejected',
      expect.stringMatching(/^c\d+ deletion withdrawn$/),
      expect.stringMatching(/^c\d+ insertion open$/),
    ])
    expect(await summaries()).toEqual(['Rejected 1 change.'])
  })

  test.each([
    ['rejects what was said to be accepted', () => decide(doc, 'all', 'reject').steps],
    ['does more than what was said', () => new Transform(doc).delete(1, doc.content.size - 1).steps],
  ])('is not believed where the edit %s', async (_what, steps) => {
    await send(tracked((tr) => tr.insert(1, schema.text('New '))).steps)
    await send(steps(), { decided: [accepted(['c1'])] })
    expect(await told()).toEqual(['c1 insertion withdrawn -'])
    expect(await decisions()).toEqual([])
    expect(await summaries()).toEqual([
      '1 change left the text otherwise than this window said; not stored as decided.',
    ])
  })

  test('of changes that stand in the text still is none', async () => {
    await send(tracked((tr) => tr.insert(1, schema.text('New '))).steps)
    await send(tracked((tr) => tr.insert(doc.content.size - 1, schema.text('x'))).steps, {
      decided: [accepted(['c1'])],
    })
    expect(await told()).toEqual(['c1 insertion open -', expect.stringMatching(/open/)])
    expect(await decisions()).toEqual([])
  })
})

test('words put into a change of somebody else are refused, in words', async () => {
  await send(tracked((tr) => tr.insert(1, schema.text('New '))).steps)
  const desk = author
  await sitDown('copy')
  const words = schema.text('x', [schema.mark('insertion', { id: 'c1', author: desk })])
  const outcome = await send(new Transform(doc).insert(5, words).steps)
  expect(outcome).toEqual({
    ok: false,
    error: {
      code: 'refused',
      message:
        'This edit adds words to a change that somebody else made. Your last edit was not kept, everything ' +
        'before it is; open the article again to go on.',
    },
  })
})

describe('a set of changes', () => {
  const set = (changeIds: readonly string[], id = 'set'): { changeSets: Edit['changeSets'] } => ({
    changeSets: [{ id: id as ChangeSetId, label: 'Replace all', changeIds: changeIds as ChangeId[] }],
  })

  test('is stored with the edit that made it, and outlives decisions and undo', async () => {
    const change = replaced('harbour', 'port')
    await send(change.steps, set(['c1', 'c2']))
    await send(inverseOf(change))
    const { changeSets } = await library.must('review.state', { articleId })
    expect(changeSets).toEqual([{ id: 'set', label: 'Replace all', changeIds: ['c1', 'c2'] }])
  })

  test('holds only changes of who makes it, each in one set', async () => {
    await send(replaced('harbour', 'port').steps, set(['c1', 'c2']))
    const more = () => tracked((tr) => tr.insert(1, schema.text('x'))).steps
    expect(await send(more(), set(['c1'], 'other'))).toMatchObject({ ok: false, error: { code: 'refused' } })
    await sitDown('copy')
    expect(await send(more(), set(['c2'], 'other'))).toMatchObject({ ok: false, error: { code: 'refused' } })
  })
})
