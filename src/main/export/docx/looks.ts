import type { Xml } from '../../opc/xml-write.ts'

/**
 * Properties as a Word file writes them, taken apart and put together with ours. They are slices of a file that was
 * read, and so well-formed.
 */

/** By name: `w:spacing`. A file may have called its namespace otherwise; known names tell it. */
export type Properties = ReadonlyMap<string, Xml>
type Piece = { readonly name: string; readonly xml: Xml; readonly inner: Xml }

const TAG = /<(\/?)([^\s/>]+)(?:"[^"]*"|'[^']*'|[^"'>])*?(\/?)>/g
const NOTHING: Properties = new Map()

/** The elements that a piece of XML is made of. */
export function piecesOf(xml: Xml): readonly Piece[] {
  const pieces: Piece[] = []
  let depth = 0
  let start = 0
  let inside = 0
  for (const tag of xml.matchAll(TAG)) {
    const end = tag.index + tag[0].length
    const isClosing = tag[1] === '/'
    if (depth === 0) {
      start = tag.index
      inside = end
    }
    if (isClosing) depth -= 1
    else if (tag[3] !== '/') depth += 1
    if (depth > 0) continue
    const inner = isClosing ? xml.slice(inside, tag.index) : ''
    pieces.push({ name: tag[2] ?? '', xml: xml.slice(start, end), inner })
  }
  return pieces
}

/** What stands in the w:rPr, w:pPr and so on that a piece of XML begins with; `xml` may be what is in it alone. */
export function propertiesIn(xml: Xml | undefined, holder: string): Properties {
  if (xml === undefined || xml === '') return NOTHING
  const pieces = piecesOf(xml)
  const held = pieces.find((piece) => localName(piece.name) === localName(holder))
  const inner = held ? piecesOf(held.inner) : pieces
  return new Map(inner.map((piece) => [qualified(piece.name), piece.xml]))
}

/** The element of this name among those that a piece of XML is made of. */
export function elementIn(xml: Xml | undefined, name: string): Xml | undefined {
  if (xml === undefined) return undefined
  return piecesOf(xml).find((piece) => localName(piece.name) === localName(name))?.xml
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Newer Words have prefixes of their own for what the first schema does not name. */
function qualified(name: string): string {
  return /^(w\d|mc|o|v|r):?/.test(name) && name.includes(':') ? name : `w:${localName(name)}`
}

/** All of them in the order of the schema; what it does not name comes before the change of what it does. */
export function inSequence(
  sequence: readonly string[],
  ...layers: readonly (Properties | Readonly<Record<string, Xml | undefined>>)[]
): Xml {
  const all = new Map<string, Xml | undefined>()
  for (const layer of layers) {
    const entries = layer instanceof Map ? layer.entries() : Object.entries(layer as Record<string, Xml>)
    for (const [name, xml] of entries) all.set(name, xml)
  }
  // Nearly always there is nothing to say.
  const said = [...all.values()].filter((xml) => xml !== undefined && xml !== '')
  if (said.length < 2) return said[0] ?? ''
  const others = [...all].filter(([name]) => !sequence.includes(name)).map(([, xml]) => xml ?? '')
  const known = sequence.map((name) => all.get(name) ?? '')
  const last = known.pop() ?? ''
  return [...known, ...others, last].join('')
}

/** Without those of these names. */
export function without(properties: Properties, names: readonly string[]): Properties {
  return new Map([...properties].filter(([name]) => !names.includes(name)))
}
