import { count } from '../../../shared/rules/words.ts'
import { child } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'
import type { Reading } from './context.ts'

/** Tracked changes that a review has no words for: they stay in the file, and the report of the import counts them. */

function notListed(one: string, many: string): (changes: number) => string {
  return (changes) => {
    const [are, them] = changes === 1 ? ['is', 'it'] : ['are', 'them']
    return `${count(changes, one, many)} ${are} kept, and not listed here. Accept or reject ${them} in Word.`
  }
}

const MERGES = notListed('tracked merge of table cells', 'tracked merges of table cells')
const NUMBERS = notListed('tracked change of numbering', 'tracked changes of numbering')
const PAGES = notListed('tracked change of page layout', 'tracked changes of page layout')

/** In the w:tcPr of a cell. */
export function countMerge(cell: XmlElement | undefined, { warnings }: Reading): void {
  if (child(cell, 'w:cellMerge')) warnings.add('kept-change', MERGES)
}

/** In the w:pPr of a paragraph: of its number, and of the pages that end with it. */
export function countInParagraph(properties: XmlElement | undefined, reading: Reading): void {
  const number = child(properties, 'w:numPr')
  if (child(number, 'w:numberingChange') ?? child(number, 'w:ins'))
    reading.warnings.add('kept-change', NUMBERS)
  countOfPages(child(properties, 'w:sectPr'), reading)
}

export function countOfPages(section: XmlElement | undefined, { warnings }: Reading): void {
  if (child(section, 'w:sectPrChange')) warnings.add('kept-change', PAGES)
}
