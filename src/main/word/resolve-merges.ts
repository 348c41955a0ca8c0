import { attribute, child, elements } from '../opc/xml.ts'
import type { XmlElement } from '../opc/xml.ts'

/**
 * Cells that have to begin what they went on with: those that began it went with their rows, and Word knows no cell
 * that goes on with nothing. `isGone`: whether a row or a cell goes.
 */
export function newBeginnings(
  table: XmlElement,
  isGone: (element: XmlElement) => boolean,
): ReadonlySet<XmlElement> {
  const begins = new Set<XmlElement>()
  /** Columns in which the beginning went, and nothing that stays has come since. */
  const open = new Set<number>()
  for (const row of within(table, 'w:tr')) {
    const isRowGone = isGone(row)
    let column = whole(child(child(row, 'w:trPr'), 'w:gridBefore')) ?? 0
    for (const cell of within(row, 'w:tc')) {
      const properties = child(cell, 'w:tcPr')
      const merge = child(properties, 'w:vMerge')
      const goesOn = merge !== undefined && attribute(merge, 'w:val') !== 'restart'
      const stays = !isRowGone && !isGone(cell)
      if (stays && goesOn && open.has(column)) begins.add(cell)
      if (!stays && merge && !goesOn) open.add(column)
      else if (stays || !merge) open.delete(column)
      column += whole(child(properties, 'w:gridSpan')) ?? 1
    }
  }
  return begins
}

/** A cell as it is written, made the beginning of what it went on with. */
export function beginning(cell: string): string {
  return cell.replace(
    /<((?:\w+:)?)vMerge\b[^>]*?(?:\/>|>\s*<\/(?:\w+:)?vMerge>)/,
    (_, prefix: string) => `<${prefix}vMerge ${prefix === '' ? 'w:' : prefix}val="restart"/>`,
  )
}

function within(parent: XmlElement, name: 'w:tr' | 'w:tc'): readonly XmlElement[] {
  return elements(parent).flatMap((element) => {
    if (element.name === name) return [element]
    return ['w:sdt', 'w:sdtContent', 'w:customXml'].includes(element.name) ? within(element, name) : []
  })
}

function whole(element: XmlElement | undefined): number | null {
  const value = Number(attribute(element, 'w:val') ?? Number.NaN)
  return Number.isInteger(value) && value >= 0 ? value : null
}
