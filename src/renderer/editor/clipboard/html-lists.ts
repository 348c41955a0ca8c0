import type { ListAttr } from '../../../shared/document/attributes.ts'

/** Lists of the web are nested elements, Word's are paragraphs with a style; here a list is what a paragraph says of itself. */

const DEEPEST = 8

function listAttr(kind: ListAttr['kind'], level: number, start: number): ListAttr {
  const attr = { kind, level: Math.max(0, Math.min(DEEPEST, level)) }
  return kind === 'ordered' && Number.isInteger(start) && start > 1 ? { ...attr, start } : attr
}

function depthOf(item: Element): number {
  let depth = -1
  for (let parent = item.parentElement; parent; parent = parent.parentElement) {
    if (parent.localName === 'ul' || parent.localName === 'ol') depth += 1
  }
  return depth
}

/** Of an `<li>`. Google Docs and Word on the web write each level as a list of its own, and its depth in `aria-level`. */
export function listOfItem(item: Element): ListAttr {
  const list = item.closest('ul, ol')
  const stated = Number(item.getAttribute('aria-level'))
  const level = stated > 0 ? stated - 1 : depthOf(item)
  const isFirst = item === list?.querySelector('li')
  return listAttr(
    list?.localName === 'ol' ? 'ordered' : 'bullet',
    level,
    isFirst ? Number(list?.getAttribute('start')) : 1,
  )
}

const WORD_LIST = /mso-list:\s*l(\d+)\s+level(\d+)\s+lfo(\d+)/i
export const WORD_MARKER = /mso-list:\s*ignore/i

/** Styles of Word that the browser's own reader drops. */
export function rawStyle(element: Element): string {
  return element.getAttribute('style') ?? ''
}

function markerOf(paragraph: Element): string {
  const marker = [...paragraph.querySelectorAll('[style]')].find((one) => WORD_MARKER.test(rawStyle(one)))
  return (marker?.textContent ?? '').trim()
}

/** Word's lists that were met already in one paste: only the first paragraph of a list can begin it anew. */
export type MetLists = Set<string>

/** Of a paragraph of Word; null where it is in no list. A marker of digits or letters before a dot counts. */
export function listOfWord(paragraph: Element, met: MetLists): ListAttr | null {
  const match = WORD_LIST.exec(rawStyle(paragraph))
  if (!match) return null
  const [, list = '', level = '1', override = ''] = match
  const marker = markerOf(paragraph)
  const isOrdered = /^\(?(\d+|[a-z]{1,6})[.)]/i.test(marker)
  const name = `${list} ${level} ${override}`
  const start = met.has(name) ? 1 : Number.parseInt(marker, 10)
  met.add(name)
  return listAttr(isOrdered ? 'ordered' : 'bullet', Number(level) - 1, start)
}
