import { trackedAttributes } from './tracked-attributes.ts'
import { readBlocks } from '../../../shared/document/segments.ts'
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
import { createNoteBook } from './notes.ts'
import { createListNumbers } from './numbering.ts'
import { createNumbers } from './numbers.ts'
import { peoplePart } from './people.ts'
import { propertyParts } from './properties.ts'
import { createPartRelations, MAIN_PARTS, packageParts } from './relations.ts'
import type { MainPart, PartRelations } from './relations.ts'
import { customParts, reviewPart } from './sign-off/custom-parts.ts'
import { signOffPage } from './sign-off/page.ts'
import { OUR_STYLES } from './style-names.ts'
import { stylesPart } from './styles.ts'
import { fontTablePart, settingsPart, themePart } from './template.ts'
import type { RunObject, Writing } from './writing.ts'

/** A .docx of this content, as far as Word can hold it. The same content gives the same bytes. */
export function writeDocx(given: WordContent): Uint8Array {
  const content: WordContent = { ...given, doc: holdable(given.doc, given.images).doc }
  const numbers = createNumbers()
  const comments = createCommentBook(content, numbers)
  const media = createMedia(content.images)
  const footnotes = createNoteBook('footnote')
  const endnotes = createNoteBook('endnote')
  const fromText = createPartRelations()
  const fromNotes = createPartRelations()
  const fromEndnotes = createPartRelations()
  const blocks = readBlocks(content.doc)
  const places = placeThreads(storyParagraphs(blocks), content.threads)
  const object = (one: RunObject, relations: PartRelations): Xml =>
    one.kind === 'image'
      ? media.drawing(one, relations)
      : (one.endnote ? endnotes : footnotes).reference(one.paragraphs)
  const shared = {
    content,
    numbers,
    lists: createListNumbers(),
    authors: new Set<string>(),
    object,
    kept: null,
    names: OUR_STYLES,
    emphasis: {},
  }
  const attributes = (range: MoveRange) => trackedAttributes(range.ref, shared)
  const markers = createMarkers(planMoves(blocks), attributes, { book: comments, places })
  const first = comments.starts(places.unplaced) + comments.ends(places.unplaced)
  const inText: Writing = {
    ...shared,
    relations: fromText,
    part: 'word/document.xml',
    bodyStyle: null,
    markers,
  }
  const body = writeBlocks(blocks, first, inText)
  const notePart = (kind: 'footnote' | 'endnote', relations: PartRelations): Uint8Array | undefined => {
    const book = kind === 'footnote' ? footnotes : endnotes
    const bodyStyle = OUR_STYLES.noteText(kind === 'endnote')
    const inNotes: Writing = { ...shared, relations, part: `word/${kind}s.xml`, bodyStyle, markers }
    if (book.isEmpty()) return undefined
    return book.part((paragraphs, mark) => writeParagraphs(paragraphs, mark, null, inNotes))
  }
  const noteParts = {
    footnotes: notePart('footnote', fromNotes),
    endnotes: notePart('endnote', fromEndnotes),
  }
  const people = peoplePart(content, shared.authors)
  const main: Partial<Record<MainPart, Uint8Array>> = {
    styles: stylesPart(),
    fontTable: fontTablePart(),
    theme: themePart(),
    settings: settingsPart(content.keepTracking, [
      ...(noteParts.footnotes ? ['footnote' as const] : []),
      ...(noteParts.endnotes ? ['endnote' as const] : []),
    ]),
    ...(noteParts.footnotes ? { footnotes: noteParts.footnotes } : {}),
    ...(noteParts.endnotes ? { endnotes: noteParts.endnotes } : {}),
    numbering: shared.lists.part(),
    ...comments.parts(),
    ...(people ? { people } : {}),
  }
  const end = content.signOff ? signOffPage(content.signOff, SECTION, numbers) : ''
  const custom = content.copyOf
    ? customParts(reviewPart(content.copyOf, numbers.ofChanges(), comments.messages()), 1)
    : null
  const names = (Object.keys(MAIN_PARTS) as MainPart[]).filter((name) => main[name] !== undefined)
  return writePackage([
    ...packageParts({ main: names, fromText, fromNotes, fromEndnotes, media: media.types(), custom }),
    ...propertyParts(content),
    { name: 'word/document.xml', data: documentPart(body + end) },
    ...names.flatMap((name) => {
      const data = main[name]
      return data ? [{ name: `word/${MAIN_PARTS[name][0]}`, data }] : []
    }),
    ...media.parts(),
  ])
}

/** A4, one inch of margin all round, in twentieths of a point. */
const SECTION: Xml = tag(
  'w:sectPr',
  {},
  tag('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }),
  tag('w:pgMar', {
    'w:top': 1440,
    'w:right': 1440,
    'w:bottom': 1440,
    'w:left': 1440,
    'w:header': 708,
    'w:footer': 708,
    'w:gutter': 0,
  }),
)

function documentPart(body: Xml): Uint8Array {
  const prefixes = ['w', 'r', 'wp', 'a', 'pic', 'w14', 'w16du'] as const
  return part('w:document', prefixes, tag('w:body', {}, body, SECTION))
}
