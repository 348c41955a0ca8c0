import { readSegments } from '../../../shared/document/segments.ts'
import type { ParagraphSegments, Segment } from '../../../shared/document/segments.ts'
import { writePackage } from '../../opc/write.ts'
import { part, tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'
import { placeThreads } from './anchors.ts'
import type { ThreadPlaces } from './anchors.ts'
import { createCommentBook } from './comments.ts'
import type { CommentBook } from './comments.ts'
import type { WordContent } from './content.ts'
import { createListNumbers } from './numbering.ts'
import { createNumbers } from './numbers.ts'
import { paragraphProperties } from './paragraphs.ts'
import { peoplePart } from './people.ts'
import { propertyParts } from './properties.ts'
import { createLinks, MAIN_PARTS, packageParts } from './relations.ts'
import type { MainPart } from './relations.ts'
import { writeSegments } from './runs.ts'
import type { Writing } from './runs.ts'
import { stylesPart } from './styles.ts'
import { fontTablePart, settingsPart, themePart } from './template.ts'

/** A .docx of this content. The same content gives the same bytes. */
export function writeDocx(content: WordContent): Uint8Array {
  const numbers = createNumbers()
  const writing: Writing = { content, numbers, links: createLinks() }
  const lists = createListNumbers()
  const comments = createCommentBook(content, numbers)
  const paragraphs = readSegments(content.doc)
  const places = placeThreads(paragraphs, content.threads)
  const body = paragraphs.map((paragraph, index) => {
    const isLast = index === paragraphs.length - 1
    const properties = paragraphProperties(paragraph, paragraphs[index - 1], isLast, lists, writing)
    const first = index === 0 ? comments.starts(places.unplaced) + comments.ends(places.unplaced) : ''
    return tag('w:p', {}, properties, first, inlineContent(paragraph, index, places, comments, writing))
  })
  const people = peoplePart(content, paragraphs)
  const main: Partial<Record<MainPart, Uint8Array>> = {
    styles: stylesPart(),
    numbering: lists.part(),
    settings: settingsPart(content.keepTracking),
    fontTable: fontTablePart(),
    theme: themePart(),
    ...comments.parts(),
    ...(people ? { people } : {}),
  }
  const names = (Object.keys(MAIN_PARTS) as MainPart[]).filter((name) => main[name] !== undefined)
  return writePackage([
    ...packageParts(names, writing.links),
    ...propertyParts(content),
    { name: 'word/document.xml', data: documentPart(body) },
    ...names.flatMap((name) => {
      const data = main[name]
      return data ? [{ name: `word/${MAIN_PARTS[name][0]}`, data }] : []
    }),
  ])
}

function inlineContent(
  paragraph: ParagraphSegments,
  index: number,
  places: ThreadPlaces,
  comments: CommentBook,
  writing: Writing,
): Xml {
  let result = ''
  let waiting: Segment[] = []
  const flush = (): void => {
    result += writeSegments(waiting, writing)
    waiting = []
  }
  for (const [position, segment] of paragraph.segments.entries()) {
    const starts = places.starts(index, position)
    const ends = places.ends(index, position)
    if (starts.length > 0) flush()
    result += comments.starts(starts)
    waiting.push(segment)
    if (ends.length > 0) flush()
    result += comments.ends(ends)
  }
  flush()
  return result
}

/** A4, one inch of margin all round, in twentieths of a point. */
function documentPart(body: readonly Xml[]): Uint8Array {
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
  return part('w:document', ['w', 'r', 'w14', 'w16du'], tag('w:body', {}, ...body, section))
}
