import { SIGN_OFF_BOOKMARK, SIGN_OFF_END, SIGN_OFF_LINE, SIGN_OFF_TAG } from '../../word/sign-off-names.ts'
import { attribute, child, elements } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'

/** The blocks of a body on their way to the reader, without the sign-off page. */
export type SignOffGate = {
  readonly take: (block: XmlElement) => void
  /** The body is over. */
  readonly end: () => void
  /** The blocks that were kept back: they speak of the review, and are made anew. */
  readonly kept: readonly XmlElement[]
}

/** Only such a file is looked through for it. */
export function mayHoldSignOff(main: string): boolean {
  return main.includes(SIGN_OFF_BOOKMARK) || main.includes(SIGN_OFF_TAG)
}

/** Lets everything through. */
export function openGate(pass: (block: XmlElement) => void): SignOffGate {
  return { take: pass, end: () => undefined, kept: [] }
}

/**
 * Keeps back what stands in the content control, or from the one bookmark to the other, and the empty line that ends the
 * section before it. Without an end nothing is kept back, so that nobody's words are lost by it; words that were typed
 * into the first and last line of the page are the article's.
 */
export function createSignOffGate(pass: (block: XmlElement) => void): SignOffGate {
  const kept: XmlElement[] = []
  let line: XmlElement | null = null
  let waiting: XmlElement[] = []
  /** What becomes of the line before a block is known when the block is. */
  const settleLine = (isOurs: boolean): void => {
    if (line !== null && isOurs) kept.push(line)
    else if (line !== null) pass(line)
    line = null
  }
  const settle = (count: number): void => {
    const page = waiting.slice(0, count)
    const rest = waiting.slice(count)
    waiting = []
    kept.push(...page)
    const words = [wordsBefore(page.at(0)), wordsAfter(page.at(-1))]
    for (const one of [...words, ...rest]) if (one) pass(one)
  }
  return {
    kept,
    take(block) {
      const starts = waiting.length > 0 || findBookmark(block, SIGN_OFF_BOOKMARK) !== null
      if (starts || isControl(block)) settleLine(true)
      if (starts) {
        waiting.push(block)
        if (findBookmark(block, SIGN_OFF_END) !== null) settle(waiting.length)
      } else if (isControl(block)) kept.push(block)
      else {
        settleLine(false)
        if (isSectionLine(block)) line = block
        else pass(block)
      }
    },
    end() {
      settleLine(false)
      settle(pageLength(waiting))
    },
  }
}

/** How many blocks a page has that lost its second bookmark: as far as the first one runs, and whole controls. */
function pageLength(blocks: readonly XmlElement[]): number {
  const [first] = blocks
  const id = first ? findBookmark(first, SIGN_OFF_BOOKMARK) : null
  const end = id === null ? -1 : blocks.findIndex((block) => holdsEnd(block, id))
  const whole = blocks.findIndex((block) => !isControl(block))
  return Math.max(end + 1, whole < 0 ? blocks.length : whole)
}

/** The empty line of our own that ends a section. */
function isSectionLine(block: XmlElement): boolean {
  const [properties, ...others] = elements(block)
  if (block.name !== 'w:p' || others.length > 0 || !child(properties, 'w:sectPr')) return false
  const height = attribute(child(properties, 'w:spacing'), 'w:line')
  return height === String(SIGN_OFF_LINE)
}

function isControl(block: XmlElement): boolean {
  const tag = child(child(block, 'w:sdtPr'), 'w:tag')
  return block.name === 'w:sdt' && attribute(tag, 'w:val') === SIGN_OFF_TAG
}

/** The number of a bookmark of this name that begins in a block. */
function findBookmark(block: XmlElement, name: string): string | null {
  if (isStart(block, name)) return attribute(block, 'w:id') ?? ''
  for (const inner of elements(block)) {
    const found = findBookmark(inner, name)
    if (found !== null) return found
  }
  return null
}

function isStart(element: XmlElement, name: string): boolean {
  return element.name === 'w:bookmarkStart' && attribute(element, 'w:name') === name
}

function holdsEnd(block: XmlElement, id: string): boolean {
  if (block.name === 'w:bookmarkEnd' && attribute(block, 'w:id') === id) return true
  return elements(block).some((inner) => holdsEnd(inner, id))
}

/** The paragraph as far as the page has not begun; null where nothing is said there. */
function wordsBefore(block: XmlElement | undefined): XmlElement | null {
  const at = elements(block).findIndex((node) => isStart(node, SIGN_OFF_BOOKMARK))
  return at < 0 ? null : saying(block, elements(block).slice(0, at))
}

/**
 * The paragraph behind the end of the page; null where nothing is said there. A bookmark that holds no words, as
 * LibreOffice leaves it, does not tell where the page ends in its line.
 */
function wordsAfter(block: XmlElement | undefined): XmlElement | null {
  const inside = elements(block)
  const name = block && findBookmark(block, SIGN_OFF_END) === null ? SIGN_OFF_BOOKMARK : SIGN_OFF_END
  const start = inside.findIndex((node) => isStart(node, name))
  const id = start < 0 ? null : attribute(inside[start], 'w:id')
  const end = inside.findIndex(
    (node) => node.name === 'w:bookmarkEnd' && (id === null || attribute(node, 'w:id') === id),
  )
  if (end < 0 || (start >= 0 && !inside.slice(start, end).some(saysSomething))) return null
  const properties = inside.filter((node) => node.name === 'w:pPr')
  return saying(block, [...properties, ...inside.slice(end + 1)])
}

function saying(block: XmlElement | undefined, children: readonly XmlElement[]): XmlElement | null {
  return block?.name === 'w:p' && children.some(saysSomething) ? { ...block, children } : null
}

const SAYS = new Set(['w:t', 'w:delText', 'w:drawing', 'w:pict', 'w:object', 'w:footnoteReference', 'm:t'])

function saysSomething(element: XmlElement): boolean {
  return SAYS.has(element.name) || elements(element).some(saysSomething)
}
