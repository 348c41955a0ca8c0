import type { ListAttr } from '../../../shared/document/attributes.ts'
import { attribute, child, elements } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'

/** The list that a w:numPr puts its paragraph in; null for none. */
export type Numbering = (numPr: XmlElement | undefined) => ListAttr | null

export function readNumbering(part: XmlElement | undefined): Numbering {
  const abstracts = new Map<string, XmlElement>()
  const numbers = new Map<string, XmlElement>()
  for (const row of elements(part)) {
    if (row.name === 'w:abstractNum') abstracts.set(attribute(row, 'w:abstractNumId') ?? '', row)
    if (row.name === 'w:num') numbers.set(attribute(row, 'w:numId') ?? '', row)
  }
  return (numPr) => {
    const id = attribute(child(numPr, 'w:numId'), 'w:val')
    if (id === undefined || id === '0') return null
    const written = Number(attribute(child(numPr, 'w:ilvl'), 'w:val') ?? 0)
    const level = Number.isInteger(written) ? Math.max(0, Math.min(8, written)) : 0
    const number = numbers.get(id)
    const abstract = abstracts.get(attribute(child(number, 'w:abstractNumId'), 'w:val') ?? '')
    const format = levelFormat(number, level) ?? levelFormat(abstract, level)
    return format === 'none' ? null : { kind: format === 'bullet' ? 'bullet' : 'ordered', level }
  }
}

/** w:numFmt of one level of a w:abstractNum, or of an override in a w:num. */
function levelFormat(owner: XmlElement | undefined, level: number): string | undefined {
  for (const row of elements(owner)) {
    if (Number(attribute(row, 'w:ilvl')) !== level) continue
    const definition = row.name === 'w:lvlOverride' ? child(row, 'w:lvl') : row
    const format = attribute(child(definition, 'w:numFmt'), 'w:val')
    if (format !== undefined) return format
  }
  return undefined
}
