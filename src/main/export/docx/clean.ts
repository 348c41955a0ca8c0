import { Node } from 'prosemirror-model'
import { countWords } from '../../../shared/document/index/final-words.ts'
import { paragraphTexts, project } from '../../../shared/document/projection.ts'
import { schema } from '../../../shared/document/schema.ts'
import type { ExportedFile, ExportRequest, WorkOutcome } from '../../../shared/model/interchange.ts'
import type { Warning } from '../../../shared/model/review.ts'
import { readPackage } from '../../opc/read.ts'
import type { Package } from '../../opc/read.ts'
import { resolveDocx } from '../../word/resolve-package.ts'
import { scrubDocx } from '../../word/scrub.ts'
import type { WordContent } from './content.ts'
import { findName } from './find-name.ts'
import { cleanContent, fileName, namedContent } from './from-request.ts'
import { decidedBlockChips } from './held-blocks.ts'
import { holdable } from './holdable.ts'
import { openOriginal } from './into-original.ts'
import type { OpenOriginal } from './into-original.ts'
import {
  builtOf,
  findLeak,
  hasElement,
  textOf,
  textParts,
  withoutWords,
  wordsGone,
  wordsOf,
} from './leaks.ts'
import { filePictures } from './outside-pictures.ts'
import { picturesLeft } from './pictures-left.ts'
import { tryReadBack } from './read-back.ts'
import type { ReadBack } from './read-back.ts'
import { linesOf } from './same-copy.ts'
import { hasTalk, storyParts } from './stories.ts'
import { failed, hashWords, plural } from './words.ts'
import { writeDocx } from './write.ts'

/** One reading of the text, and nothing of how it came about: all changes accepted, or all rejected. */
type Reading = 'final' | 'original'

/** The final text and nothing else: a clean copy with a deleted word in it is an error, not a file. */
export function exportClean(request: ExportRequest): Promise<WorkOutcome<ExportedFile>> {
  return exportReading(request, 'final')
}

/** The text as it was before all open changes, checked in the same way for words that were inserted since. */
export function exportOriginal(request: ExportRequest): Promise<WorkOutcome<ExportedFile>> {
  return exportReading(request, 'original')
}

async function exportReading(request: ExportRequest, reading: Reading): Promise<WorkOutcome<ExportedFile>> {
  const redline = Node.fromJSON(schema, request.doc)
  const into = request.original ? await openOriginal(request.original, request.people) : null
  const going = reading === 'final' ? 'deletion' : 'insertion'
  const tracked = into ? decidedBlockChips(redline, into.isBlock, going) : redline
  const whole = contentOf(request, project(tracked, reading), reading)
  const { doc, warnings } = holdable(whole.doc, whole.images, into?.isKnown)
  const content: WordContent = { ...whole, doc }
  // The sign-off page has names and words of its own, scrubbed for its readers; the story is looked at without it.
  const written = (one: WordContent): Promise<Uint8Array> =>
    writtenReading(one, tracked, into, request, reading)
  const bare = await written({ ...content, signOff: null })
  const bytes = content.signOff ? await written(content) : bare
  const read = await tryReadBack(bytes)
  if (!read.ok) return failed(read.fault)
  const pack = await readPackage(bare)
  const found = { ...read.value, doc: filePictures(request).named(read.value.doc) }
  const looked = { pack, read: found, content, redline, request, reading }
  const fault =
    (await findFault(looked)) ?? (request.original ? await findName(bare, request, content.doc) : null)
  if (fault !== null) return failed(fault)
  const hidden = hiddenWords(pack)
  return {
    ok: true,
    value: {
      name: fileName(request, reading === 'final' ? 'clean.docx' : 'original.docx'),
      bytes,
      checked: checkedWords(request, found, reading, hidden.length > 0),
      warnings: [...warnings, ...hidden, ...picturesLeft(pack, request)],
    },
  }
}

/** Written into the file that the review began with, where there is one; there every story of it is decided. */
async function writtenReading(
  content: WordContent,
  tracked: Node,
  into: OpenOriginal | null,
  request: ExportRequest,
  reading: Reading,
): Promise<Uint8Array> {
  if (!into) return writeDocx(content)
  const redline = { ...namedContent(request), doc: tracked, signOff: content.signOff ?? null }
  const bytes = into.write(redline)
  const side = reading === 'final' ? 'accept' : 'reject'
  const resolved = await resolveDocx(bytes, { side, comments: 'drop' })
  return request.audience === 'external' ? scrubDocx(resolved, () => '') : resolved
}

/** The headline and the hash that a review shows are of its final text. */
function contentOf(request: ExportRequest, doc: Node, reading: Reading): WordContent {
  const content = cleanContent(request, doc)
  if (reading === 'final') return content
  return { ...content, title: paragraphTexts(doc)[0] ?? '', textHash: '' }
}

type Looked = {
  readonly pack: Package
  readonly read: ReadBack
  readonly content: WordContent
  readonly redline: Node
  readonly request: ExportRequest
  readonly reading: Reading
}

const TRACES = 'ins|del|moveFrom|moveTo|cellIns|cellDel|comment(?:Range\\w*|Reference)'

/** Null when the file is clean; else what is wrong with it, in words. */
async function findFault({ pack, read, content, redline, request, reading }: Looked): Promise<string | null> {
  const isInto = request.original !== undefined
  if (linesOf(content.doc, isInto) !== linesOf(read.doc, isInto)) return 'its text differs'
  if (read.changes.length > 0) return 'a tracked change is left in it'
  if (read.threads.length > 0) return 'a comment is left in it'
  if (hasTalk(pack)) return 'a part for comments is left in it'
  const stories = storyParts(pack).map((name) => textOf(pack, name))
  if (stories.some((story) => hasElement(story, TRACES))) {
    return 'a mark of a change or comment is left in it'
  }
  const gone = wordsGone(redline, (one) => (reading === 'final' ? one.deletion : one.insertion) !== null)
  const names = request.original ? [] : request.people.flatMap((person) => wordsOf(person.name))
  const leak = findLeak(pack, await blankOf(request, content), content.doc, [...gone, ...names])
  return leak === null ? null : `the word “${leak}”, which is not in the ${reading} text, is left in it`
}

/** What a file of this kind says without a text. */
async function blankOf(request: ExportRequest, content: WordContent): Promise<readonly string[]> {
  const blank = await readPackage(
    writeDocx({ ...content, doc: withoutWords(content.doc), title: '', signOff: null }),
  )
  const own = textParts(blank).map((name) => textOf(blank, name))
  return request.original ? [...own, ...builtOf(await readPackage(request.original.bytes))] : own
}

/** Words that the file that came in hides from readers are hidden in its copy still. */
function hiddenWords(pack: Package): readonly Warning[] {
  const stories = storyParts(pack).map((name) => textOf(pack, name))
  if (!stories.some((story) => hasElement(story, 'vanish'))) return []
  const message = 'Words that the Word file hid from its readers are hidden in this one, too.'
  return [{ code: 'hidden', message }]
}

function checkedWords(request: ExportRequest, read: ReadBack, reading: Reading, isHidden: boolean): string {
  const words =
    reading === 'final'
      ? `${plural(request.state.words, 'word')}, ${hashWords(read.doc, request.state.textHash)}`
      : plural(countAll(read.doc), 'word')
  const lost = reading === 'final' ? 'no deleted word' : 'no inserted word'
  const hidden = isHidden ? '' : 'no hidden text, '
  const names = request.original ? '' : ', no names'
  return `Read back and checked: ${words}; 0 tracked changes, 0 comments, ${hidden}${lost}${names}.`
}

function countAll(doc: Node): number {
  return paragraphTexts(doc).reduce((sum, text) => sum + countWords(text), 0)
}
