import type { Node } from 'prosemirror-model'
import type { Transform } from 'prosemirror-transform'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addAnchor, removeAnchor } from '../../../../src/shared/document/anchors.ts'
import { reattach } from '../../../../src/shared/document/quotes/reattach.ts'
import { schema } from '../../../../src/shared/document/schema.ts'
import { parseDocument } from '../../../../src/shared/document/stored-steps.ts'
import type { ArticleId, ClaimId, ThreadId } from '../../../../src/shared/model/ids.ts'
import type { ReviewState } from '../../../../src/shared/model/review.ts'
import { editOf, openTestLibrary, temporaryFolder } from '../../../support/library.ts'
import type { TestLibrary } from '../../../support/library.ts'

let folder: ReturnType<typeof temporaryFolder>
let library: TestLibrary
let articleId: ArticleId

const LINE = 'The ring moved fuel for years. Officials knew of it.'
const DRAFT = `Task force breaks up ring\nBy Jonah Pell\n${LINE}`
const CLAIM = 'k1' as ClaimId
const THREAD = 't1' as ThreadId
const claim = { mark: 'claim', id: CLAIM } as const
const comment = { mark: 'comment', id: THREAD } as const

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

async function opened(): Promise<{ doc: Node; state: ReviewState }> {
  const { doc, state } = await library.must('review.open', { articleId })
  const parsed = parseDocument(doc)
  if (!parsed.ok) throw new Error(parsed.message)
  return { doc: parsed.doc, state }
}

async function editing(change: (transform: Transform) => void) {
  const { doc, state } = await opened()
  return editOf(doc, state.seq, change)
}

async function save(change: (transform: Transform) => void): Promise<void> {
  await library.must('document.save', { articleId, edit: await editing(change), decided: [] })
}

function rangeOf(doc: Node, words: string): { from: number; to: number } {
  let from = -1
  doc.descendants((node, at) => {
    if (node.isTextblock && node.textContent.includes(words)) from = at + 1 + node.textContent.indexOf(words)
  })
  if (from < 0) throw new Error(`No “${words}”`)
  return { from, to: from + words.length }
}

function remove(words: string) {
  return (transform: Transform) => {
    const { from, to } = rangeOf(transform.doc, words)
    transform.delete(from, to)
  }
}

/** A claim on “moved fuel for years” and a comment on “Officials”. */
async function anchored(): Promise<void> {
  const put = (mark: 'claim' | 'comment', id: string, words: string) =>
    editing((transform) => {
      for (const step of addAnchor(transform.doc, mark, id, [rangeOf(transform.doc, words)]).steps)
        transform.step(step)
    })
  const made = { articleId, edit: await put('claim', CLAIM, 'moved fuel for years') }
  await library.must('claims.create', { ...made, id: CLAIM, kind: 'event', risk: 'low', paraphrase: '' })
  const said = {
    articleId,
    edit: await put('comment', THREAD, 'Officials'),
    id: THREAD,
    text: 'Which?',
  } as const
  await library.must('threads.create', {
    ...said,
    target: { kind: 'range' },
    level: 'must',
    assigneeId: null,
  })
}

async function find(mark: 'claim' | 'comment', id: string) {
  const quotes = await library.must('anchors.quotes', { articleId, mark, id })
  const { doc, state } = await opened()
  const { transform, outcome } = reattach(doc, { mark, id, quotes })
  return { outcome, edit: editOf(doc, state.seq, (own) => transform.steps.forEach((step) => own.step(step))) }
}

async function lastEvent() {
  return (await library.must('review.log', { articleId })).at(-1)
}

describe('an anchor whose words are gone', () => {
  test('keeps them with what stood around them, and comes back over them', async () => {
    await anchored()
    await save(remove(LINE))
    const { claims, threads } = (await opened()).state
    expect(claims).toMatchObject([{ orphaned: true, quote: 'moved fuel for years' }])
    expect(threads).toMatchObject([{ orphaned: true, quote: 'Officials' }])
    expect(await library.must('anchors.quotes', { articleId, ...claim })).toEqual([
      {
        exact: 'moved fuel for years',
        prefix: 'reaks up ring\nBy Jonah Pell\nThe ring '.slice(-32),
        suffix: '. Officials knew of it.',
        paragraph: 2,
        offset: 9,
      },
    ])
    await save((transform) => {
      transform.insert(transform.doc.content.size - 1, schema.text(LINE))
    })
    const { outcome, edit } = await find('claim', CLAIM)
    expect(outcome).toEqual({ kind: 'attached' })
    const state = await library.must('anchors.place', { articleId, ...claim, edit, sure: true })
    expect(state.claims).toMatchObject([{ orphaned: false, words: 'moved fuel for years' }])
    expect(await lastEvent()).toMatchObject({
      kind: 'anchor.place',
      summary: 'Found again in the text: claim on “moved fuel for years”.',
    })
  })

  test('that went letter by letter is quoted whole', async () => {
    await anchored()
    for (const words of ['ials', 'fic', 'Of']) await save(remove(words))
    expect((await opened()).state.threads).toMatchObject([{ orphaned: true, quote: 'Officials' }])
    expect(await library.must('anchors.quotes', { articleId, ...comment })).toMatchObject([
      { exact: 'Officials' },
    ])
  })

  test('has its words again when they come back with it', async () => {
    await anchored()
    const before = (await opened()).doc
    await save(remove(LINE))
    await save((transform) => {
      transform.replaceWith(0, transform.doc.content.size, before.content)
    })
    expect((await opened()).state).toMatchObject({
      claims: [{ orphaned: false, words: 'moved fuel for years' }],
      threads: [{ orphaned: false, quote: 'Officials' }],
    })
  })
})

describe('a place to check', () => {
  /** The claim's line comes back in other words. */
  async function unsure(): Promise<ReviewState> {
    await anchored()
    await save(remove(LINE))
    const other = 'The ring moved petrol for years. Officials denied it.'
    await save((transform) => {
      transform.insert(transform.doc.content.size - 1, schema.text(other))
    })
    const { outcome, edit } = await find('claim', CLAIM)
    expect(outcome).toEqual({ kind: 'check' })
    return library.must('anchors.place', { articleId, ...claim, edit, sure: false })
  }

  test('is said, and a claim there is not cleared, until somebody confirms it', async () => {
    const state = await unsure()
    expect(state.anchors).toContainEqual({
      ...claim,
      attachment: 'check',
      confirmedBy: null,
      confirmedAt: null,
    })
    expect(state.claims).toMatchObject([{ words: 'moved petrol for years', cleared: false }])
    const { actor } = await library.must('session.get', {})
    const confirmed = await library.must('anchors.confirm', { articleId, ...claim })
    expect(confirmed.anchors).toContainEqual(
      expect.objectContaining({ ...claim, attachment: 'attached', confirmedBy: actor.personId }),
    )
    expect(await lastEvent()).toMatchObject({
      kind: 'anchor.confirm',
      summary: 'Place confirmed: claim on “moved petrol for years”.',
    })
  })

  test('is left when it was not the right one', async () => {
    await unsure()
    expect(await library.call('anchors.detach', { articleId, ...claim })).toMatchObject({
      ok: false,
      error: { code: 'refused' },
    })
    await save((transform) => {
      for (const step of removeAnchor(transform.doc, 'claim', CLAIM).steps) transform.step(step)
    })
    const state = await library.must('anchors.detach', { articleId, ...claim })
    expect(state.claims).toMatchObject([{ orphaned: true, quote: 'moved fuel for years' }])
    expect(state.anchors).toContainEqual(expect.objectContaining({ ...claim, attachment: 'detached' }))
    expect(await lastEvent()).toMatchObject({ kind: 'anchor.detach' })
  })

  test('is refused for what is not there', async () => {
    await anchored()
    await save(remove(LINE))
    const refused = { ok: false, error: { code: 'refused' } }
    expect(await library.call('anchors.confirm', { articleId, ...claim })).toMatchObject(refused)
    const edit = await editing(() => undefined)
    expect(await library.call('anchors.place', { articleId, ...claim, edit, sure: true })).toMatchObject(
      refused,
    )
    const nobody = { articleId, mark: 'claim', id: 'nobody' } as const
    expect(await library.call('anchors.confirm', nobody)).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
    expect(await library.must('anchors.quotes', nobody)).toEqual([])
  })
})
