import type { Mark, Node } from 'prosemirror-model'
import type { ChangeRef } from '../../../shared/document/attributes.ts'
import { forEachParagraph } from '../../../shared/document/paragraphs.ts'
import { schema } from '../../../shared/document/schema.ts'
import { deletionOf, paragraphAttrs } from '../../../shared/document/tracking-state.ts'
import type { ImportRequest } from '../../../shared/model/interchange.ts'
import { parseXmlText } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'
import { unreadable } from '../../opc/refusal.ts'
import { paragraphNode } from '../draft.ts'
import type { ImportTools, ReadResult } from '../draft.ts'
import { createWarnings } from '../warnings.ts'
import { createAnchors, NO_ANCHORS } from './anchors.ts'
import { createAuthors } from './authors.ts'
import { readBlock, readParagraphs } from './blocks.ts'
import type { Story } from './blocks.ts'
import { createChangeLog } from './changes.ts'
import { readComments } from './comments.ts'
import type { Reading } from './context.ts'
import { mapTracking } from './map-tracking.ts'
import { createMoves } from './moves.ts'
import type { Moves } from './moves.ts'
import { readNotes } from './notes.ts'
import { readNumbering } from './numbering.ts'
import { openWord } from './package.ts'
import { warnOfParts } from './part-warnings.ts'
import { createPayloads } from './payloads.ts'
import type { Payload } from './payloads.ts'
import type { WordPackage } from './package.ts'
import { createSignOffGate, mayHoldSignOff, openGate } from './sign-off.ts'
import { readStyles } from './styles.ts'
import { withoutLostMarks } from './table-marks.ts'
import type { Trace } from './trace.ts'

/** What our own files say of the program that wrote them. */
const OWN_APPLICATION = 'Stet'

/** A Word file with its tracked changes and comments. Throws a Refusal. */
export async function readDocx(request: ImportRequest, tools: ImportTools): Promise<ReadResult> {
  return (await readWord(request, tools, null)).result
}

/** What came of a file, and what is needed to find again in it what became what. */
export type ReadWord = {
  readonly result: ReadResult
  readonly pack: WordPackage
  /** The blocks as the trace knows them; each is the one of the result at the same place, which may have one more. */
  readonly traced: readonly Node[]
  /** The w:id of the comment that a message came from, by the message's id. */
  readonly commentNumbers: ReadonlyMap<string, string>
  /** By the keys of looks, of what is preserved, and of pictures (`pictureKey`). */
  readonly payloads: ReadonlyMap<string, Payload>
}

/** The same; `trace` is filled while reading. Throws a Refusal. */
export async function readWord(
  request: ImportRequest,
  tools: ImportTools,
  trace: Trace | null,
): Promise<ReadWord> {
  const pack = await openWord(request.bytes)
  const warnings = createWarnings()
  warnOfParts(pack, warnings)
  const authors = createAuthors(request.outside, tools, warnings)
  const comments = readComments(pack, authors, tools, warnings)
  const anchors = createAnchors(comments, warnings)
  const moves = createMoves(tools.newId)
  const changes = createChangeLog(authors, moves, tools)
  const reading: Reading = {
    pack,
    part: pack.mainName,
    text: pack.text(pack.mainName),
    relations: pack.relations,
    styles: readStyles(pack.side('styles')),
    numbering: readNumbering(pack.side('numbering')),
    footnotes: readNotes(pack.side('footnotes')),
    endnotes: readNotes(pack.side('endnotes')),
    readNote: (note, part) => readParagraphs(note, {}, insideNote(reading, part)),
    changes,
    moves,
    anchors,
    images: new Map(),
    warnings,
    payloads: createPayloads(),
    hasLooks: pack.application !== OWN_APPLICATION,
    fields: [],
    trace,
  }
  const { blocks: read, traced } = readBody(reading, tools)
  const blocks = tidied(read, anchors.unclosed(), moves)
  const loose = 'A move of which one side is missing came in as an insertion or a deletion.'
  warnings.add('move', loose, moves.loose())
  // Looked at, and not handed on: whoever makes the document of them has it checked.
  const doc = schema.nodes.doc.create(null, [...blocks])
  const threads = comments.list(quotesOf(doc))
  if (threads.some((thread) => thread.target.kind === 'article')) {
    warnings.add('comment', 'Comments without a place in the text stand on the article as a whole.')
  }
  const result = {
    blocks,
    people: authors.people(),
    changes: changes.list(doc),
    threads,
    images: reading.images,
    warnings: warnings.list(),
  }
  const payloads = reading.payloads.byKey
  return { result, pack, traced, commentNumbers: comments.numbers, payloads }
}

function insideNote(reading: Reading, part: 'footnotes' | 'endnotes'): Reading {
  const relations = reading.pack.relationsOf(part)
  const name = reading.pack.nameOf(part) ?? ''
  const text = reading.pack.text(name)
  return { ...reading, part: name, text, relations, readNote: null, anchors: NO_ANCHORS, fields: [] }
}

function readBody(
  reading: Reading,
  { progress }: ImportTools,
): { readonly blocks: readonly Node[]; readonly traced: readonly Node[] } {
  const story: Story = { out: [], isFlat: false }
  const read = (block: XmlElement): void => readBlock(block, {}, story, reading)
  const gate = mayHoldSignOff(reading.text) ? createSignOffGate(read) : openGate(read)
  const root = parseXmlText(reading.text, {
    budget: reading.pack.budget,
    stream: {
      parent: 'w:body',
      take: (block) => {
        progress?.({ label: 'Reading the text', done: block.end, total: reading.pack.main.byteLength })
        gate.take(block)
      },
    },
  })
  gate.end()
  reading.trace?.leftOut.push(...gate.kept)
  if (gate.kept.length > 0) {
    reading.warnings.add(
      'sign-off',
      'The sign-off page of the file was left out; it is made anew with each file.',
    )
  }
  if (root.name !== 'w:document') throw unreadable('This is not a Word document.')
  const { blocks, lost } = withoutLostMarks(story.out)
  if (lost > 0) {
    reading.warnings.add('table-mark', 'A tracked paragraph end before a table was kept as it stands.')
  }
  const last = blocks.at(-1)
  const traced = story.out
  if (last?.isTextblock !== true || !paragraphAttrs(last).paragraphMark) return { blocks, traced }
  // In Stet as in Word the last ¶ of a text is never tracked: a tracked one gets an untracked one after it.
  const end = paragraphNode({ ...paragraphAttrs(last), ...UNTRACKED, content: [] })
  return { blocks: [...blocks, end], traced }
}

const UNTRACKED = { paragraphMark: null, paragraphChange: null } as const

/** Without comments whose range never ended, and without the bond to a move of which one side only is there. */
function tidied(blocks: readonly Node[], unclosed: ReadonlySet<string>, moves: Moves): readonly Node[] {
  if (unclosed.size === 0 && !moves.hasAny()) return blocks
  const tidyMark = (mark: Mark): readonly Mark[] => {
    const { id, move } = mark.attrs as { id?: string; move?: string | null }
    if (mark.type === schema.marks.comment) return unclosed.has(id ?? '') ? [] : [mark]
    const isLoose = move !== undefined && move !== null && !moves.isWhole(move)
    return isLoose ? [mark.type.create({ ...mark.attrs, move: null })] : [mark]
  }
  const tidyRef = (ref: ChangeRef): ChangeRef =>
    ref.move === undefined || moves.isWhole(ref.move) ? ref : { id: ref.id, author: ref.author }
  return blocks.map((block) => mapTracking(block, tidyMark, tidyRef))
}

/** Final words under each comment that has a place; deleted words count only when there are no others. */
function quotesOf(doc: Node): ReadonlyMap<string, string> {
  const quotes = new Map<string, string>()
  forEachParagraph(doc, ({ paragraph }) => {
    const seen = new Set<string>()
    for (const node of paragraph.children) {
      const comments = node.marks.filter((one) => one.type === schema.marks.comment)
      const isDeleted = comments.length > 0 && deletionOf(node.marks) !== null
      for (const mark of comments) {
        const id = String(mark.attrs['id'])
        const so = quotes.get(id) ?? ''
        const gap = so === '' || seen.has(id) ? '' : ' '
        seen.add(id)
        quotes.set(id, isDeleted ? so : `${so}${gap}${node.text ?? ' '}`.slice(0, 4000))
      }
    }
  })
  return quotes
}
