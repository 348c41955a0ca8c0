import { child, elements, sliceOf } from '../opc/xml.ts'
import type { XmlElement } from '../opc/xml.ts'
import type { Resolving } from './resolve-context.ts'
import { beginning, newBeginnings } from './resolve-merges.ts'
import { goesBy } from './resolve-properties.ts'
import { frameOf } from './resolve-raw.ts'

/** A table once its rows, cells and properties are decided; empty where no row is left. */
export function resolveTable(table: XmlElement, resolving: Resolving): string {
  const { text } = resolving
  if (!resolving.touched.has(table)) return sliceOf(text, table)
  if (!hasLeft(table, 'w:tr', resolving)) return ''
  const { open, close } = frameOf(text, table)
  const begins = newBeginnings(table, (element) => isGone(element, resolving))
  return `${open}${tableChildren(table, begins, resolving)}${close}`
}

/** Whether a row of a table, or a cell of a row, is left. */
function hasLeft(parent: XmlElement, name: 'w:tr' | 'w:tc', resolving: Resolving): boolean {
  return elements(parent).some((element) => {
    if (element.name === name) return !isGone(element, resolving)
    return isWrapper(element) && hasLeft(element, name, resolving)
  })
}

/** A row without a cell goes, too. */
function isGone(element: XmlElement, resolving: Resolving): boolean {
  if (element.name === 'w:tr') {
    return goesBy(child(element, 'w:trPr'), resolving) || !hasLeft(element, 'w:tc', resolving)
  }
  const properties = child(element, 'w:tcPr')
  return child(properties, resolving.side === 'accept' ? 'w:cellDel' : 'w:cellIns') !== undefined
}

function isWrapper({ name }: XmlElement): boolean {
  return name === 'w:sdt' || name === 'w:sdtContent' || name === 'w:customXml'
}

/** `begins`: cells that begin what they went on with. */
function tableChildren(parent: XmlElement, begins: ReadonlySet<XmlElement>, resolving: Resolving): string {
  return elements(parent)
    .map((element) => tableChild(element, begins, resolving))
    .join('')
}

function tableChild(element: XmlElement, begins: ReadonlySet<XmlElement>, resolving: Resolving): string {
  const { text } = resolving
  const isTouched = resolving.touched.has(element)
  if (element.name === 'w:tc' && begins.has(element)) {
    return beginning(isTouched ? resolving.resolve(element, resolving) : sliceOf(text, element))
  }
  if (!isTouched && !holdsAny(element, begins)) return sliceOf(text, element)
  const isRowOrCell = element.name === 'w:tr' || element.name === 'w:tc'
  if (isRowOrCell && isGone(element, resolving)) return ''
  if (isWrapper(element) && !hasLeft(element, 'w:tr', resolving) && !hasLeft(element, 'w:tc', resolving)) {
    return ''
  }
  if (element.name !== 'w:tr' && !isWrapper(element)) return resolving.resolve(element, resolving)
  const { open, close } = frameOf(text, element)
  return `${open}${tableChildren(element, begins, resolving)}${close}`
}

function holdsAny(element: XmlElement, cells: ReadonlySet<XmlElement>): boolean {
  if (cells.size === 0 || (element.name !== 'w:tr' && !isWrapper(element))) return false
  return elements(element).some((inner) => cells.has(inner) || holdsAny(inner, cells))
}
