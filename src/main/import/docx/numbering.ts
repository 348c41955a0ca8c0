import type { ListAttr } from '../../../shared/document/attributes.ts'
import { attribute, child, elements } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'

/** The lists that w:numPr elements put their paragraphs in; null for none. Asked in the order of the text. */
export type Numbering = {
  readonly of: (numPr: XmlElement | undefined) => ListAttr | null
  /** The same of an earlier state, which begins no list for those after it. */
  readonly ofEarlier: (numPr: XmlElement | undefined) => ListAttr | null
}

type Place = { readonly list: ListAttr; readonly key: string }

export function readNumbering(part: XmlElement | undefined): Numbering {
  const abstracts = new Map<string, XmlElement>()
  const numbers = new Map<string, XmlElement>()
  for (const row of elements(part)) {
    if (row.name === 'w:abstractNum') abstracts.set(attribute(row, 'w:abstractNumId') ?? '', row)
    if (row.name === 'w:num') numbers.set(attribute(row, 'w:numId') ?? '', row)
  }
  const begun = new Set<string>()
  const find = (numPr: XmlElement | undefined): Place | null => {
    const id = attribute(child(numPr, 'w:numId'), 'w:val')
    if (id === undefined || id === '0') return null
    const written = Number(attribute(child(numPr, 'w:ilvl'), 'w:val') ?? 0)
    const level = Number.isInteger(written) ? Math.max(0, Math.min(8, written)) : 0
    const number = numbers.get(id)
    const abstract = abstracts.get(attribute(child(number, 'w:abstractNumId'), 'w:val') ?? '')
    const format = levelFormat(number, level) ?? levelFormat(abstract, level)
    if (format === 'none') return null
    const key = `${id} ${level}`
    if (format === 'bullet') return { list: { kind: 'bullet', level }, key }
    const start = begun.has(key) ? undefined : startOf(number, abstract, level)
    return { list: { kind: 'ordered', level, ...(start === undefined ? {} : { start }) }, key }
  }
  return {
    of(numPr) {
      const place = find(numPr)
      if (place) begun.add(place.key)
      return place?.list ?? null
    },
    ofEarlier: (numPr) => find(numPr)?.list ?? null,
  }
}

/** The w:lvl of one level of a w:abstractNum, or the w:lvlOverride of a w:num. */
function levelRow(owner: XmlElement | undefined, level: number): XmlElement | undefined {
  return elements(owner).find((row) => Number(attribute(row, 'w:ilvl')) === level)
}

function levelFormat(owner: XmlElement | undefined, level: number): string | undefined {
  const row = levelRow(owner, level)
  const definition = row?.name === 'w:lvlOverride' ? child(row, 'w:lvl') : row
  return attribute(child(definition, 'w:numFmt'), 'w:val')
}

/** With which number a list begins, where the file says so and it is not simply the first. */
function startOf(
  number: XmlElement | undefined,
  abstract: XmlElement | undefined,
  level: number,
): number | undefined {
  const row = levelRow(number, level)
  const override = attribute(child(row, 'w:startOverride'), 'w:val')
  if (override !== undefined) return within(override)
  const definition = child(row, 'w:lvl') ?? levelRow(abstract, level)
  const start = within(attribute(child(definition, 'w:start'), 'w:val') ?? '')
  return start === 1 ? undefined : start
}

function within(written: string): number | undefined {
  const start = Number(written)
  return written !== '' && Number.isInteger(start) && start >= 0 && start <= 32_767 ? start : undefined
}
