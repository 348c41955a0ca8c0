import type { Node } from 'prosemirror-model'
import { schema } from '../../src/shared/document/schema.ts'
import { parseDocument } from '../../src/shared/document/stored-steps.ts'
import { addAnchor } from '../../src/shared/document/anchors.ts'
import type { Edit } from '../../src/shared/contract.ts'
import type {
  ArticleId,
  ChangeId,
  ClaimId,
  MessageId,
  PersonId,
  SourceId,
  ThreadId,
} from '../../src/shared/model/ids.ts'
import type { Role } from '../../src/shared/model/person.ts'
import type { ThreadTarget } from '../../src/shared/model/thread.ts'
import { newId } from '../../src/main/core/new-id.ts'
import { editOf } from './library.ts'
import type { TestLibrary } from './library.ts'

/** A review in which legal has said things of its own, each with a word that stands nowhere else, in no dictionary either. */

const DRAFT = 'Task force breaks up ring\nBy Jonah Pell\nThe ring moved fuel for years. Officials knew.'

/** What nobody but legal may be told, and where it was said. */
export const PRIVATE_WORDS = {
  comment: 'zorvane',
  'comment before it was reworded': 'ulbrecine',
  reply: 'tavmolk',
  'comment on a claim': 'jixpern',
  'comment on a change': 'wodquil',
  'comment on the article': 'hyvrant',
  'comment that the desk wrote and legal made private': 'quembly',
  'question of a consultation': 'oxfenda',
  'advice of a consultation': 'plovrik',
} as const

export const PLACED = 'private-placed' as ThreadId
export const CLOSED_LATER = 'private-later' as ThreadId
export const OPEN_THREAD = 'open-thread' as ThreadId
export const PRIVATE_IDS: readonly ThreadId[] = [
  PLACED,
  'private-claim' as ThreadId,
  'private-change' as ThreadId,
  'private-article' as ThreadId,
  CLOSED_LATER,
]
export const CLAIM = 'claim' as ClaimId
export const SOURCE = 'source' as SourceId
const CHANGE = 'change' as ChangeId

export async function sitDown(library: TestLibrary, role: Role): Promise<PersonId> {
  const { people } = await library.must('session.get', {})
  const person = people.find((one) => one.roles.includes(role))
  if (!person) throw new Error(role)
  await library.must('session.switch', { personId: person.id, role })
  return person.id
}

export type PrivateReview = {
  readonly articleId: ArticleId
  /** Of the private comment that stands in the text. */
  readonly messageId: MessageId
  /** What the window of legal was told last. */
  readonly legalToken: string
}

async function openText(library: TestLibrary, articleId: ArticleId): Promise<{ doc: Node; seq: number }> {
  const { doc, state } = await library.must('review.open', { articleId })
  const parsed = parseDocument(doc)
  if (!parsed.ok) throw new Error(parsed.message)
  return { doc: parsed.doc, seq: state.seq }
}

function rangeOf(doc: Node, words: string): { readonly from: number; readonly to: number } {
  let from = -1
  doc.descendants((node, at) => {
    if (node.isText && node.text?.includes(words)) from = at + node.text.indexOf(words)
  })
  return { from, to: from + words.length }
}

async function anchor(
  library: TestLibrary,
  articleId: ArticleId,
  mark: 'comment' | 'claim',
  id: string,
  words: string,
): Promise<Edit> {
  const { doc, seq } = await openText(library, articleId)
  const steps = addAnchor(doc, mark, id, [rangeOf(doc, words)]).steps
  return {
    baseSeq: seq,
    batchId: newId(),
    steps: steps.map((step) => step.toJSON() as Edit['steps'][number]),
  }
}

/** Imports the draft, marks it up as desk and legal, and leaves legal at the desk. */
export async function privateReview(library: TestLibrary): Promise<PrivateReview> {
  const bytes = new TextEncoder().encode(DRAFT)
  const { articleId } = await library.must('articles.import', { name: 'draft.txt', bytes })
  const desk = await sitDown(library, 'desk')
  const { doc, seq } = await openText(library, articleId)
  const inserted = schema.text('Big ', [schema.marks.insertion.create({ id: CHANGE, author: desk })])
  const edit = editOf(doc, seq, (tr) => tr.insert(1, inserted))
  await library.must('document.save', { articleId, edit, decided: [] })
  const claimEdit = await anchor(library, articleId, 'claim', CLAIM, 'moved fuel')
  const claim = { kind: 'event', risk: 'high', paraphrase: 'Fuel was moved.' } as const
  await library.must('claims.create', { articleId, edit: claimEdit, id: CLAIM, ...claim })
  const said = { level: 'must', assigneeId: null } as const
  const create = (id: ThreadId, target: ThreadTarget, text: string, more: object, of: Edit | null = null) =>
    library.must('threads.create', { articleId, edit: of, id, target, ...said, text, ...more })
  await create(OPEN_THREAD, { kind: 'article' }, 'For everybody.', {})
  await create(
    CLOSED_LATER,
    { kind: 'article' },
    `The ${PRIVATE_WORDS['comment that the desk wrote and legal made private']}.`,
    {},
  )
  return { articleId, ...(await sayPrivately(library, articleId, create)) }
}

async function sayPrivately(
  library: TestLibrary,
  articleId: ArticleId,
  create: (id: ThreadId, target: ThreadTarget, text: string, more: object, of?: Edit) => Promise<unknown>,
): Promise<Omit<PrivateReview, 'articleId'>> {
  const words = PRIVATE_WORDS
  const mine = { audience: 'legal' } as const
  await sitDown(library, 'legal')
  const edit = await anchor(library, articleId, 'comment', PLACED, 'Officials')
  await create(PLACED, { kind: 'range' }, `An ${words['comment before it was reworded']}.`, mine, edit)
  const { threads } = await library.must('review.state', { articleId })
  const messageId = threads.find((thread) => thread.id === PLACED)?.messages[0]?.id as MessageId
  const of = { articleId, threadId: PLACED }
  await library.must('threads.editMessage', { ...of, messageId, text: `A ${words.comment}.` })
  await library.must('threads.reply', { ...of, text: `A ${words.reply}.` })
  await create(
    'private-claim' as ThreadId,
    { kind: 'claim', claimId: CLAIM },
    words['comment on a claim'],
    mine,
  )
  const change = { kind: 'change', changeId: CHANGE } as const
  await create('private-change' as ThreadId, change, words['comment on a change'], mine)
  await create('private-article' as ThreadId, { kind: 'article' }, words['comment on the article'], mine)
  await library.must('threads.set', {
    articleId,
    threadId: CLOSED_LATER,
    level: 'should',
    assigneeId: null,
    audience: 'legal',
  })
  await library.must('consultations.record', {
    articleId,
    id: 'consultation',
    field: 'legal',
    claimIds: [CLAIM],
    question: `A ${words['question of a consultation']}?`,
    advice: `A ${words['advice of a consultation']}.`,
    audience: 'legal',
  })
  const { token } = await library.must('review.news', { articleId, since: null })
  return { messageId, legalToken: token }
}

/** Which of the private words stand in what was told, in any form. */
export function leaked(told: unknown): readonly string[] {
  const text = (typeof told === 'string' ? told : JSON.stringify(told)).toLowerCase()
  return Object.values(PRIVATE_WORDS).filter((word) => text.includes(word))
}
