import { Node } from 'prosemirror-model'
import { project } from '../../../shared/document/projection.ts'
import { schema } from '../../../shared/document/schema.ts'
import { readSegments } from '../../../shared/document/segments.ts'
import type { ExportedFile, ExportRequest, WorkOutcome } from '../../../shared/model/interchange.ts'
import { readPackage } from '../../opc/read.ts'
import type { Package } from '../../opc/read.ts'
import { Refusal } from '../../opc/refusal.ts'
import type { WordContent } from './content.ts'
import { cleanContent, fileName } from './from-request.ts'
import { readBack } from './read-back.ts'
import { failed, plural, sameTexts } from './words.ts'
import { writeDocx } from './write.ts'

/** The final text and nothing else: a clean copy with a deleted word in it is an error, not a file. */
export async function exportClean(request: ExportRequest): Promise<WorkOutcome<ExportedFile>> {
  const redline = Node.fromJSON(schema, request.doc)
  const content = cleanContent(request, project(redline, 'final'))
  const bytes = writeDocx(content)
  const fault = await findFault(bytes, content, redline, request)
  if (fault !== null) return failed(fault)
  const checked =
    `Read back and checked: ${plural(request.state.words, 'word')}, same hash; 0 tracked changes, 0 comments, ` +
    'no hidden text, no deleted word, no names.'
  return { ok: true, value: { name: fileName(request, 'clean.docx'), bytes, checked, warnings: [] } }
}

/** Null when the file is clean; else what is wrong with it, in words. */
async function findFault(
  bytes: Uint8Array,
  content: WordContent,
  redline: Node,
  request: ExportRequest,
): Promise<string | null> {
  try {
    const read = await readBack(bytes)
    if (!sameTexts(content.doc, read.doc)) return 'its text differs'
    if (read.changes.length > 0) return 'a tracked change is left in it'
    if (read.threads.length > 0) return 'a comment is left in it'
  } catch (error) {
    if (error instanceof Refusal) return `it could not be read back (${error.message})`
    throw error
  }
  const pack = await readPackage(bytes)
  if (pack.names.some((name) => /comments|people/i.test(name))) return 'a part for comments is left in it'
  if (/<w:(ins|del|moveFrom|moveTo|vanish|comment\w*)[\s/>]/.test(text(pack, 'word/document.xml'))) {
    return 'a mark of a change or comment, or hidden text, is left in it'
  }
  return findLeak(pack, await emptyPackage(content), content.doc, redline, request)
}

function emptyPackage(content: WordContent): Promise<Package> {
  const doc = schema.nodes.doc.create(null, [schema.nodes.para.create()])
  return readPackage(writeDocx({ ...content, doc, title: '' }))
}

/**
 * A word of four letters or more that only deleted text has, or a name of a person at the desk, anywhere in any
 * part. Words that every file of ours has (names of elements and styles) say nothing and are left out.
 */
function findLeak(
  pack: Package,
  empty: Package,
  final: Node,
  redline: Node,
  request: ExportRequest,
): string | null {
  const common = new Set(empty.names.flatMap((name) => wordsOf(text(empty, name))))
  const kept = new Set(
    readSegments(final)
      .flatMap(({ segments }) => segments)
      .flatMap((one) => wordsOf(`${one.text} ${one.link ?? ''}`)),
  )
  for (const word of wordsOf(final.textBetween(0, final.content.size, ' ', ' '))) kept.add(word)
  for (const word of paragraphWords(final)) kept.add(word)
  const mayNot = new Set([
    ...deletedWords(redline),
    ...request.people.flatMap((person) => wordsOf(person.name)),
  ])
  for (const word of [...kept, ...common]) mayNot.delete(word)
  const found = pack.names.flatMap((name) => wordsOf(text(pack, name))).find((word) => mayNot.has(word))
  return found === undefined ? null : `the word “${found}”, which is not in the final text, is left in it`
}

/** Words across runs of different formatting, as a reader sees them. */
function paragraphWords(doc: Node): readonly string[] {
  return doc.children.flatMap((paragraph) => wordsOf(paragraph.textContent))
}

function deletedWords(redline: Node): readonly string[] {
  return readSegments(redline)
    .flatMap(({ segments }) => segments)
    .filter((segment) => segment.deletion !== null)
    .flatMap((segment) => wordsOf(segment.text))
}

function wordsOf(of: string): readonly string[] {
  return of.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []
}

function text(pack: Package, name: string): string {
  return new TextDecoder().decode(pack.get(name))
}
