import type { BlockSegments, ParagraphSegments, Segment } from '../../../shared/document/segments.ts'
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
  let above: ParagraphSegments | undefined
  let waiting = first
  return blocks
    .map((block, index) => {
      if (block.kind === 'table') {
        const gap = blocks[index - 1]?.kind === 'table' ? emptyLine() : ''
        return gap + writeTable(block.rows, (cell) => writeParagraphs(cell.paragraphs, '', writing), writing)
      }
      const isLast = index === blocks.length - 1
      const xml = writeParagraph(block, above, isLast, waiting, writing)
      above = block
      waiting = ''
      return xml
    })
    .join('')
}

/** The paragraphs of a cell or a note; `first` stands before the text of the first. */
export function writeParagraphs(paragraphs: readonly ParagraphSegments[], first: Xml, writing: Writing): Xml {
  return paragraphs
    .map((paragraph, index) => {
      const isLast = index === paragraphs.length - 1
      const above = paragraphs[index - 1]
      return writeParagraph(paragraph, above, isLast, index === 0 ? first : '', writing)
    })
    .join('')
}

function writeParagraph(
  paragraph: ParagraphSegments,
  above: ParagraphSegments | undefined,
  isLast: boolean,
  first: Xml,
  writing: Writing,
): Xml {
  const { markers } = writing
  const properties = paragraphProperties(paragraph, above, isLast, writing)
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
