import { TEXT_CHARACTERS, XML_ELEMENTS } from './limits.ts'
import { tooLarge, unreadable } from './refusal.ts'
import { toTransitional } from './strict.ts'
import { NO_ATTRIBUTES } from './xml-names.ts'
import type { XmlHandlers } from './xml-names.ts'
import { readWithSaxes } from './xml-saxes.ts'
import { isPlain, scanXml } from './xml-scan.ts'

/** An element of a part. Names carry the one prefix of their namespace, whatever the file called it. */
export type XmlElement = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
  /**
   * The element as it is written: from `start` up to `end` of the text of its part, in UTF-16 units, tags included.
   * Both are 0 in an element that was made and not read.
   */
  readonly start: number
  readonly end: number
}
export type XmlNode = XmlElement | string

type Growing = {
  name: string
  attributes: ReadonlyMap<string, string>
  children: XmlNode[]
  start: number
  end: number
}

/** Counts over all parts of one package. */
export type XmlBudget = { elements: number; characters: number }

export function createXmlBudget(): XmlBudget {
  return { elements: XML_ELEMENTS, characters: TEXT_CHARACTERS }
}

export type XmlOptions = {
  readonly budget: XmlBudget
  /**
   * Children of an element of this name are handed over one by one as they close and are not kept, so that
   * memory follows the largest block, not the document.
   */
  readonly stream?: { readonly parent: string; readonly take: (element: XmlElement) => void }
}

/** Reads one part. Throws a Refusal for a DOCTYPE, for anything not well-formed, and at the limits. */
export function parseXml(bytes: Uint8Array, options: XmlOptions): XmlElement {
  return parseXmlText(xmlText(bytes), options)
}

/** An element as it is written in the text of its part; empty for one that was made and not read. */
export function sliceOf(text: string, element: XmlElement): string {
  return text.slice(element.start, element.end)
}

/** Reads the text of one part, as `xmlText` gives it: its elements know their places in that text. */
export function parseXmlText(text: string, options: XmlOptions): XmlElement {
  return buildTree(text, isPlain(text) ? scanXml : readWithSaxes, options)
}

/** The tree that a reader of XML tells of. */
export function buildTree(
  text: string,
  read: (text: string, handlers: XmlHandlers) => void,
  options: XmlOptions,
): XmlElement {
  const builder = new TreeBuilder(options)
  read(text, builder)
  if (!builder.root) throw unreadable('The file is damaged: one of its parts is empty.')
  return builder.root
}

/** Builds the tree. A class, as its methods are the same at every reading: what is compiled for one serves all. */
class TreeBuilder implements XmlHandlers {
  root: XmlElement | null = null
  private readonly options: XmlOptions
  /** The element that is open, and those around it. */
  private element: Growing | undefined = undefined
  private readonly around: Growing[] = []

  constructor(options: XmlOptions) {
    this.options = options
  }

  open(name: string, attributes: ReadonlyMap<string, string>, start: number): void {
    const { budget } = this.options
    budget.elements -= 1
    if (budget.elements < 0) throw tooLarge('The file holds too many elements.')
    if (this.element) this.around.push(this.element)
    this.element = { name, attributes, children: [], start, end: start }
  }

  text(words: string): void {
    const { budget } = this.options
    budget.characters -= words.length
    if (budget.characters < 0) throw tooLarge('The file holds too much text.')
    this.element?.children.push(words)
  }

  close(end: number): void {
    const { element } = this
    if (!element) return
    const parent = this.around.pop()
    const { stream } = this.options
    this.element = parent
    element.end = end
    if (!parent) this.root = element
    else if (stream && parent.name === stream.parent) stream.take(element)
    else parent.children.push(element)
  }
}

/**
 * The text of a part, with the addresses of Transitional in place of those of Strict. Parts are UTF-8 or UTF-16;
 * anything else, and any broken sequence, is refused.
 */
export function xmlText(bytes: Uint8Array): string {
  const [first, second] = bytes
  const little = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0x00)
  const big = (first === 0xfe && second === 0xff) || (first === 0x00 && second === 0x3c)
  const encoding = little ? 'utf-16le' : big ? 'utf-16be' : 'utf-8'
  try {
    return toTransitional(new TextDecoder(encoding, { fatal: true }).decode(bytes))
  } catch {
    throw unreadable('The file is damaged: one of its parts holds broken characters.')
  }
}

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string'
}

/** An element that no file holds. */
export function madeElement(name: string, children: readonly XmlNode[]): XmlElement {
  return { name, attributes: NO_ATTRIBUTES, children, start: 0, end: 0 }
}

const NO_ELEMENTS: readonly XmlElement[] = []

export function elements(parent: XmlElement | undefined): readonly XmlElement[] {
  if (!parent) return NO_ELEMENTS
  // Nearly always: only what holds text holds anything but elements.
  return parent.children.every(isElement) ? parent.children : parent.children.filter(isElement)
}

export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((node): node is XmlElement => isElement(node) && node.name === name)
}

export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes.get(name)
}

/** The text of an element itself, without that of its children. */
export function ownText(element: XmlElement): string {
  const [only] = element.children
  if (element.children.length === 1 && typeof only === 'string') return only
  return element.children.filter((node) => typeof node === 'string').join('')
}
