import type { Tracking } from '../../../shared/document/attributes.ts'
import type {
  BlockSegments,
  CellSegments,
  ParagraphSegments,
  Segment,
} from '../../../shared/document/segments.ts'
import type { Emphasis } from '../../import/docx/styles.ts'
import { tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'
import { chipBlocks } from './chips.ts'
import { piecesOf } from './looks.ts'
import { BETWEEN_TABLES } from './other-styles.ts'
import type { Kept } from './patch/kept.ts'
import { paragraphProperties } from './paragraphs.ts'
import { placesOf } from './places.ts'
import type { Placed } from './places.ts'
import { writeSegments } from './runs.ts'
import { writeTable } from './tables.ts'
import type { Writing } from './writing.ts'

/**
 * The blocks of the text; `first` stands before the text of the first paragraph. Tables that touch would be one in
 * Word: a small empty line keeps them apart.
 */
export function writeBlocks(blocks: readonly BlockSegments[], first: Xml, writing: Writing): Xml {
  return writeEachBlock(blocks, first, writing).join('')
}

/** The same, a text for each block. */
export function writeEachBlock(
  blocks: readonly BlockSegments[],
  first: Xml,
  writing: Writing,
): readonly Xml[] {
  const { kept } = writing
  let above: ParagraphSegments | undefined
  let waiting = first
  return blocks.map((block, index) => {
    if (block.kind === 'table') {
      const whole = kept?.table(block.rows) ?? null
      if (whole !== null) return whole
      const isNew = kept?.isOfFile(block.rows) !== true
      const gap = isNew && blocks[index - 1]?.kind === 'table' ? emptyLine() : ''
      const paragraphs = (cell: CellSegments, mark: Tracking | null) =>
        writeParagraphs(cell.paragraphs, '', mark, writing)
      return gap + writeTable(block, paragraphs, writing)
    }
    // The last ¶ of the text is never tracked.
    const mark = index === blocks.length - 1 ? null : block.attrs.paragraphMark
    const xml = writeParagraph(block, above, mark, waiting, writing)
    above = block
    waiting = ''
    return xml
  })
}

/** The paragraphs of a cell or a note; `first` stands before the text of the first, `last` is tracked of the last ¶. */
export function writeParagraphs(
  paragraphs: readonly ParagraphSegments[],
  first: Xml,
  last: Tracking | null,
  writing: Writing,
): Xml {
  return paragraphs
    .map((paragraph, index) => {
      const mark = index === paragraphs.length - 1 ? last : paragraph.attrs.paragraphMark
      return writeParagraph(paragraph, paragraphs[index - 1], mark, index === 0 ? first : '', writing)
    })
    .join('')
}

function writeParagraph(
  paragraph: ParagraphSegments,
  above: ParagraphSegments | undefined,
  mark: Tracking | null,
  first: Xml,
  writing: Writing,
): Xml {
  const { markers, kept } = writing
  const same = kept?.verbatim(paragraph) ?? null
  if (same !== null) return withFirst(same, first)
  const chips = chipBlocks(paragraph.segments, writing)
  if (chips.isAlone) return (first === '' ? '' : tag('w:p', {}, first)) + chips.xml
  const source = kept?.source(paragraph) ?? null
  const properties = paragraphProperties(paragraph, above, mark, writing)
  const placed = source ? placesOf(source, paragraph, first !== '') : NO_PLACES
  const inside = kept ? { ...writing, emphasis: emphasisOf(properties, kept) } : writing
  const content = first + inlineContent(paragraph, placed, inside) + markers.beforeMark(paragraph)
  const inner = properties + content
  if (!source)
    return (inner === '' ? '<w:p/>' : `<w:p>${inner}</w:p>`) + chips.xml + markers.afterMark(paragraph)
  const open = source.tag
  const close = `</${/^<([^\s/>]+)/.exec(open)?.[1] ?? 'w:p'}>`
  return open + inner + close + chips.xml + markers.afterMark(paragraph)
}

/** A paragraph of the file with something before its words. */
function withFirst(paragraph: Xml, first: Xml): Xml {
  const [whole] = first === '' ? [] : piecesOf(paragraph)
  if (!whole || whole.inner === '') return first === '' ? paragraph : tag('w:p', {}, first) + paragraph
  const [properties] = piecesOf(whole.inner)
  const head = properties?.name.endsWith('pPr') === true ? properties.xml : ''
  const at = paragraph.indexOf(whole.inner) + head.length
  return paragraph.slice(0, at) + first + paragraph.slice(at)
}

/** What a paragraph style of the file gives its words, so that they can say where they do not have it. */
function emphasisOf(properties: Xml, kept: Kept): Emphasis {
  const style = /<(?:\w+:)?pStyle\b[^>]*\bval\s*=\s*["']([^"']*)/.exec(properties)?.[1]
  return kept.styles.paragraph(style).emphasis
}

const NO_PLACES: Placed = { at: new Map(), cuts: [] }

function inlineContent({ segments }: ParagraphSegments, placed: Placed, writing: Writing): Xml {
  let result = ''
  let waiting: Segment[] = []
  let letter = 0
  const flush = (): void => {
    result += writeSegments(waiting, writing)
    waiting = []
  }
  const put = (xml: Xml): void => {
    if (xml === '') return
    flush()
    result += xml
  }
  for (const segment of segments) {
    put(writing.markers.before(segment))
    if (placed === NO_PLACES) waiting.push(segment)
    else {
      for (const piece of cutAt(segment, letter, placed.cuts)) {
        put(numbered(placed.at.get(letter) ?? '', writing))
        waiting.push(piece)
        letter += piece.text.length
      }
    }
    put(writing.markers.after(segment))
  }
  flush()
  return result + numbered(placed.at.get(letter) ?? '', writing)
}

/** A tracked change around a place is cut off from the rest of it, and gets a number of its own. */
function numbered(places: Xml, { numbers }: Writing): Xml {
  return places.replace(
    /(<(?:[\w.-]+:)?(?:ins|del)\s(?:[^"'>]|"[^"]*"|'[^']*')*?\b(?:[\w.-]+:)?id\s*=\s*["'])[^"']*/g,
    (_, head: string) => `${head}${numbers.next()}`,
  )
}

/** A stretch of text in the pieces between which something stands. `from`: the number of its first letter. */
function cutAt(segment: Segment, from: number, cuts: readonly number[]): readonly Segment[] {
  const { text } = segment
  const within = cuts.filter((cut) => cut > from && cut < from + text.length)
  if (within.length === 0) return [segment]
  const ends = [...within, from + text.length]
  return ends.map((end, index) => ({
    ...segment,
    text: text.slice((ends[index - 1] ?? from) - from, end - from),
  }))
}

function emptyLine(): Xml {
  return tag('w:p', {}, tag('w:pPr', {}, tag('w:pStyle', { 'w:val': BETWEEN_TABLES })))
}
