import { elements, sliceOf } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'

/** The words of an element without some that stand within it, and without the w:trPr that held nothing else. */
export function sliceWithout(text: string, element: XmlElement, read: readonly XmlElement[]): string {
  if (read.length === 0) return sliceOf(text, element)
  const gone = new Set(read)
  const cuts: XmlElement[] = []
  const walk = (one: XmlElement): void => {
    const inner = elements(one)
    const isEmptied = one.name === 'w:trPr' && inner.length > 0 && inner.every((part) => gone.has(part))
    if (gone.has(one) || isEmptied) cuts.push(one)
    else inner.forEach(walk)
  }
  walk(element)
  let result = ''
  let from = element.start
  for (const cut of cuts) {
    result += text.slice(from, cut.start)
    from = cut.end
  }
  return result + text.slice(from, element.end)
}
