import { elements, ownText } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'

/** The letters of a run's child that stands for text; null when it does not. */
export function letterOf(element: XmlElement): string | null {
  switch (element.name) {
    case 'w:t':
    case 'w:delText':
      return ownText(element)
    case 'w:tab':
    case 'w:ptab':
      return '\t'
    case 'w:br':
    case 'w:cr':
      return '\n'
    case 'w:noBreakHyphen':
      return '\u2011'
    case 'w:softHyphen':
      return '\u00ad'
    default:
      return null
  }
}

/** Final text of everything in an element: for comments and notes, which are plain in Stet. */
export function plainText(element: XmlElement): string {
  return elements(element)
    .map((inner) => {
      if (inner.name === 'w:pPr' || inner.name === 'w:del' || inner.name === 'w:moveFrom') return ''
      return letterOf(inner) ?? plainText(inner)
    })
    .join('')
}
