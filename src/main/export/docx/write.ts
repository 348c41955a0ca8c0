import { readBlocks } from '../../../shared/document/segments.ts'
import type { SegmentObject } from '../../../shared/document/segments.ts'
import { writePackage } from '../../opc/write.ts'
import { part, tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'
import { storyParagraphs } from '../all-paragraphs.ts'
import { placeThreads } from './anchors.ts'
import { writeBlocks, writeParagraphs } from './blocks.ts'
import { createCommentBook } from './comments.ts'
import type { WordContent } from './content.ts'
import { holdable } from './holdable.ts'
import { createMarkers } from './markers.ts'
import { createMedia } from './media.ts'
import { planMoves } from './moves.ts'
import type { MoveRange } from './moves.ts'
import { createNoteBook, SEPARATORS } from './notes.ts'
import { createListNumbers } from './numbering.ts'
import { createNumbers } from './numbers.ts'
import { peoplePart } from './people.ts'
import { propertyParts } from './properties.ts'
import { createPartRelations, MAIN_PARTS, packageParts } from './relations.ts'
import type { MainPart, PartRelations } from './relations.ts'
import { trackedAttributes } from './runs.ts'
import { NOTE_STYLE } from './other-styles.ts'
import { stylesPart } from './styles.ts'
import { fontTablePart, settingsPart, themePart } from './template.ts'
import type { Writing } from './writing.ts'

/** A .docx of this content, as far as Word can hold it. The same content gives the same bytes. */
export function writeDocx(given: WordContent): Uint8Array {
  const content: WordContent = { ...given, doc: holdable(given.doc, given.images).doc }
  const numbers = createNumbers()
  const comments = createCommentBook(content, numbers)
  const media = createMedia(content.images)
  const notes = createNoteBook()
  const fromText = createPartRelations()
  const fromNotes = createPartRelations()
  const blocks = readBlocks(content.doc)
  const places = placeThreads(storyParagraphs(blocks), content.threads)
  const object = (one: SegmentObject, relations: PartRelations): Xml =>
    one.kind === 'image' ? media.drawing(one, relations) : notes.reference(one.paragraphs)
  const shared = { content, numbers, lists: createListNumbers(), authors: new Set<string>(), object }
  const attributes = (range: MoveRange) => trackedAttributes(range.ref, shared)
  const markers = createMarkers(planMoves(blocks), attributes, { book: comments, places })
  const first = comments.starts(places.unplaced) + comments.ends(places.unplaced)
  const inText: Writing = { ...shared, relations: fromText, bodyStyle: null, markers, kept: null }
  const body = writeBlocks(blocks, first, inText)
  const inNotes: Writing = { ...shared, relations: fromNotes, bodyStyle: NOTE_STYLE, markers, kept: null }
  const footnotes = notes.isEmpty()
    ? undefined
    : notes.part((paragraphs, mark) => writeParagraphs(paragraphs, mark, null, inNotes))
  const people = peoplePart(content, shared.authors)
  const main: Partial<Record<MainPart, Uint8Array>> = {
    styles: stylesPart(),
    fontTable: fontTablePart(),
    theme: themePart(),
    settings: settingsPart(content.keepTracking, footnotes ? SEPARATORS : []),
    ...(footnotes ? { footnotes } : {}),
    numbering: shared.lists.part(),
    ...comments.parts(),
    ...(people ? { people } : {}),
  }
  const names = (Object.keys(MAIN_PARTS) as MainPart[]).filter((name) => main[name] !== undefined)
  return writePackage([
    ...packageParts({ main: names, fromText, fromNotes, media: media.types() }),
    ...propertyParts(content),
    { name: 'word/document.xml', data: documentPart(body) },
    ...names.flatMap((name) => {
      const data = main[name]
      return data ? [{ name: `word/${MAIN_PARTS[name][0]}`, data }] : []
    }),
    ...media.parts(),
  ])
}

/** A4, one inch of margin all round, in twentieths of a point. */
function documentPart(body: Xml): Uint8Array {
  const size = tag('w:pgSz', { 'w:w': 11906, 'w:h': 16838 })
  const margins = tag('w:pgMar', {
    'w:top': 1440,
    'w:right': 1440,
    'w:bottom': 1440,
    'w:left': 1440,
    'w:header': 708,
    'w:footer': 708,
    'w:gutter': 0,
  })
  const section = tag('w:sectPr', {}, size, margins)
  const prefixes = ['w', 'r', 'wp', 'a', 'pic', 'w14', 'w16du'] as const
  return part('w:document', prefixes, tag('w:body', {}, body, section))
}
