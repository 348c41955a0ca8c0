import { countChanges } from '../../../shared/document/index/count-changes.ts'
import { indexDocument } from '../../../shared/document/index/document-index.ts'
import { paragraphTexts } from '../../../shared/document/projection.ts'
import type { ExportedFile, ExportRequest, WorkOutcome } from '../../../shared/model/interchange.ts'
import type { Warning } from '../../../shared/model/review.ts'
import type { Thread } from '../../../shared/model/thread.ts'
import { cleanName } from '../../import/docx/authors.ts'
import { cleanXmlText } from '../../opc/xml-write.ts'
import { readPackage } from '../../opc/read.ts'
import { scrubDocx } from '../../word/scrub.ts'
import { allParagraphs } from '../all-paragraphs.ts'
import { findName } from './find-name.ts'
import { placeThreads } from './anchors.ts'
import { signerOf } from './content.ts'
import type { WordContent } from './content.ts'
import { writtenDates } from './dates.ts'
import { fileName, namedPeople, numberedEditors, reviewContent } from './from-request.ts'
import { holdable } from './holdable.ts'
import { openOriginal } from './into-original.ts'
import { picturesLeft } from './pictures-left.ts'
import { threadWords, tryReadBack } from './read-back.ts'
import type { ReadBack } from './read-back.ts'
import { filePictures } from './outside-pictures.ts'
import { expressibleBefore } from './runs.ts'
import { copyFault } from './same-copy.ts'
import { failed, hashWords, plural } from './words.ts'
import { writeDocx } from './write.ts'
import { plainLines } from './text.ts'

/** Native tracked changes and comment threads, compared with the review after reading the file back. */
export async function exportReviewCopy(request: ExportRequest): Promise<WorkOutcome<ExportedFile>> {
  const copy = await writeCopy(request)
  if (copy.fault === null) return handOut(request, copy)
  if (!request.original) return failed(copy.fault)
  // A file of our own is better than none: the review is in it, whatever the file is like that it began with.
  const { original, ...others } = request
  const own = await writeCopy(others)
  if (own.fault !== null) return failed(own.fault)
  const message =
    `The review could not be written into ${original.name} (${copy.fault}). A new Word file was made instead: text, ` +
    'changes and comments are in it; headers, footers and the looks of that file are not.'
  return handOut(request, { ...own, warnings: [{ code: 'new-file', message }, ...own.warnings] })
}

type Written = {
  readonly bytes: Uint8Array
  readonly content: WordContent
  readonly warnings: readonly Warning[]
}
type Sound = Written & { readonly fault: null; readonly read: ReadBack }

async function writeCopy(request: ExportRequest): Promise<Sound | { readonly fault: string }> {
  const whole = reviewContent(request)
  const { original, people, audience } = request
  const into = original ? await openOriginal(original, people) : null
  const { doc, warnings } = holdable(whole.doc, whole.images, into?.isKnown, into?.isBlock)
  const content: WordContent = { ...whole, doc }
  const named = { ...content, people: namedPeople(people) }
  const bytes = !into
    ? writeDocx(content)
    : audience === 'external'
      ? await scrubDocx(into.write(named), numberedNames(people))
      : into.write(content)
  const read = await tryReadBack(bytes)
  if (!read.ok) return { fault: read.fault }
  const { named: pictured } = filePictures(request)
  const found = { ...read.value, doc: pictured(read.value.doc) }
  const wanted = { ...content, doc: pictured(doc) }
  const fault = findFault(found, wanted, into !== null) ?? (await findName(bytes, request, doc))
  if (fault !== null) return { fault }
  const left = audience === 'external' ? picturesLeft(await readPackage(bytes), request) : []
  return { bytes, content, warnings: [...warnings, ...left], fault, read: found }
}

/** Words of the file that stand as they stood have the names of those who wrote them. */
function numberedNames(people: ExportRequest['people']): (name: string) => string {
  const editors = numberedEditors(people)
  const names = new Map(people.map(({ id, name }) => [cleanName(name), editors.get(id)?.name ?? '']))
  return (name) => names.get(cleanName(name)) ?? 'Editor'
}

function handOut(
  request: ExportRequest,
  { bytes, content, warnings, read }: Sound,
): WorkOutcome<ExportedFile> {
  return {
    ok: true,
    value: {
      name: fileName(request, 'review.docx'),
      bytes,
      checked: checkedWords(request, content, read),
      warnings: [...warnings, ...warningsOf(request, content)],
    },
  }
}

/** Null when the file says the same as the review; else what differs, in words. */
function findFault(read: ReadBack, content: WordContent, isInto: boolean): string | null {
  const fault = copyFault(read, content, isInto)
  if (fault !== null) return fault
  return sameThreads(content, read) ? null : 'a comment in it differs'
}

function sameThreads(content: WordContent, read: ReadBack): boolean {
  const names = new Map(read.people.map((person) => [person.id, person.name]))
  const written = threadWords(content.threads.map(cleaned), (message) => {
    const { date } = writtenDates(message, content.utcOffset)
    return `${signerOf(content, message.authorId).name} ${date ?? ''}`
  })
  const found = threadWords(
    read.threads,
    (message) => `${names.get(message.authorId) ?? ''} ${message.dateRaw ?? ''}`,
  )
  return written.length === found.length && written.every((line, index) => line === found[index])
}

function cleaned(thread: Thread): Thread {
  const messages = thread.messages.map((message) => ({
    ...message,
    text: plainLines(message.text),
  }))
  return { ...thread, messages }
}

function checkedWords(request: ExportRequest, content: WordContent, read: ReadBack): string {
  const { changes } = indexDocument(content.doc)
  const asRead = countChanges(changes)
  const inWord = asRead === changes.length ? '' : ` (${changes.length} in Word, where a replacement is two)`
  const { threads } = content
  const replies = threads.reduce((sum, thread) => sum + thread.messages.length - 1, 0)
  const resolved = threads.filter((thread) => thread.resolvedAt !== null).length
  const names = request.audience === 'external' ? ', no names of the desk' : ''
  return (
    `Read back and checked: ${plural(request.state.words, 'word')}, ${hashWords(read.doc, request.state.textHash)}; ` +
    `${plural(asRead, 'tracked change')}${inWord}, ${plural(threads.length, 'comment')} with ` +
    `${plural(replies, 'reply', 'replies')}, ${resolved} resolved${names}.`
  )
}

function warningsOf(request: ExportRequest, content: WordContent): readonly Warning[] {
  const paragraphs = allParagraphs(content.doc)
  const { unplaced } = placeThreads(paragraphs, content.threads)
  const lost = unplaced.filter((thread) => thread.target.kind !== 'article').length
  const links = paragraphs
    .flatMap((one) => one.segments)
    .filter((one) => one.formatChange && !expressibleBefore(one))
  const warnings: Warning[] = []
  if (lost > 0) {
    const message = `${plural(lost, 'comment')} whose words are gone stand at the beginning of the text.`
    warnings.push({ code: 'comment-place', message })
  }
  if (links.length > 0) {
    const message = 'A tracked change of a link cannot be said in Word; the link stands there as it is now.'
    warnings.push({ code: 'link-change', message })
  }
  const hidden = request.audience === 'external' ? request.state.threads.length : 0
  if (hidden > 0)
    warnings.push({
      code: 'audience',
      message: `${plural(hidden, 'comment')} left out for external readers.`,
    })
  if (paragraphTexts(content.doc).some((text) => text !== cleanXmlText(text))) {
    warnings.push({
      code: 'characters',
      message: 'Control characters that no Word file can hold were left out.',
    })
  }
  return warnings
}
