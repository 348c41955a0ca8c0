import { cleanXmlText, escapeXml, tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'

const SPECIAL: Readonly<Record<string, Xml>> = {
  '\t': '<w:tab/>',
  '\n': '<w:br/>',
  '\u2011': '<w:noBreakHyphen/>',
  '\u00ad': '<w:softHyphen/>',
}

/** A letter that is more than itself in XML, in Word, or for `cleanXmlText`. */
const NEEDS_CARE = /[&<>"\u0000-\u001f\u00ad\u2011\ud800-\udfff\ufffe\uffff]/

/** One run of this text. Word keeps tabs, breaks and special hyphens in elements of their own. */
export function textRuns(text: string, properties: Xml, element: 'w:t' | 'w:delText'): Xml {
  if (text !== '' && !NEEDS_CARE.test(text)) {
    return `<w:r>${properties}<${element} xml:space="preserve">${text}</${element}></w:r>`
  }
  const pieces = plainLines(text)
    .split(/([\t\n\u2011\u00ad])/)
    .filter((piece) => piece !== '')
  if (pieces.length === 0) return ''
  const inner = pieces.map(
    (piece) => SPECIAL[piece] ?? tag(element, { 'xml:space': 'preserve' }, escapeXml(piece)),
  )
  return tag('w:r', {}, properties, ...inner)
}

/** Text as XML can hold it, with one kind of line end. */
export function plainLines(text: string): string {
  if (!NEEDS_CARE.test(text)) return text
  return cleanXmlText(text).replace(/\r\n?/g, '\n')
}
