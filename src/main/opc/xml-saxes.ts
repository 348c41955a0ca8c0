import { SaxesParser } from 'saxes'
import type { SaxesAttributeNS } from 'saxes'
import { XML_ATTRIBUTE, XML_DEPTH } from './limits.ts'
import { tooLarge, unreadable } from './refusal.ts'
import { nameIn, NO_ATTRIBUTES, notWellFormed } from './xml-names.ts'
import type { XmlHandlers } from './xml-names.ts'

/** The namespace of the attributes that declare namespaces. */
const DECLARATIONS = 'http://www.w3.org/2000/xmlns/'

/** Reads any XML. Throws a Refusal for a DOCTYPE and for anything not well-formed. */
export function readWithSaxes(text: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: true })
  let start = 0
  let depth = 0
  parser.on('doctype', () => {
    throw unreadable('The file holds a document type declaration, which no Word file has. It was not opened.')
  })
  // Checked here and not at `opentag`: the parser's own search for namespaces is quadratic in the depth.
  parser.on('opentagstart', () => {
    depth += 1
    if (depth > XML_DEPTH) throw tooLarge('The file is nested too deeply.')
    // The parser stands behind the name, which holds no `<`.
    start = text.lastIndexOf('<', parser.position - 1)
  })
  parser.on('opentag', (tag) =>
    handlers.open(nameIn(tag.uri, tag.local), readAttributes(tag.attributes), start),
  )
  const take = (words: string): void => handlers.text(words)
  parser.on('text', take)
  parser.on('cdata', take)
  parser.on('closetag', () => {
    depth -= 1
    handlers.close(parser.position)
  })
  parser.on('error', notWellFormed)
  parser.write(text).close()
}

function readAttributes(attributes: Record<string, SaxesAttributeNS>): ReadonlyMap<string, string> {
  const all = Object.values(attributes)
  if (all.length === 0) return NO_ATTRIBUTES
  const result = new Map<string, string>()
  for (const { value, uri, local } of all) {
    if (value.length > XML_ATTRIBUTE) throw tooLarge('The file holds an attribute that is too long.')
    if (uri !== DECLARATIONS) result.set(nameIn(uri, local), value)
  }
  return result
}
