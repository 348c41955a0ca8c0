import { attribute, child, elements, ownText } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'
import type { PreservedKind } from '../../../shared/document/word-attributes.ts'
import { chosenBranch } from './alternate.ts'
import type { Around, Field, Reading } from './context.ts'
import { trackedInside } from './context.ts'
import { isDrawing, readDrawing } from './drawings.ts'
import { findField, simpleField } from './fields.ts'
import { emit } from './inline.ts'
import type { Inline } from './inline.ts'
import { keptText, wordsIn } from './kept-text.ts'
import { readFieldLink, readHyperlink } from './links.ts'
import { readNoteReference } from './note-references.ts'
import { letterOf } from './plain-text.ts'
import { keptElement, placeKept } from './preserved.ts'
import { isOn } from './styles.ts'

const FIELD_DEPTH = 64

/** Reads what stands between the properties and the end of a paragraph. Unknown wrappers never hide text. */
export function readInline(parent: XmlElement, around: Around, inline: Inline, reading: Reading): void {
  const siblings = elements(parent)
  for (let index = 0; index < siblings.length; index += 1) {
    const element = siblings[index]
    if (!element) return
    const from = inline.size
    const field = findField(siblings, index, around, reading)
    if (field) {
      placeKept(field.kept, undefined, field.around, inline, reading)
      index += field.taken - 1
    } else readInlineElement(element, around, inline, reading)
    reading.trace?.inline.set(element, [from, inline.size])
  }
}

function readInlineElement(element: XmlElement, around: Around, inline: Inline, reading: Reading): void {
  const tracked = trackedInside(element, around)
  if (tracked) return readInline(element, tracked, inline, reading)
  if (reading.moves.take(element)) return
  switch (element.name) {
    case 'w:r':
      return readRun(element, around, inline, reading)
    case 'w:pPr':
    case 'w:sdtPr':
    case 'w:customXmlPr':
    case 'w:smartTagPr':
      return
    case 'w:hyperlink': {
      const href = readHyperlink(element, reading.relations, reading.warnings) ?? around.href ?? null
      return readInline(element, { ...around, href }, inline, reading)
    }
    case 'w:fldSimple': {
      const kept = simpleField(element, reading)
      if (kept) return placeKept(kept, undefined, around, inline, reading)
      const href = readFieldLink(attribute(element, 'w:instr') ?? '', reading.warnings)
      return readInline(element, { ...around, href: href ?? around.href ?? null }, inline, reading)
    }
    case 'w:commentRangeStart':
      return reading.anchors.start(attribute(element, 'w:id') ?? '')
    case 'w:commentRangeEnd':
      return reading.anchors.end(attribute(element, 'w:id') ?? '')
    case 'mc:AlternateContent': {
      const branch = chosenBranch(element)
      return branch ? readInline(branch, around, inline, reading) : undefined
    }
    case 'm:oMath':
    case 'm:oMathPara':
      return keepElement(element, 'formula', 'line', undefined, around, inline, reading)
    case 'w:subDoc':
      return keepElement(element, 'other', 'line', undefined, around, inline, reading)
    default:
      return readInline(element, around, inline, reading)
  }
}

function keepElement(
  element: XmlElement,
  kind: PreservedKind,
  at: 'run' | 'line',
  properties: XmlElement | undefined,
  around: Around,
  inline: Inline,
  reading: Reading,
): void {
  const kept = keptElement(element, { kind, text: keptText(element), place: at }, reading)
  placeKept(kept, properties, around, inline, reading)
}

function readRun(run: XmlElement, around: Around, inline: Inline, reading: Reading): void {
  const properties = child(run, 'w:rPr')
  if (isOnProperty(properties, 'w:vanish')) {
    reading.warnings.add('hidden', 'Text that was hidden in Word came in as visible text.')
  }
  for (const element of elements(run)) {
    const from = inline.size
    readRunChild(element, properties, around, inline, reading)
    reading.trace?.inline.set(element, [from, inline.size])
  }
}

function isOnProperty(properties: XmlElement | undefined, name: string): boolean {
  const property = child(properties, name)
  return property !== undefined && isOn(attribute(property, 'w:val'))
}

function readRunChild(
  element: XmlElement,
  properties: XmlElement | undefined,
  around: Around,
  inline: Inline,
  reading: Reading,
): void {
  const ended = breakKind(element)
  if (ended !== null) return keepElement(element, ended, 'run', properties, around, inline, reading)
  const letters = letterOf(element)
  if (letters !== null) return emit(letters, properties, around, inline, reading)
  switch (element.name) {
    case 'w:fldChar':
      return readFieldCharacter(attribute(element, 'w:fldCharType') ?? '', reading)
    case 'w:instrText':
    case 'w:delInstrText': {
      const field = reading.fields.at(-1)
      if (field && field.code.length < 4096) field.code += ownText(element)
      return
    }
    case 'w:commentReference':
      return reading.anchors.reference(attribute(element, 'w:id') ?? '', inline.size)
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      return readNoteReference(element, properties, around, inline, reading)
    case 'w:footnoteRef':
    case 'w:endnoteRef':
      inline.afterNumber = true
      return
    case 'w:sym':
      return keepElement(element, 'symbol', 'run', properties, around, inline, reading)
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      return readDrawing(element, properties, around, inline, reading)
    case 'mc:AlternateContent':
      if (isDrawing(element)) return readDrawing(element, properties, around, inline, reading)
      return emit(wordsIn(element), properties, around, inline, reading)
    case 'w:ruby':
      return keepElement(element, 'ruby', 'run', properties, around, inline, reading)
    default:
      if (SHOWS_NOTHING.has(element.name)) return
      return keepElement(element, 'other', 'run', properties, around, inline, reading)
  }
}

/** What Word works out anew, and the marks of notes and comments themselves. */
const SHOWS_NOTHING = new Set([
  'w:rPr',
  'w:lastRenderedPageBreak',
  'w:annotationRef',
  'w:separator',
  'w:continuationSeparator',
])

/** A break of the page or the column is no end of a line; it stands in the text as something kept. */
function breakKind(element: XmlElement): 'pageBreak' | 'columnBreak' | null {
  const type = element.name === 'w:br' ? attribute(element, 'w:type') : undefined
  return type === 'page' ? 'pageBreak' : type === 'column' ? 'columnBreak' : null
}

function readFieldCharacter(type: string, reading: Reading): void {
  const { fields } = reading
  // Deeper fields than any author writes are not followed; their text is read all the same.
  if (type === 'begin' && fields.length < FIELD_DEPTH) fields.push({ code: '', hasResult: false, href: null })
  else if (type === 'end') fields.pop()
  const field: Field | undefined = fields.at(-1)
  if (type !== 'separate' || !field) return
  field.hasResult = true
  field.href = readFieldLink(field.code, reading.warnings)
}
