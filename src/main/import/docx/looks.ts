import { HIGHLIGHT_COLOURS } from '../../../shared/document/word-attributes.ts'
import type { Key } from '../../../shared/document/word-attributes.ts'
import { attribute, child, elements, sliceOf } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'
import type { Xml } from '../../opc/xml-write.ts'
import type { Reading } from './context.ts'
import { isOn } from './styles.ts'

/**
 * Looks: what a Word file says of runs, paragraphs, tables, rows and cells beside what the text of a review says. The
 * payload of a look is, in the order of the file, the children of the element of properties:
 *
 * - of a run: without what marks say (bold that is on, a plain underline, a marker of Word's own colours…). What is
 *   switched off, as `<w:b w:val="0"/>` against a bold style, is no mark and stays in the look.
 * - of a paragraph: with its style, list and alignment too, since there are many of Word's for one of ours; they hold
 *   as long as the paragraph still has those of ours that they were read as. Without its section (w:sectPr).
 * - of a table: w:tblPr and w:tblGrid, of a row: w:tblPrEx and w:trPr, of a cell: w:tcPr; these as whole elements.
 *   Spans, widths and headers stay in, and hold as long as the table still has those they were read as.
 *
 * No look holds a tracked change that the text holds. What Stet wrote from nothing has no look.
 */

const TRACKED = new Set(['w:rPrChange', 'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'])

export function keepLook(xml: Xml, reading: Reading): Key | null {
  if (xml === '' || !reading.hasLooks) return null
  return reading.payloads.keep({ xml, place: 'properties', part: reading.part, comments: [] })
}

/** Of a w:rPr. */
export function runLook(properties: XmlElement | undefined, reading: Reading): Key | null {
  const rest = elements(properties).filter((property) => !isSaid(property, properties))
  return keepLook(slices(rest, reading), reading)
}

/** Whether the marks of a text say all that a property of its run does. */
function isSaid(property: XmlElement, among: XmlElement | undefined): boolean {
  const value = attribute(property, 'w:val')
  switch (property.name) {
    case 'w:b':
    case 'w:i':
    case 'w:strike':
    case 'w:caps':
    case 'w:smallCaps':
      return isOn(value)
    case 'w:bCs':
      return isOn(value) && isOnIn(among, 'w:b')
    case 'w:iCs':
      return isOn(value) && isOnIn(among, 'w:i')
    case 'w:u':
      return value === 'single' && property.attributes.size === 1
    case 'w:vertAlign':
      return value === 'superscript' || value === 'subscript'
    case 'w:highlight':
      return HIGHLIGHT_COLOURS.some((colour) => colour === value)
    default:
      return TRACKED.has(property.name)
  }
}

function isOnIn(properties: XmlElement | undefined, name: string): boolean {
  const property = child(properties, name)
  return property !== undefined && isOn(attribute(property, 'w:val'))
}

/** How a ¶ looks: a w:rPr, and whether the tracked change of it stays in the look, as no other place holds it. */
export type MarkLook = { readonly properties: XmlElement | undefined; readonly keepsChange: boolean }

/** Of a w:pPr and the look of its ¶. */
export function paragraphLook(
  properties: XmlElement | undefined,
  mark: MarkLook,
  reading: Reading,
): Key | null {
  const rest = elements(properties).filter((one) => !['w:rPr', 'w:sectPr', 'w:pPrChange'].includes(one.name))
  const isDropped = (name: string): boolean =>
    TRACKED.has(name) && !(mark.keepsChange && name === 'w:rPrChange')
  const ofMark = mark.properties ? without(mark.properties, isDropped, reading) : ''
  return keepLook(slices(rest, reading) + ofMark, reading)
}

/** The slices of elements, one after the other. */
export function slices(parts: readonly XmlElement[], reading: Reading): Xml {
  return parts.map((part) => sliceOf(reading.text, part)).join('')
}

/** An element without some of its children, as it is written else; empty when nothing is left in it. */
export function without(element: XmlElement, isDropped: (name: string) => boolean, reading: Reading): Xml {
  const dropped = elements(element).filter((one) => isDropped(one.name))
  if (dropped.length === 0) return elements(element).length === 0 ? '' : sliceOf(reading.text, element)
  if (dropped.length === elements(element).length) return ''
  let xml = ''
  let from = element.start
  for (const { start, end } of dropped) {
    xml += reading.text.slice(from, start)
    from = end
  }
  return xml + reading.text.slice(from, element.end)
}
