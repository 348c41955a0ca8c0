import type { PreservedKind } from '../../../shared/document/word-attributes.ts'
import { attribute, elements, ownText, sliceOf } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'
import type { Around, Reading } from './context.ts'
import { trackedInside } from './context.ts'
import { cutText, keptText, lookWithin } from './kept-text.ts'
import { letterOf } from './plain-text.ts'
import type { Kept } from './preserved.ts'
import { symbolOf } from './symbols.ts'

/**
 * A field stands in the text as a whole where all of it lies in one line and under the same tracked changes. Any other
 * is looked into: its result is text, and its characters are put back where they stood. So are links, and what shows
 * nothing; a long result, too, as it is text that somebody wrote.
 */
export type FoundField = {
  readonly kept: Kept
  readonly around: Around
  /** How many of the siblings it takes. */
  readonly taken: number
}

const LONG = 500
const DEPTH = 64
/** Entries of an index and the like: they show nothing where they stand. */
const SHOWS_NOTHING = /^\s*(XE|TC|TA|RD|SET|PRIVATE|ADVANCE|ASK)\b/i
const BESIDE = new Set(['w:proofErr', 'w:bookmarkStart', 'w:bookmarkEnd', 'w:permStart', 'w:permEnd'])

/** Follows the characters of fields through runs. */
type Following = {
  /** For each open field, whether its result has begun. */
  readonly results: boolean[]
  isOver: boolean
  changes: number
  code: string
  text: string
  xml: string
}

/** The field that begins with the sibling at `index`; null where none does that stands as a whole. */
export function findField(
  siblings: readonly XmlElement[],
  index: number,
  around: Around,
  reading: Reading,
): FoundField | null {
  const first = siblings[index]
  if (!first || !beginsField(first)) return null
  const following: Following = { results: [], isOver: false, changes: 0, code: '', text: '', xml: '' }
  let tracked: Around | null = null
  for (let at = index; at < siblings.length; at += 1) {
    const element = siblings[at]
    if (!element) return null
    if (BESIDE.has(element.name)) {
      following.xml += sliceOf(reading.text, element)
      continue
    }
    for (const { run, inside } of runsOf(element, around)) {
      if (run.name !== 'w:r' || (tracked && !isSame(tracked, inside))) return null
      tracked ??= inside
      if (!follow(run, following, reading)) return null
    }
    if (following.isOver && tracked) return finish(following, tracked, at - index + 1)
  }
  return null
}

function beginsField(element: XmlElement): boolean {
  if (element.name !== 'w:r') {
    const [inner] = trackedInside(element, {}) ? elements(element) : []
    return inner !== undefined && beginsField(inner)
  }
  const begin = elements(element).find(
    (one) => one.name !== 'w:rPr' && one.name !== 'w:lastRenderedPageBreak',
  )
  return begin?.name === 'w:fldChar' && attribute(begin, 'w:fldCharType') === 'begin'
}

type Run = { readonly run: XmlElement; readonly inside: Around }

/** The runs of a sibling, out of the tracked changes around them; what is no run is handed over as it is. */
function runsOf(element: XmlElement, around: Around): readonly Run[] {
  const inside = trackedInside(element, around)
  if (!inside) return [{ run: element, inside: around }]
  return elements(element).flatMap((inner) => runsOf(inner, inside))
}

function isSame(one: Around, other: Around): boolean {
  return isSameChange(one.insertion, other.insertion) && isSameChange(one.deletion, other.deletion)
}

function isSameChange(one: XmlElement | undefined, other: XmlElement | undefined): boolean {
  if (!one || !other) return one === other
  return (
    one.name === other.name &&
    ['w:author', 'w:date'].every((name) => attribute(one, name) === attribute(other, name))
  )
}

/** False where the field cannot stand as a whole. */
function follow(run: XmlElement, following: Following, reading: Reading): boolean {
  const { results } = following
  for (const element of elements(run)) {
    if (element.name === 'w:rPr') continue
    // Something behind the end of the field that goes on in the same run or under the same change.
    if (following.isOver) return false
    switch (element.name) {
      case 'w:fldChar':
        if (!followCharacter(attribute(element, 'w:fldCharType'), following)) return false
        break
      case 'w:instrText':
      case 'w:delInstrText':
        if (results.length === 1 && results[0] === false) following.code += ownText(element)
        break
      case 'w:commentReference':
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        return false
      default:
        if (results.every(Boolean)) following.text += shown(element)
    }
  }
  following.xml += asKept(run, reading)
  following.changes += lookWithin(run).changes
  return following.text.length <= LONG
}

function followCharacter(type: string | undefined, following: Following): boolean {
  const { results } = following
  if (type === 'begin') results.push(false)
  else if (type === 'separate') results[results.length - 1] = true
  else if (type === 'end') {
    results.pop()
    following.isOver = results.length === 0
  }
  return results.length <= DEPTH
}

function shown(element: XmlElement): string {
  if (element.name === 'w:sym') return symbolOf(element)
  return letterOf(element) ?? keptText(element)
}

/** A run as it is written outside of a deletion. */
function asKept(run: XmlElement, reading: Reading): string {
  let xml = ''
  let from = run.start
  for (const element of elements(run)) {
    if (element.name !== 'w:delText' && element.name !== 'w:delInstrText') continue
    const name = element.name === 'w:delText' ? 't' : 'instrText'
    const slice = sliceOf(reading.text, element)
    xml += reading.text.slice(from, element.start)
    xml += slice
      .replace(/^<((?:[\w.-]+:)?)del(?:Text|InstrText)/, `<$1${name}`)
      .replace(/<\/((?:[\w.-]+:)?)del(?:Text|InstrText)(\s*>)$/, `</$1${name}$2`)
    from = element.end
  }
  return xml + reading.text.slice(from, run.end)
}

function finish(following: Following, around: Around, taken: number): FoundField | null {
  const { code, text, xml, changes } = following
  if (/^\s*HYPERLINK\b/i.test(code) || SHOWS_NOTHING.test(code)) return null
  const within = { comments: [], changes }
  const kept: Kept = { kind: kindOf(code), text: cutText(text), xml, place: 'line', within }
  return { kept, around, taken }
}

/** A w:fldSimple that stands as a whole; null where it is to be looked into. */
export function simpleField(element: XmlElement, reading: Reading): Kept | null {
  const code = attribute(element, 'w:instr') ?? ''
  const text = keptText(element)
  const within = lookWithin(element)
  if (/^\s*HYPERLINK\b/i.test(code) || SHOWS_NOTHING.test(code) || text.length > LONG) return null
  if (within.comments.length > 0 || within.changes > 0 || holdsNote(element)) return null
  return { kind: kindOf(code), text, xml: sliceOf(reading.text, element), place: 'line', within }
}

function holdsNote(element: XmlElement): boolean {
  return /^w:(footnote|endnote)Reference$/.test(element.name) || elements(element).some(holdsNote)
}

function kindOf(code: string): PreservedKind {
  const name = /^\s*([A-Za-z]+)/.exec(code)?.[1]?.toUpperCase()
  if (name === 'INCLUDEPICTURE') return 'picture'
  if (name === 'EMBED' || name === 'LINK') return 'object'
  if (name === 'EQ') return 'formula'
  return name === 'SYMBOL' ? 'symbol' : 'field'
}
