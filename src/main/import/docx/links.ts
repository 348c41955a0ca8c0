import { isSafeHref } from '../../../shared/document/attributes.ts'
import { attribute } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'
import type { Warnings } from '../warnings.ts'
import type { Relation } from '../../opc/relations.ts'

/** Where a w:hyperlink leads; null when it leads nowhere that Stet may go. Nothing is ever fetched. */
export function readHyperlink(
  element: XmlElement,
  relations: ReadonlyMap<string, Relation>,
  warnings: Warnings,
): string | null {
  const id = attribute(element, 'r:id')
  if (id === undefined) return null
  const relation = relations.get(id)
  const anchor = attribute(element, 'w:anchor')
  return safe(`${relation?.target ?? ''}${anchor === undefined ? '' : `#${anchor}`}`, warnings)
}

/** The address in a field code such as `HYPERLINK "https://…" \o "tip"`; null for other fields. */
export function readFieldLink(code: string, warnings: Warnings): string | null {
  const found = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]\S*))/i.exec(code)
  if (!found) return null
  return safe(found[1] ?? found[2] ?? '', warnings)
}

function safe(written: string, warnings: Warnings): string | null {
  const href = written.trim().replace(/ /g, '%20')
  if (isSafeHref(href)) return href
  warnings.add('link', 'A link that does not lead to a web or mail address became plain text.')
  return null
}
