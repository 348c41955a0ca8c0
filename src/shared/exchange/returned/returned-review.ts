import { countRecords } from '../../document/index/count-changes.ts'
import { indexDocument } from '../../document/index/document-index.ts'
import type { ChangeEntry } from '../../document/index/document-index.ts'
import { withPictures } from '../../document/pictures.ts'
import { renamed } from '../../document/returned/rename.ts'
import { weave } from '../../document/returned/weave.ts'
import type { Woven } from '../../document/returned/weave.ts'
import type { ImportedChange, ImportedDraft, ReturnedFile } from '../../model/interchange.ts'
import type { PersonId } from '../../model/ids.ts'
import type { Audience, ExportKind } from '../../model/review.ts'
import type { CopyMark } from '../../model/returned.ts'
import type { Thread } from '../../model/thread.ts'
import { readDocument } from '../merge-document.ts'
import type { ReviewContent } from '../review-content.ts'
import { changeNames } from './returned-names.ts'
import type { ReturnedPeople } from './returned-people.ts'
import { returnedDecisions, returnedRows } from './returned-rows.ts'
import { returnedThreads } from './returned-threads.ts'
import type { ReturnedThreads } from './returned-threads.ts'

/** What is known of the file that was sent. */
export type SentCopy = {
  readonly content: ReviewContent
  readonly kind: ExportKind
  readonly audience: Audience
  readonly messages: CopyMark['messages']
}

export type ReturnContext = {
  readonly people: ReturnedPeople
  /** Names the pass, and its decisions. */
  readonly passId: string
  readonly newId: () => string
  /** When the file was saved. */
  readonly at: number
  /** Minutes east of UTC of the clock on the wall. */
  readonly offset: number
  /** The name here of a picture that the file has: one for readers outside tells less, and has another there. */
  readonly pictureOf: (name: string) => string
}

export type ReturnedReview = {
  readonly content: ReviewContent
  readonly woven: Woven
  readonly talk: ReturnedThreads
  /** Changes that the file brings, in the order of the text. */
  readonly brought: readonly ChangeEntry[]
  readonly accepted: number
  readonly rejected: number
}

/** LibreOffice keeps one of two changes on the same words, and writes formatting in its own way. */
function isRewritten(program: string): boolean {
  return !/^microsoft/i.test(program) && program !== 'Stet' && program !== ''
}

function withPeople(
  threads: readonly Thread[],
  idOf: (id: string) => PersonId,
  at: number,
): readonly Thread[] {
  return threads.map((thread) => ({
    ...thread,
    // What has no time of its own was said when the file was saved.
    resolvedAt: thread.resolvedAt === null ? null : thread.resolvedAt || at,
    messages: thread.messages.map((one) => ({ ...one, authorId: idOf(one.authorId), at: one.at || at })),
  }))
}

/** Comments of readers elsewhere, in the file that they were sent. */
function isSentTo({ audience, kind }: SentCopy): (thread: Thread) => boolean {
  if (kind !== 'docx-review' || audience === 'external') return () => false
  return (thread) => thread.audience === 'desk' || audience === 'legal'
}

function textOf(
  draft: ImportedDraft,
  sent: SentCopy,
  talk: ReturnedThreads,
  { people: { idOf }, pictureOf }: ReturnContext,
) {
  const inText = new Set<string>(
    sent.content.threads.filter(({ target }) => target.kind === 'range').map(({ id }) => id),
  )
  return renamed(withPictures(readDocument(draft.doc), pictureOf), {
    author: idOf,
    comment: (id) => {
      const known = talk.idOf.get(id)
      if (known === undefined) return null
      return talk.added.has(known) || inText.has(known) ? known : null
    },
  })
}

/** The review as it would be, had they done at this desk what they did to the copy: on what was sent, and nothing since. */
export function returnedReview(sent: SentCopy, file: ReturnedFile, context: ReturnContext): ReturnedReview {
  const { draft, remarks, program } = file
  const { people, at, offset, newId, passId } = context
  const { content } = sent
  const isSent = isSentTo(sent)
  const copied = withPeople(draft.threads, people.idOf, at)
  const talk = returnedThreads(content.threads, copied, {
    isSent,
    sentNames: sent.messages,
    copyNames: remarks,
    nameOf: people.nameOf,
    them: people.them,
    at,
    offset,
    newId,
  })
  const changes = draft.changes.map((one) => ({ ...one, authorId: people.idOf(one.authorId) as string }))
  const isClean = sent.kind === 'docx-clean'
  const isLossy = isRewritten(program)
  const woven = weave(readDocument(content.document), textOf(draft, sent, talk, context), {
    ...changeNames(content.changes, changes, people.nameOf, offset),
    isClean,
    author: people.them,
    newId,
    newComments: talk.added,
    ignoresFormats: isLossy,
    isLossy,
  })
  const index = indexDocument(woven.doc)
  const hand = { them: people.them, at }
  const came = new Map<string, ImportedChange>(changes.map((one) => [one.id, one]))
  const rows = returnedRows(content.changes, index, came, woven.of, hand)
  const decisions = returnedDecisions(content.changes, rows, passId, hand)
  const decidedAs = (verdict: 'accepted' | 'rejected'): number => {
    const ids = new Set<string>(decisions.filter((one) => one.verdict === verdict).map((one) => one.changeId))
    return countRecords(rows.filter(({ id }) => ids.has(id)))
  }
  const known = new Set<string>(content.changes.map(({ id }) => id))
  const threads = talk.threads.map((thread) =>
    talk.added.has(thread.id) ? placed(thread, sent, (id) => index.comments.has(id)) : thread,
  )
  return {
    content: {
      ...content,
      document: woven.doc.toJSON() as unknown,
      changes: rows,
      changeDecisions: [...content.changeDecisions, ...decisions],
      threads,
    },
    woven,
    talk,
    brought: index.changes.filter(({ id }) => !known.has(id)),
    accepted: decidedAs('accepted'),
    rejected: decidedAs('rejected'),
  }
}

/**
 * A comment without a place in the text stands on the article; who resolved it, Word does not keep. What is said beside
 * comments that are private to legal may be about them: legal opens it to the desk.
 */
function placed(thread: Thread, { audience: readers }: SentCopy, isInText: (id: string) => boolean): Thread {
  const target = isInText(thread.id) ? ({ kind: 'range' } as const) : ({ kind: 'article' } as const)
  const resolvedBy = thread.resolvedAt === null ? null : (thread.messages.at(-1)?.authorId ?? null)
  const audience = readers === 'legal' ? 'legal' : thread.audience
  return { ...thread, target, resolvedBy, audience }
}
