import { Fragment, Node } from 'prosemirror-model'
import { paragraphTexts, project } from '../../../shared/document/projection.ts'
import { schema } from '../../../shared/document/schema.ts'
import type { ExportedFile, ExportRequest, WorkOutcome } from '../../../shared/model/interchange.ts'
import { readPackage } from '../../opc/read.ts'
import type { Package } from '../../opc/read.ts'
import { allParagraphs } from '../all-paragraphs.ts'
import type { WordContent } from './content.ts'
import { cleanContent, fileName } from './from-request.ts'
import { holdable } from './holdable.ts'
import { tryReadBack } from './read-back.ts'
import type { ReadBack } from './read-back.ts'
import { failed, hashWords, plural, sameTexts } from './words.ts'
import { writeDocx } from './write.ts'

/** The final text and nothing else: a clean copy with a deleted word in it is an error, not a file. */
export async function exportClean(request: ExportRequest): Promise<WorkOutcome<ExportedFile>> {
  const redline = Node.fromJSON(schema, request.doc)
  const whole = cleanContent(request, project(redline, 'final'))
  const { doc, warnings } = holdable(whole.doc, whole.images)
  const content: WordContent = { ...whole, doc }
  const bytes = writeDocx(content)
  const read = await tryReadBack(bytes)
  if (!read.ok) return failed(read.fault)
  // The sign-off page has names and words of its own, scrubbed for its readers; the story is looked at without it.
  const bare = content.signOff ? writeDocx({ ...content, signOff: null }) : bytes
  const fault = await findFault(bare, read.value, content, redline, request)
  if (fault !== null) return failed(fault)
  const checked =
    `Read back and checked: ${plural(request.state.words, 'word')}, ${hashWords(read.value.doc, request.state.textHash)}; 0 tracked changes, 0 comments, ` +
    'no hidden text, no deleted word, no names.'
  return { ok: true, value: { name: fileName(request, 'clean.docx'), bytes, checked, warnings } }
}

/** Null when the file is clean; else what is wrong with it, in words. */
async function findFault(
  bytes: Uint8Array,
  read: ReadBack,
  content: WordContent,
  redline: Node,
  request: ExportRequest,
): Promise<string | null> {
  if (!sameTexts(content.doc, read.doc)) return 'its text differs'
  if (read.changes.length > 0) return 'a tracked change is left in it'
  if (read.threads.length > 0) return 'a comment is left in it'
  const pack = await readPackage(bytes)
  if (pack.names.some((name) => /comments|people/i.test(name))) return 'a part for comments is left in it'
  const traces = /<w:(ins|del|moveFrom|moveTo|cellIns|cellDel|vanish|comment\w*)[\s/>]/
  if (['word/document.xml', 'word/footnotes.xml'].some((name) => traces.test(text(pack, name)))) {
    return 'a mark of a change or comment, or hidden text, is left in it'
  }
  const blank = await readPackage(
    writeDocx({ ...content, doc: withoutWords(content.doc), title: '', signOff: null }),
  )
  const leak = findLeak(pack, blank, content.doc, [
    ...deletedWords(redline),
    ...request.people.flatMap((person) => wordsOf(person.name)),
  ])
  return leak === null ? null : `the word “${leak}”, which is not in the final text, is left in it`
}

/** The same paragraphs, tables, marks and links with an x for their words: what is left is how such a file is built. */
function withoutWords(node: Node): Node {
  const marks = node.marks.map((mark) =>
    mark.type === schema.marks.link ? schema.marks.link.create({ href: 'https://x.x' }) : mark,
  )
  if (node.isText) return schema.text('x', marks)
  const attrs = node.type === schema.nodes.image ? { ...node.attrs, alt: '' } : node.attrs
  return node.type.create(attrs, Fragment.fromArray(node.children.map(withoutWords)), marks)
}

/**
 * The first of these words, of four letters or more, that stands in any part although the final text does not
 * have it. Words of the file's own build (names of elements and styles) say nothing and are left out.
 */
function findLeak(pack: Package, blank: Package, final: Node, words: readonly string[]): string | null {
  const known = new Set(textParts(blank).flatMap((name) => wordsOf(text(blank, name))))
  // A word may be cut by a change of formatting, so the pieces count as well as the whole.
  const pieces = allParagraphs(final).flatMap(({ segments }) =>
    segments.flatMap((one) => [one.text, one.link ?? '', one.object?.kind === 'image' ? one.object.alt : '']),
  )
  for (const piece of [...pieces, ...paragraphTexts(final), 'quot']) {
    for (const word of wordsOf(piece)) known.add(word)
  }
  const mayNot = new Set(words.filter((word) => !known.has(word)))
  return (
    textParts(pack)
      .flatMap((name) => wordsOf(text(pack, name)))
      .find((word) => mayNot.has(word)) ?? null
  )
}

function deletedWords(redline: Node): readonly string[] {
  return allParagraphs(redline).flatMap(({ segments }) =>
    wordsOf(segments.map((segment) => (segment.deletion ? segment.text : ' ')).join('')),
  )
}

/** The bytes of a picture hold no words. */
function textParts(pack: Package): readonly string[] {
  return pack.names.filter((name) => !name.startsWith('word/media/'))
}

function wordsOf(of: string): readonly string[] {
  return of.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []
}

function text(pack: Package, name: string): string {
  return new TextDecoder().decode(pack.get(name))
}
