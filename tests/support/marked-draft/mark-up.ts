import type { Args } from '../../../src/shared/contract.ts'
import type { Call, HeadlessEditor } from '../../../src/main/cli/headless-editor.ts'
import { openHeadless } from '../../../src/main/cli/headless-editor.ts'
import type { ArticleId, ClaimId, PersonId, ThreadId } from '../../../src/shared/model/ids.ts'
import type { Role } from '../../../src/shared/model/person.ts'
import type { ThreadTarget } from '../../../src/shared/model/thread.ts'
import type { ListedDraft } from './drafts.ts'
import type { MarkedDraft, Spot } from './list.ts'
import { findSpot } from './places.ts'

/** An article that is marked up, with the ids of what stands in the list. */
export type Marked = {
  readonly articleId: ArticleId
  /** By their keys. */
  readonly claims: ReadonlyMap<string, ClaimId>
  readonly threads: readonly ThreadId[]
}

export type Tools = { readonly call: Call; readonly newId: () => string }

/** Sits the first who holds the role down at the desk. */
export async function sitDown({ call }: Tools, role: Role): Promise<PersonId> {
  const { people } = await call('session.get', {})
  const person = people.find(({ roles }) => roles.includes(role))
  if (!person) throw new Error(`Nobody at this desk is ${role}.`)
  await call('session.switch', { personId: person.id, role })
  return person.id
}

/** Whose remarks they are, in turn. */
const READERS = ['desk', 'checker', 'copy', 'standards'] as const

async function markClaims(tools: Tools, editor: HeadlessEditor, articleId: ArticleId, list: MarkedDraft) {
  const claims = new Map<string, ClaimId>()
  for (const { key, kind, risk, paraphrase, at } of list.claims) {
    const id = tools.newId() as ClaimId
    const places = at.map((spot) => findSpot(editor.doc(), spot))
    const edit = editor.anchor('claim', id, places)
    // One act after another, each in its own transaction.
    // oxlint-disable-next-line no-await-in-loop
    await tools.call('claims.create', { articleId, edit, id, kind, risk, paraphrase })
    editor.settle(edit)
    claims.set(key, id)
  }
  return claims
}

type Note = Pick<Args<'threads.create'>, 'level' | 'text'> & {
  readonly target: ThreadTarget
  readonly spot?: Spot
}

function notesOf(list: MarkedDraft, claims: ReadonlyMap<string, ClaimId>): readonly Note[] {
  const claimOf = (key: string): ClaimId => {
    const id = claims.get(key)
    if (id === undefined) throw new Error(`The list has no claim ${key}.`)
    return id
  }
  return [
    ...list.remarks.flatMap(({ at, level, text }) =>
      at.map((spot): Note => ({ level, text, spot, target: { kind: 'range' } })),
    ),
    ...list.onClaims.map(({ claim, level, text }): Note => {
      return { level, text, target: { kind: 'claim', claimId: claimOf(claim) } }
    }),
    ...list.onArticle.map(({ level, text }): Note => ({ level, text, target: { kind: 'article' } })),
  ]
}

async function note(tools: Tools, editor: HeadlessEditor, articleId: ArticleId, said: Note) {
  const { spot, level, text, target } = said
  const id = tools.newId() as ThreadId
  const edit = spot ? editor.anchor('comment', id, [findSpot(editor.doc(), spot)]) : null
  await tools.call('threads.create', { articleId, edit, id, target, level, assigneeId: null, text })
  if (edit) editor.settle(edit)
  return id
}

/** Puts everything of the list on an article of this draft, through the calls that a window would make. */
export async function markUp(tools: Tools, articleId: ArticleId, list: MarkedDraft): Promise<Marked> {
  const author = await sitDown(tools, 'desk')
  const editor = await openHeadless(tools.call, articleId, author, tools.newId)
  const claims = await markClaims(tools, editor, articleId, list)
  const notes = notesOf(list, claims)
  const threads: ThreadId[] = []
  // In stretches, so that not every other act is somebody sitting down.
  const stretch = Math.ceil(notes.length / READERS.length)
  for (const [turn, role] of READERS.entries()) {
    // oxlint-disable-next-line no-await-in-loop
    await sitDown(tools, role)
    for (const one of notes.slice(turn * stretch, (turn + 1) * stretch)) {
      // oxlint-disable-next-line no-await-in-loop
      threads.push(await note(tools, editor, articleId, one))
    }
  }
  await sitDown(tools, 'desk')
  return { articleId, claims, threads }
}

/** Brings the draft in as a new article, and marks it up. */
export async function importMarked(tools: Tools, { name, bytes, list }: ListedDraft): Promise<Marked> {
  const { articleId } = await tools.call('articles.import', { name, bytes })
  return markUp(tools, articleId, list)
}
