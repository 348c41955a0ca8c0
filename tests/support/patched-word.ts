import { Transform } from 'prosemirror-transform'
import { Fragment } from 'prosemirror-model'
import type { Mark, Node } from 'prosemirror-model'
import type { WordSource } from '../../src/main/import/docx/source-types.ts'
import { readSource } from '../../src/main/import/docx/source.ts'
import { arrangeDraft } from '../../src/main/import/draft.ts'
import { signerOf } from '../../src/main/export/docx/content.ts'
import type { Signer, WordContent } from '../../src/main/export/docx/content.ts'
import { writtenDates } from '../../src/main/export/docx/dates.ts'
import { holdable } from '../../src/main/export/docx/holdable.ts'
import { canonical } from '../../src/main/export/docx/patch/canonical.ts'
import { patchWord } from '../../src/main/export/docx/patch/patch.ts'
import { writePackage } from '../../src/main/opc/write.ts'
import { storyParagraphs } from '../../src/main/export/all-paragraphs.ts'
import { placeThreads } from '../../src/main/export/docx/anchors.ts'
import { zipBlocks } from '../../src/main/export/docx/patch/zip.ts'
import { schema } from '../../src/shared/document/schema.ts'
import { readBlocks } from '../../src/shared/document/segments.ts'
import { paragraphAttrs, storeMarks } from '../../src/shared/document/tracking-state.ts'
import { personId } from '../../src/shared/model/ids.ts'
import type { Thread } from '../../src/shared/model/thread.ts'
import { play } from './fuzz.ts'
import { FORMATTING_MARKS } from '../../src/shared/document/attributes.ts'
import type { RandomEdit } from './random-edits.ts'
import { openIds } from './random-tracking.ts'
import { NOON, rangeThread } from './word-content.ts'

/** The review that an import makes of a file, with two more at the desk. */
export function contentOfSource(source: WordSource): WordContent {
  const { result, doc } = source
  return {
    doc,
    threads: result.threads,
    images: result.images ?? new Map(),
    changes: new Map(result.changes.map((change) => [change.id, change])),
    people: new Map<string, Signer>([
      ...result.people.map((person) => [String(person.id), person] as const),
      ['A', { name: 'Hanne Ostrow', initials: 'HO' }],
      ['B', { name: 'Dov Lassiter', initials: 'DL' }],
    ]),
    title: '',
    textHash: '',
    writtenAt: null,
    utcOffset: 0,
    keepTracking: false,
  }
}

/** The same with an edited text; changes that are new in it are of full seconds, each of its own. */
export function withText(content: WordContent, doc: Node): WordContent {
  const changes = new Map(content.changes)
  for (const id of openIds(doc)) {
    if (changes.has(id)) continue
    changes.set(id, { authorId: authorIn(doc, id), at: NOON + 1000 * changes.size, dateRaw: null })
  }
  return { ...content, doc, changes }
}

function authorIn(doc: Node, id: string): string {
  return new RegExp(`"id":"${id}","author":"([^"]*)"`).exec(JSON.stringify(doc.toJSON()))?.[1] ?? 'A'
}

/** The text after some edits of all that follows its first words, whose style hangs on their being the first. */
export function editedText(doc: Node, edits: readonly RandomEdit[]): Node {
  const spoken = doc.children.findIndex((block) => block.textContent.trim() !== '')
  const [head, rest] = [doc.children.slice(0, spoken + 1), doc.children.slice(spoken + 1)]
  if (head.length === 0 || rest.length === 0) return doc
  const body = play(schema.nodes.doc.create(null, rest), edits)
  return schema.nodes.doc.create(null, [...head, ...body.children])
}

/** Puts a comment on a stretch of one paragraph; `at` chooses it as a share of what there is. */
export function withComment(content: WordContent, at: number, texts: readonly string[]): WordContent {
  const id = `thread-${at}`
  const places: number[] = []
  content.doc.descendants((node, position) => {
    if (node.isTextblock && node.childCount > 0) places.push(position)
    return !node.isTextblock
  })
  const start = places[at % Math.max(1, places.length)]
  if (start === undefined) return content
  const paragraph = content.doc.nodeAt(start)
  const transform = new Transform(content.doc)
  const mark = schema.marks.comment.create({ id })
  paragraph?.forEach((child, offset, index) => {
    const from = start + 1 + offset
    if (index >= at % paragraph.childCount)
      transform.addMark(from, from + (child.isText ? child.nodeSize : 0), mark)
  })
  const marked = transform.doc
    .nodeAt(start)
    ?.children.some((one) => one.marks.some((mark) => mark.attrs['id'] === id))
  if (marked !== true) return content
  const thread = rangeThread(id, texts)
  const messages = thread.messages.map((one) => ({ ...one, authorId: personId.parse('A') }))
  return { ...content, doc: transform.doc, threads: [...content.threads, { ...thread, messages }] }
}

/** What a review says in a file, whatever its ids: its blocks, and its threads. */
export function saidIn(content: WordContent): readonly string[] {
  const held = holdable(content.doc, content.images).doc.children.map(asHead)
  const doc = withoutLooks(arrangeDraft({ blocks: withPlainEnd(held), warnings: [] }).doc)
  const name = (author: string): string => signerOf(content, author).name
  const words = (thread: Thread): string =>
    JSON.stringify([
      thread.resolvedAt !== null,
      ...thread.messages.map((one) => [name(one.authorId), writtenDates(one, 0).date, one.text]),
    ])
  const ends = endsOf(doc, content.threads, words)
  const names = {
    change: (id: string, author: string) => {
      const facts = content.changes.get(id)
      return `${name(author)} ${(facts && writtenDates(facts, 0).date) ?? ''}`
    },
    thread: () => null,
    ends: (paragraph: Node) => ends.get(paragraph) ?? '',
  }
  return [...doc.children.map((block) => canonical(block, names)), ...content.threads.map(words).sort()]
}

/** The head of an article is never a list item in a file, also where more follows of its style. */
function asHead(block: Node): Node {
  const { style, ...attrs } = block.attrs
  const isHead = style === 'headline' || style === 'standfirst' || style === 'byline'
  return isHead ? block.type.create({ ...attrs, style, list: null }, block.content) : block
}

/** The empty line after a last ¶ that is tracked: a file has none, and so nothing of what it is. */
function withPlainEnd(blocks: readonly Node[]): readonly Node[] {
  const [last, above] = [blocks.at(-1), blocks.at(-2)]
  const isOurs =
    last?.isTextblock === true &&
    last.childCount === 0 &&
    above?.isTextblock === true &&
    paragraphAttrs(above).paragraphMark !== null
  return isOurs ? [...blocks.slice(0, -1), schema.nodes.para.create()] : blocks
}

/** Before and after which letters of a paragraph comments begin and end: Word holds one range for each. */
function endsOf(
  doc: Node,
  threads: readonly Thread[],
  words: (thread: Thread) => string,
): ReadonlyMap<Node, string> {
  const blocks = readBlocks(doc)
  const places = placeThreads(storyParagraphs(blocks), threads)
  const ends = new Map<Node, string>()
  for (const [{ segments }, node] of zipBlocks(doc, blocks).paragraphs) {
    let letter = 0
    const here: string[] = []
    for (const segment of segments) {
      for (const thread of places.starts(segment)) here.push(`${letter} starts ${words(thread)}`)
      letter += segment.text.length
      for (const thread of places.ends(segment)) here.push(`${letter} ends ${words(thread)}`)
    }
    if (here.length > 0) ends.set(node, JSON.stringify(here.sort()))
  }
  return ends
}

/** What Stet wrote of its own has a look once it is read from a file of somebody else. */
function withoutLooks(node: Node): Node {
  const marks = node.marks.flatMap((mark) => {
    if (mark.type === schema.marks.look) return []
    if (mark.type !== schema.marks.formatChange) return [mark]
    // That a link was set or taken away is no change of format in Word; the export says so.
    if (isOfLinkAlone(node, mark)) return []
    const before = (mark.attrs['before'] as { type: string }[]).filter((one) => one.type !== 'look')
    return [mark.type.create({ ...mark.attrs, before })]
  })
  if (node.isText) return node.mark(marks)
  const { paragraphChange, layoutChange } = node.attrs as {
    paragraphChange?: { before: object } | null
    layoutChange?: object | null
  }
  const attrs = {
    ...node.attrs,
    ...('look' in node.attrs ? { look: null } : {}),
    ...(paragraphChange
      ? { paragraphChange: { ...paragraphChange, before: withoutLook(paragraphChange.before) } }
      : {}),
    ...(layoutChange ? { layoutChange: { ...layoutChange, before: null } } : {}),
  }
  return node.type.create(attrs, Fragment.fromArray(node.children.map(withoutLooks)), marks)
}

function isOfLinkAlone(node: Node, change: Mark): boolean {
  const words = (marks: readonly { type: string }[]): string =>
    marks
      .filter(({ type }) => type !== 'link')
      .map((one) => JSON.stringify(one))
      .sort()
      .join()
  const now = node.marks.filter(({ type }) => FORMATTING_MARKS.some((name) => name === type.name))
  return words(storeMarks(now)) === words(change.attrs['before'] as { type: string }[])
}

function withoutLook(properties: object): object {
  return Object.fromEntries(Object.entries(properties).filter(([key]) => key !== 'look'))
}

export async function patched(
  content: WordContent,
  source: WordSource,
): Promise<{ bytes: Uint8Array; read: WordContent }> {
  const bytes = writePackage(patchWord(content, source).list())
  return { bytes, read: contentOfSource(await readSource(bytes, {})) }
}
