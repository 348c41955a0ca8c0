import type { Tracking } from '../../../shared/document/attributes.ts'
import type {
  BlockSegments,
  CellSegments,
  ParagraphSegments,
  Segment,
} from '../../../shared/document/segments.ts'
import { tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'
import { paragraphProperties } from './paragraphs.ts'
import { writeSegments } from './runs.ts'
import { BETWEEN_TABLES } from './other-styles.ts'
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
      return gap + writeTable(block.rows, paragraphs, writing)
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
  const whole = kept?.verbatim(paragraph) ?? null
  if (whole !== null) return first + whole
  const properties = paragraphProperties(paragraph, above, mark, writing)
  const content = first + inlineContent(paragraph, writing) + markers.beforeMark(paragraph)
  return tag('w:p', {}, properties, content) + markers.afterMark(paragraph)
}

function inlineContent({ segments }: ParagraphSegments, writing: Writing): Xml {
  let result = ''
  let waiting: Segment[] = []
  const flush = (): void => {
    result += writeSegments(waiting, writing)
    waiting = []
  }
  for (const segment of segments) {
    const before = writing.markers.before(segment)
    const after = writing.markers.after(segment)
    if (before !== '') flush()
    result += before
    waiting.push(segment)
    if (after !== '') flush()
    result += after
  }
  flush()
  return result
}

function emptyLine(): Xml {
  return tag('w:p', {}, tag('w:pPr', {}, tag('w:pStyle', { 'w:val': BETWEEN_TABLES })))
}
