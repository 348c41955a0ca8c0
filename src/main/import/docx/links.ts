import { isPlaceHref, isSafeHref } from '../../../shared/document/attributes.ts'
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
  const anchor = attribute(element, 'w:anchor')
  if (id === undefined) return anchor === undefined || anchor === '' ? null : safe(`#${anchor}`, warnings)
  const relation = relations.get(id)
  return safe(`${relation?.target ?? ''}${anchor === undefined ? '' : `#${anchor}`}`, warnings)
}

/** Where a field such as `HYPERLINK "https://…" \l "place" \o "tip"` leads; null for other fields. */
export function readFieldLink(code: string, warnings: Warnings): string | null {
  if (!/^\s*HYPERLINK\b/i.test(code)) return null
  const found = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]\S*))/i.exec(code)
  const anchor = /\\l\s+(?:"([^"]*)"|([^\s\\"]\S*))/i.exec(code)
  const place = anchor ? `#${anchor[1] ?? anchor[2] ?? ''}` : ''
  const address = found?.[1] ?? found?.[2] ?? ''
  return address === '' && place === '' ? null : safe(`${address}${place}`, warnings)
}

function safe(written: string, warnings: Warnings): string | null {
  const href = written.trim().replace(/ /g, '%20')
  if (isSafeHref(href) || isPlaceHref(href)) return href
  warnings.add('link', 'A link that does not lead to a web or mail address became plain text.')
  return null
}
