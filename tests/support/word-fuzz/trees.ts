import type { Pick } from '../package-mutations.ts'
import { allElements, parseTree, printTree } from './tree.ts'
import type { Element } from './tree.ts'

/** Parts whose XML says other things, mostly well-formed. */

type Spot = { readonly element: Element; readonly parent: Element }
type Spoil = (spot: Spot, all: readonly Spot[], pick: Pick) => void

const WRAPPERS = [
  'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:sdt', 'w:sdtContent', 'w:hyperlink', 'w:smartTag', 'w:customXml',
  'w:p', 'w:r', 'w:tbl', 'w:tr', 'w:tc', 'w:fldSimple', 'mc:AlternateContent', 'mc:Choice', 'w:pPr', 'w:rPr', 'm:oMath',
  'w:txbxContent', 'w:ruby', 'w:footnote', 'w:comment', 'x:unknown',
] // prettier-ignore
const VALUES = [
  '', '-1', '0', '2147483648', '99999999999999999999', 'NaN', 'true', 'ers_signoff', 'ers.signoff', 'javascript:x',
  '2026-13-45T99:99:99Z', '0001-01-01', '&#x10FFFF;', 'a'.repeat(3000), '../../x', '\u202e', '1', '7',
] // prettier-ignore

function one<T>(all: readonly T[], pick: Pick): T | undefined {
  return all[pick(Math.max(1, all.length))]
}

function copyOf(element: Element): Element {
  const children = element.children.map((child) => (typeof child === 'string' ? child : copyOf(child)))
  return { ...element, children }
}

function takeOut({ element, parent }: Spot): void {
  parent.children.splice(parent.children.indexOf(element), 1)
}

function putIn(parent: Element, element: Element, pick: Pick): void {
  parent.children.splice(pick(parent.children.length + 1), 0, element)
}

const SPOILS: Readonly<Record<string, Spoil>> = {
  'an element is gone': (spot) => takeOut(spot),
  'its children stand in its place': ({ element, parent }) =>
    void parent.children.splice(parent.children.indexOf(element), 1, ...element.children),
  'it stands there twice': ({ element, parent }) =>
    void parent.children.splice(parent.children.indexOf(element), 0, copyOf(element)),
  'it stands elsewhere': (spot, all, pick) => {
    takeOut(spot)
    const target = one(all, pick)?.element
    // An element within itself would have no end.
    if (target && !allElements(spot.element).some(({ element }) => element === target)) {
      if (target !== spot.element) putIn(target, spot.element, pick)
    }
  },
  'a copy stands elsewhere': ({ element }, all, pick) =>
    putIn(one(all, pick)?.element ?? element, copyOf(element), pick),
  'it is wrapped': ({ element, parent }, _, pick) => {
    const name = one(WRAPPERS, pick) ?? 'w:ins'
    const wrapper = { name, attributes: ' w:id="7" w:author="Petra Sund"', children: [element] }
    parent.children.splice(parent.children.indexOf(element), 1, wrapper)
  },
  'it is wrapped very often': ({ element, parent }, _, pick) => {
    const name = one(WRAPPERS, pick) ?? 'w:ins'
    let inner = element
    for (let left = 20 + pick(300); left > 0; left -= 1) inner = { name, attributes: '', children: [inner] }
    parent.children.splice(parent.children.indexOf(element), 1, inner)
  },
  'it has another name': (spot, all, pick) => {
    spot.element.name =
      pick(2) === 0 ? (one(WRAPPERS, pick) ?? 'w:p') : (one(all, pick)?.element.name ?? 'w:p')
  },
  'it has no attributes': ({ element }) => {
    element.attributes = ''
  },
  'an attribute has another value': ({ element }, _, pick) => {
    const names = [...element.attributes.matchAll(/[\w:]+(?==")/g)].map(([name]) => name)
    const name = one(names, pick)
    if (name === undefined) return
    element.attributes = element.attributes.replace(
      new RegExp(`${name}="[^"]*"`),
      () => `${name}="${one(VALUES, pick) ?? ''}"`,
    )
  },
  'it is empty': ({ element }) => {
    element.children = []
  },
  'it stands there a thousand times': ({ element, parent }, _, pick) => {
    if (printTree(element).length > 2000) return
    const copies = Array.from({ length: 200 + pick(800) }, () => copyOf(element))
    parent.children.splice(parent.children.indexOf(element), 0, ...copies)
  },
  'its text is odd': ({ element }, _, pick) =>
    void element.children.push(
      one(['\u0085', '&#0;', '&x;', ']]>', '\ufffe', 'x'.repeat(50_000)], pick) ?? '',
    ),
  'its children are in another order': ({ element }, _, pick) => {
    for (let at = element.children.length - 1; at > 0; at -= 1) {
      const other = pick(at + 1)
      const [a, b] = [element.children[at], element.children[other]]
      if (a === undefined || b === undefined) continue
      element.children[at] = b
      element.children[other] = a
    }
  },
}

export const TREE_NAMES = Object.keys(SPOILS)

/** One to four spoils of one part. */
export function spoilTree(xml: string, name: string, pick: Pick): string {
  const root = parseTree(xml)
  for (let left = 1 + pick(4); left > 0; left -= 1) {
    const all = allElements(root)
    const spot = one(all, pick)
    if (spot) SPOILS[name]?.(spot, all, pick)
  }
  return printTree(root)
}

/** Text of a part that is no longer XML, or another XML. */
export const TEXTS: Readonly<Record<string, (xml: string, pick: Pick) => string | Buffer>> = {
  'a tag is left open': (xml, pick) =>
    xml.replace(new RegExp(`^([^]{${pick(xml.length)}}[^]*?)</[^>]*>`), '$1'),
  'a document type': (xml) =>
    xml.replace(/^<\?xml[^>]*>\s*|^/, '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'),
  'another encoding': (xml) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')]),
  'letters of no encoding': (xml, pick) => {
    const bytes = Buffer.from(xml, 'utf8')
    bytes[pick(bytes.length)] = 0xff
    return bytes
  },
  'another namespace': (xml, pick) => {
    const names = [...xml.matchAll(/xmlns:\w+="[^"]*"/g)].map(([name]) => name)
    return xml.replace(one(names, pick) ?? 'xmlns:', (name) => name.replace(/"[^"]*"/, '"urn:other"'))
  },
  Strict: (xml) =>
    xml.replaceAll(
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    ),
}
