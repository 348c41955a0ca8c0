import { join } from 'node:path'
import type { Node } from 'prosemirror-model'
import type { Transform } from 'prosemirror-transform'
import { afterEach, beforeEach } from 'vitest'
import type { Args, Edit, Outcome } from '../../src/shared/contract.ts'
import { schema } from '../../src/shared/document/schema.ts'
import { parseDocument } from '../../src/shared/document/stored-steps.ts'
import type { Slot } from '../../src/shared/model/approval.ts'
import type { ArticleId, ClaimId, SourceId, ThreadId } from '../../src/shared/model/ids.ts'
import type { Role } from '../../src/shared/model/person.ts'
import type { ReviewState } from '../../src/shared/model/review.ts'
import { editOf, openTestLibrary, temporaryFolder } from './library.ts'
import type { TestLibrary } from './library.ts'
import { signSlot, sitDownAs, walkToReady } from './walk-desk.ts'

/** An article on its way through the desk, as the journeys of the core work on it. */

let folder: ReturnType<typeof temporaryFolder>
export let library: TestLibrary
export let articleId: ArticleId

const DRAFT = 'Task force breaks up ring\nBy Jonah Pell\nThe ring moved fuel for years. Officials knew.'

/** Each test of the file has a new library with one small draft on its desk. */
export function beginEach(): void {
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
}

/** `around`: what a program does to the file while no core holds it. */
export async function reopenLibrary(around: (path: string) => void = () => undefined): Promise<void> {
  await library.core.close()
  around(join(folder.path, 'library.stet-db'))
  library = await openTestLibrary(folder.path)
}

export function sitDown(role: Role): Promise<string> {
  return sitDownAs(library, role)
}

export async function openDocument(): Promise<{ doc: Node; seq: number; state: ReviewState }> {
  const opened = await library.must('review.open', { articleId })
  const parsed = parseDocument(opened.doc)
  if (!parsed.ok) throw new Error(parsed.message)
  return { doc: parsed.doc, seq: opened.state.seq, state: opened.state }
}

export async function nextEdit(change: (transform: Transform) => void): Promise<Edit> {
  const { doc, seq } = await openDocument()
  return editOf(doc, seq, change)
}

export type Decided = Args<'document.save'>['decided']

export async function save(
  change: (transform: Transform) => void,
  decided: Decided = [],
): Promise<Outcome<unknown>> {
  return library.call('document.save', { articleId, edit: await nextEdit(change), decided })
}

export function inserted(id: string, author: string, text: string): Node {
  return schema.text(text, [schema.marks.insertion.create({ id, author })])
}

/** Where words stand. */
export function rangeOf(doc: Node, words: string): { from: number; to: number } {
  let from = -1
  doc.descendants((node, at) => {
    if (node.isText && node.text?.includes(words)) from = at + node.text.indexOf(words)
  })
  if (from < 0) throw new Error(`No “${words}”`)
  return { from, to: from + words.length }
}

export async function anchor(mark: 'comment' | 'claim', id: string, words: string): Promise<Edit> {
  return nextEdit((transform) => {
    const { from, to } = rangeOf(transform.doc, words)
    transform.addMark(from, to, schema.marks[mark].create({ id }))
  })
}

export function state(): Promise<ReviewState> {
  return library.must('review.state', { articleId })
}

export async function codes(): Promise<string[]> {
  return (await state()).blockers.map((blocker) => blocker.code)
}

export function sign(slot: Slot, fields: Partial<Args<'approval.sign'>> = {}): Promise<Outcome<ReviewState>> {
  return signSlot({ library, articleId }, slot, fields)
}

/** Step by step to where it is approved, with the signatures that the steps ask for. */
export async function toReady(): Promise<readonly string[]> {
  await nameSlug()
  return walkToReady({ library, articleId })
}

export async function nameSlug(slug = 'ring-26'): Promise<ReviewState> {
  const details = { slug, desk: 'Regional', due: null, holderId: null, authorId: null }
  return library.must('articles.update', { articleId, ...details })
}

export const SOURCE_ID = 's1' as SourceId
export const CLAIM_ID = 'c1' as ClaimId
export const THREAD_ID = 't1' as ThreadId

export const record: Args<'sources.create'>['fields'] = {
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

export async function addClaim(words = 'moved fuel'): Promise<ReviewState> {
  const edit = await anchor('claim', CLAIM_ID, words)
  const said = { kind: 'event', risk: 'medium', paraphrase: 'Fuel was moved.' } as const
  return library.must('claims.create', { articleId, edit, id: CLAIM_ID, ...said })
}

export async function addSource(): Promise<ReviewState> {
  await library.must('sources.create', { articleId, id: SOURCE_ID, fields: record })
  const source = { sourceId: SOURCE_ID, locator: 'item 7', note: '' }
  return library.must('claims.attach', { articleId, claimId: CLAIM_ID, source })
}

export function verify(): Promise<Outcome<ReviewState>> {
  return library.call('claims.setStatus', { articleId, claimId: CLAIM_ID, status: 'verified' })
}

export async function grantWaiver(): Promise<Outcome<ReviewState>> {
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

export async function approveAll(): Promise<ReviewState> {
  if ((await state()).article.status !== 'ready') await toReady()
  const outcome = await sign('approval')
  if (!outcome.ok) throw new Error(outcome.error.message)
  return outcome.value
}

export function errorOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'done' : outcome.error.code
}
