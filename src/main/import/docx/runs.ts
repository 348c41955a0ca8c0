import type { Mark, Node } from 'prosemirror-model'
import { schema } from '../../../shared/document/schema.ts'
import { attribute, child, elements, ownText } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'
import { chosenBranch } from './alternate.ts'
import type { Around, Field, Reading } from './context.ts'
import { trackedInside } from './context.ts'
import { emit, place } from './inline.ts'
import type { Inline } from './inline.ts'
import { readFieldLink, readHyperlink } from './links.ts'
import { letterOf, plainText } from './plain-text.ts'
import { readDrawing } from './pictures.ts'
import { isOn } from './styles.ts'

const FIELD_DEPTH = 64

/** Reads what stands between the properties and the end of a paragraph. Unknown wrappers never hide text. */
export function readInline(parent: XmlElement, around: Around, inline: Inline, reading: Reading): void {
  for (const element of elements(parent)) {
    const from = inline.size
    readInlineElement(element, around, inline, reading)
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
      reading.warnings.add('formula', 'Formulas came in as their plain letters.')
      return emit(formulaText(element), undefined, around, inline, reading)
    default:
      return readInline(element, around, inline, reading)
  }
}

function formulaText(element: XmlElement): string {
  return elements(element)
    .map((inner) => (inner.name === 'm:t' ? ownText(inner) : formulaText(inner)))
    .join('')
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
  const letters = letterOf(element)
  if (letters !== null) return emit(letters, properties, around, inline, reading)
  switch (element.name) {
    case 'w:fldChar':
      return readFieldCharacter(attribute(element, 'w:fldCharType') ?? '', reading)
    case 'w:instrText': {
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
      reading.warnings.add('symbol', 'Characters of a symbol font were left out.')
      return
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      return readDrawing(element, properties, around, inline, reading)
    case 'mc:AlternateContent':
      for (const inner of elements(chosenBranch(element)))
        readRunChild(inner, properties, around, inline, reading)
      return
    case 'w:ruby':
      return emit(plainText(child(element, 'w:rubyBase') ?? element), properties, around, inline, reading)
    default:
      return
  }
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

/** A footnote or an endnote stands where the text refers to it. */
function readNoteReference(
  element: XmlElement,
  properties: XmlElement | undefined,
  around: Around,
  inline: Inline,
  reading: Reading,
): void {
  const part = element.name === 'w:footnoteReference' ? 'footnotes' : 'endnotes'
  const note = reading[part](attribute(element, 'w:id') ?? '')
  if (!note) return
  if (part === 'endnotes') reading.warnings.add('note', 'Endnotes came in as footnotes.')
  const { readNote, changes } = reading
  if (!readNote) {
    reading.warnings.add('note', 'A note within a note came into its text, in square brackets.')
    return emit(` [${plainText(note)}]`, undefined, around, inline, reading)
  }
  const build = (marks: readonly Mark[]): readonly Node[] => {
    const before = changes.state()
    const content = [...readNote(note, part)]
    changes.resume(before)
    const made = schema.nodes.footnote.create(null, content, [...marks])
    reading.trace?.notes.set(made, element)
    return [made]
  }
  place(build, properties, around, inline, reading, false)
}
