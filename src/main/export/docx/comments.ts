import type { Message, Thread } from '../../../shared/model/thread.ts'
import { part, tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'
import type { ReviewPart } from '../../word/custom-part.ts'
import { signerOf } from './content.ts'
import type { WordContent } from './content.ts'
import { writtenDates } from './dates.ts'
import type { Numbers } from './numbers.ts'
import type { MainPart } from './relations.ts'
import { plainLines, textRuns } from './text.ts'

type Remark = {
  readonly number: number
  readonly threadId: string
  readonly message: Message
  readonly paraId: string
  readonly durableId: string
  /** paraId of the thread's first comment: replies to replies are flattened, as Word does. */
  readonly parent: string | undefined
  readonly done: boolean
}

/** All comments and replies of a file, numbered in the order of the threads. */
export type CommentBook = {
  /** Markers before the first letter of the threads' ranges. */
  starts(threads: readonly Thread[]): Xml
  /** Ends and references after the last letter: for each comment its own, in the order of its thread. */
  ends(threads: readonly Thread[]): Xml
  parts(): Partial<Record<MainPart, Uint8Array>>
  /** By what numbers each message stands in the file. */
  messages(): ReviewPart['messages']
}

const NO_NUMBERS: readonly number[] = []

export function createCommentBook(content: WordContent, numbers: Numbers): CommentBook {
  const books = new Map(content.threads.map((thread) => [thread, remarksOf(thread, numbers)]))
  const all = [...books.values()].flat()
  const numbersOf = (threads: readonly Thread[]): readonly number[] =>
    threads.length === 0
      ? NO_NUMBERS
      : threads.flatMap((thread) => books.get(thread) ?? []).map((remark) => remark.number)
  return {
    starts: (threads) => numbersOf(threads).map(commentStart).join(''),
    ends: (threads) => numbersOf(threads).map(commentEnd).join(''),
    messages: () =>
      all.map(({ number, threadId, message, paraId, durableId }) => {
        return { id: message.id, threadId, wordId: String(number), paraId, durableId }
      }),
    parts: () =>
      all.length === 0
        ? {}
        : {
            comments: commentsPart(all, content),
            commentsExtended: extendedPart(all),
            commentsIds: idsPart(all),
            commentsExtensible: extensiblePart(all, content),
          },
  }
}

function remarksOf(thread: Thread, numbers: Numbers): readonly Remark[] {
  let parent: string | undefined
  return thread.messages.map((message) => {
    const paraId = numbers.hex('paragraph', message.id)
    const durableId = numbers.hex('durable', message.id)
    const remark = {
      number: numbers.next(),
      threadId: thread.id,
      message,
      paraId,
      durableId,
      parent,
      done: thread.resolvedAt !== null,
    }
    parent ??= paraId
    return remark
  })
}

export function commentStart(number: number | string): Xml {
  return `<w:commentRangeStart w:id="${number}"/>`
}

const SIGN_STYLE = '<w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'

/** The end of a comment's range, and its sign. */
export function commentEnd(number: number | string): Xml {
  return `<w:commentRangeEnd w:id="${number}"/><w:r>${SIGN_STYLE}<w:commentReference w:id="${number}"/></w:r>`
}

function commentsPart(remarks: readonly Remark[], content: WordContent): Uint8Array {
  const comments = remarks.map((remark) => {
    const { name, initials } = signerOf(content, remark.message.authorId)
    const { date } = writtenDates(remark.message, content.utcOffset)
    const attributes = { 'w:id': remark.number, 'w:author': name, 'w:date': date, 'w:initials': initials }
    return tag('w:comment', attributes, ...commentParagraphs(remark.message.text, remark.paraId))
  })
  return part('w:comments', ['w', 'w14'], ...comments)
}

export function commentParagraphs(text: string, paraId: string): readonly Xml[] {
  const lines = plainLines(text).split('\n')
  return lines.map((line, index) => {
    const ids = index === lines.length - 1 ? ` w14:paraId="${paraId}" w14:textId="77777777"` : ''
    const sign = index === 0 ? `<w:r>${SIGN_STYLE}<w:annotationRef/></w:r>` : ''
    return `<w:p${ids}><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>${sign}${textRuns(line, '', 'w:t')}</w:p>`
  })
}

function extendedPart(remarks: readonly Remark[]): Uint8Array {
  const rows = remarks.map((remark) =>
    tag('w15:commentEx', {
      'w15:paraId': remark.paraId,
      'w15:paraIdParent': remark.parent,
      'w15:done': remark.done ? 1 : 0,
    }),
  )
  return part('w15:commentsEx', ['w15'], ...rows)
}

function idsPart(remarks: readonly Remark[]): Uint8Array {
  const rows = remarks.map(({ paraId, durableId }) =>
    tag('w16cid:commentId', { 'w16cid:paraId': paraId, 'w16cid:durableId': durableId }),
  )
  return part('w16cid:commentsIds', ['w16cid'], ...rows)
}

function extensiblePart(remarks: readonly Remark[], content: WordContent): Uint8Array {
  const rows = remarks.flatMap(({ durableId, message }) => {
    const { utc } = writtenDates(message, content.utcOffset)
    if (utc === undefined) return []
    return [tag('w16cex:commentExtensible', { 'w16cex:durableId': durableId, 'w16cex:dateUtc': utc })]
  })
  return part('w16cex:commentsExtensible', ['w16cex'], ...rows)
}
