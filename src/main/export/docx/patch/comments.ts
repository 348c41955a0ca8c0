import type { Message, Thread } from '../../../../shared/model/thread.ts'
import type { WordSource } from '../../../import/docx/source-types.ts'
import { attribute, elements } from '../../../opc/xml.ts'
import type { XmlElement } from '../../../opc/xml.ts'
import { tag } from '../../../opc/xml-write.ts'
import type { Xml } from '../../../opc/xml-write.ts'
import type { ReviewPart } from '../../../word/custom-part.ts'
import { commentEnd, commentParagraphs, commentStart } from '../comments.ts'
import { signerOf } from '../content.ts'
import type { WordContent } from '../content.ts'
import { writtenDates } from '../dates.ts'
import type { Numbers } from '../numbers.ts'
import { createCommentParts } from './comment-parts.ts'
import type { SidePart } from './comment-parts.ts'
import type { PartFinder } from './part-finder.ts'
import { edited } from './surgery.ts'
import type { Edit } from './surgery.ts'
import type { KnownThreads } from './threads.ts'

/** A comment or reply as it is written. */
type Remark = {
  readonly number: string
  readonly thread: Thread
  readonly message: Message
  readonly isKnown: boolean
  readonly paraId: string
  readonly durableId: string
}

/** Comments of the file and of the review: those that the file has keep their numbers and their words as written. */
export type PatchComments = {
  starts(threads: readonly Thread[]): Xml
  ends(threads: readonly Thread[]): Xml
  /** Marks of these threads at one point; of those in `standing` only what was said since. */
  point(threads: readonly Thread[], standing: ReadonlySet<Thread>): Xml
  messages(): ReviewPart['messages']
  /** Names of those whose comments the file had not. */
  authors(): readonly string[]
  /** Writes what changed into the parts of comments. */
  write(finder: PartFinder): void
}

export function createPatchComments(
  content: WordContent,
  source: WordSource,
  known: KnownThreads,
  numbers: Numbers,
): PatchComments {
  const elementsOf = commentElements(source)
  const durableIds = durableIdsOf(source)
  const books = new Map(
    content.threads.map((thread) => [
      thread,
      thread.messages.map((message): Remark => {
        const number = known.numbers.get(message.id)
        const element = number === undefined ? undefined : elementsOf.get(number)
        const own = element && lastParaId(element)
        const paraId = own ?? numbers.hex('paragraph', message.id)
        return {
          number: number ?? String(numbers.next()),
          thread,
          message,
          isKnown: element !== undefined,
          paraId,
          durableId: durableIds.get(paraId) ?? numbers.hex('durable', message.id),
        }
      }),
    ]),
  )
  const all = [...books.values()].flat()
  const numbersOf = (threads: readonly Thread[]): readonly string[] =>
    threads.flatMap((thread) => books.get(thread) ?? []).map((remark) => remark.number)
  return {
    starts: (threads) => numbersOf(threads).map(commentStart).join(''),
    ends: (threads) => numbersOf(threads).map(commentEnd).join(''),
    point: (threads, standing) => {
      const remarks = threads
        .flatMap((thread) => books.get(thread) ?? [])
        .filter(({ thread, isKnown }) => !isKnown || !standing.has(thread))
      const starts = remarks.map(({ number }) => commentStart(number))
      return [...starts, ...remarks.map(({ number }) => commentEnd(number))].join('')
    },
    messages: () =>
      all.map(({ message, thread, number, paraId, durableId }) => {
        return { id: message.id, threadId: thread.id, wordId: number, paraId, durableId }
      }),
    authors: () =>
      all.filter((one) => !one.isKnown).map((one) => signerOf(content, one.message.authorId).name),
    write: (finder) => writeAll({ content, source, known, all, elementsOf, durableIds, finder }),
  }
}

type Writing = {
  readonly content: WordContent
  readonly source: WordSource
  readonly known: KnownThreads
  readonly all: readonly Remark[]
  readonly elementsOf: ReadonlyMap<string, XmlElement>
  readonly durableIds: ReadonlyMap<string, string>
  readonly finder: PartFinder
}

function writeAll(writing: Writing): void {
  const { source, all, elementsOf, durableIds, finder } = writing
  const parts = createCommentParts(finder)
  const kept = new Set(all.map((remark) => remark.number))
  const goneNumbers = source.comments.map((comment) => comment.number).filter((number) => !kept.has(number))
  const gone = goneNumbers.flatMap((number) => elementsOf.get(number) ?? [])
  if (all.length === 0) {
    if (gone.length > 0) parts.dropAll()
    return
  }
  const changedRows = all.filter((remark) => !remark.isKnown || isDone(remark) !== wasDone(remark, writing))
  const needsParaId = changedRows.filter((remark) => remark.isKnown)
  writeComments(writing, parts.of('comments'), gone, needsParaId)
  const goneParas = new Set(gone.flatMap((element) => lastParaId(element) ?? []))
  const goneDurables = new Set([...goneParas].flatMap((paraId) => durableIds.get(paraId) ?? []))
  const fresh = all.filter((remark) => !remark.isKnown)
  const roots = new Set(
    fresh.flatMap(({ thread, message }) => (thread.messages[0] === message ? [] : [thread])),
  )
  const rows = all.filter((remark) => changedRows.includes(remark) || roots.has(remark.thread))
  parts.of('commentsExtended').change({
    drop: ['w15:paraId', goneParas],
    set: rows.map((remark) => [['w15:paraId', remark.paraId], extendedRow(remark, all)]),
  })
  parts.of('commentsIds').change({
    drop: ['w16cid:paraId', goneParas],
    set: fresh.map(({ paraId, durableId }) => [
      ['w16cid:paraId', paraId],
      tag('w16cid:commentId', { 'w16cid:paraId': paraId, 'w16cid:durableId': durableId }),
    ]),
  })
  parts.of('commentsExtensible').change({
    drop: ['w16cex:durableId', goneDurables],
    set: fresh.flatMap((remark) => extensibleRow(remark, writing.content)),
  })
}

function isDone({ thread }: Remark): boolean {
  return thread.resolvedAt !== null
}

function wasDone({ thread }: Remark, { known }: Writing): boolean {
  return (known.sourceOf.get(thread.id)?.resolvedAt ?? null) !== null
}

function extendedRow(remark: Remark, all: readonly Remark[]): Xml {
  const [first] = remark.thread.messages
  const root = all.find((one) => one.message === first)
  return tag('w15:commentEx', {
    'w15:paraId': remark.paraId,
    'w15:paraIdParent': root === undefined || root === remark ? undefined : root.paraId,
    'w15:done': isDone(remark) ? 1 : 0,
  })
}

function extensibleRow(
  { message, durableId }: Remark,
  content: WordContent,
): readonly [readonly [string, string], Xml][] {
  const { utc } = writtenDates(message, content.utcOffset)
  if (utc === undefined) return []
  const row = tag('w16cex:commentExtensible', { 'w16cex:durableId': durableId, 'w16cex:dateUtc': utc })
  return [[['w16cex:durableId', durableId], row]]
}

function writeComments(
  { content, source, known, all, elementsOf }: Writing,
  part: SidePart,
  gone: readonly XmlElement[],
  needsParaId: readonly Remark[],
): void {
  const edits: Edit[] = gone.map(({ start, end }) => ({ from: start, to: end, xml: '' }))
  const sourceText = part.text()
  for (const remark of all.filter((one) => one.isKnown)) {
    const element = elementsOf.get(remark.number)
    if (!element) continue
    const was = messageOf(remark, source, known)
    if (was !== undefined && was.text !== remark.message.text) {
      edits.push({ from: element.start, to: element.end, xml: commentElement(remark, content) })
    } else if (needsParaId.includes(remark) && lastParaId(element) === undefined) {
      const paragraph = elements(element).findLast((one) => one.name === 'w:p')
      const name = paragraph && /^<[^\s/>]+/.exec(sourceText.slice(paragraph.start))?.[0]
      if (!paragraph || name === undefined) continue
      const at = paragraph.start + name.length
      edits.push({ from: at, to: at, xml: ` w14:paraId="${remark.paraId}" w14:textId="77777777"` })
    }
  }
  const added = all.filter((one) => !one.isKnown).map((remark) => commentElement(remark, content))
  part.rewrite(edited(sourceText, edits), edits.map((one) => one.xml).join(''), added)
}

function messageOf(remark: Remark, source: WordSource, known: KnownThreads): Message | undefined {
  const found = source.comments.find((comment) => comment.number === remark.number)
  return known.sourceOf.get(remark.thread.id)?.messages.find((message) => message.id === found?.message)
}

function commentElement(remark: Remark, content: WordContent): Xml {
  const { name, initials } = signerOf(content, remark.message.authorId)
  const { date } = writtenDates(remark.message, content.utcOffset)
  const attributes = { 'w:id': remark.number, 'w:author': name, 'w:date': date, 'w:initials': initials }
  return tag('w:comment', attributes, ...commentParagraphs(remark.message.text, remark.paraId))
}

function commentElements({ pack }: WordSource): ReadonlyMap<string, XmlElement> {
  const rows = elements(pack.side('comments')).filter((row) => row.name === 'w:comment')
  return new Map(rows.toReversed().map((row) => [attribute(row, 'w:id') ?? '', row]))
}

function lastParaId(comment: XmlElement): string | undefined {
  const paragraph = elements(comment).findLast((row) => row.name === 'w:p')
  return attribute(paragraph, 'w14:paraId')?.toUpperCase()
}

function durableIdsOf({ pack }: WordSource): ReadonlyMap<string, string> {
  return new Map(
    elements(pack.side('commentsIds')).map((row) => [
      (attribute(row, 'w16cid:paraId') ?? '').toUpperCase(),
      (attribute(row, 'w16cid:durableId') ?? '').toUpperCase(),
    ]),
  )
}
