import type { Mark, Node } from 'prosemirror-model'
import { schema } from '../../../shared/document/schema.ts'
import type { StoredMark } from '../../../shared/document/attributes.ts'
import { attribute, child, elements, ownText } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'
import { textNodes } from '../draft.ts'
import { chosenBranch } from './alternate.ts'
import type { Around, Field, Reading } from './context.ts'
import { trackedInside } from './context.ts'
import { readFieldLink, readHyperlink } from './links.ts'
import { letterOf, plainText } from './plain-text.ts'
import { isOn, readEmphasis } from './styles.ts'
import type { Emphasis } from './styles.ts'

const FIELD_DEPTH = 64

/** The inline content of one paragraph while it is read. */
export type Inline = {
  readonly nodes: Node[]
  /** Sum of the sizes of the nodes. */
  size: number
  /** Emphasis that the paragraph's style gives to running text. */
  readonly emphasis: Emphasis
  /** Text boxes that hang on this paragraph; their paragraphs follow it. */
  readonly boxes: { readonly content: XmlElement; readonly around: Around }[]
}

/** Reads what stands between the properties and the end of a paragraph. Unknown wrappers never hide text. */
export function readInline(parent: XmlElement, around: Around, inline: Inline, reading: Reading): void {
  for (const element of elements(parent)) readInlineElement(element, around, inline, reading)
}

function readInlineElement(element: XmlElement, around: Around, inline: Inline, reading: Reading): void {
  const tracked = trackedInside(element, around)
  if (tracked) return readInline(element, tracked, inline, reading)
  switch (element.name) {
    case 'w:r':
      return readRun(element, around, inline, reading)
    case 'w:pPr':
    case 'w:sdtPr':
    case 'w:customXmlPr':
    case 'w:smartTagPr':
      return
    case 'w:hyperlink': {
      const href = readHyperlink(element, reading.pack, reading.warnings) ?? around.href ?? null
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
  for (const element of elements(run)) readRunChild(element, properties, around, inline, reading)
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
    case 'w:endnoteReference': {
      const notes = element.name === 'w:footnoteReference' ? reading.footnotes : reading.endnotes
      const text = notes(attribute(element, 'w:id') ?? '')
      reading.warnings.add('note', 'Footnotes and endnotes came into the text, in square brackets.')
      return text === '' ? undefined : emit(` [${text}]`, undefined, around, inline, reading)
    }
    case 'w:sym':
      reading.warnings.add('symbol', 'Characters of a symbol font were left out.')
      return
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      return readDrawing(element, around, inline, reading)
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

/** Pictures and shapes are not kept; the paragraphs of a text box follow the paragraph that it hangs on. */
function readDrawing(element: XmlElement, around: Around, inline: Inline, reading: Reading): void {
  const boxes: XmlElement[] = []
  let pictures = 0
  const search = (parent: XmlElement): void => {
    for (const inner of elements(parent)) {
      if (inner.name === 'w:txbxContent') boxes.push(inner)
      else if (inner.name === 'mc:AlternateContent') search(chosenBranch(inner) ?? inner)
      else {
        if (inner.name === 'a:blip' || inner.name === 'v:imagedata') pictures += 1
        search(inner)
      }
    }
  }
  search(element)
  for (const content of boxes) inline.boxes.push({ content, around })
  if (boxes.length > 0) reading.warnings.add('text-box', 'The text of text boxes came in as paragraphs.')
  else if (pictures > 0) reading.warnings.add('picture', 'Pictures were left out.')
  else reading.warnings.add('shape', 'Drawings and embedded objects were left out.')
}

function emit(
  text: string,
  properties: XmlElement | undefined,
  around: Around,
  inline: Inline,
  reading: Reading,
): void {
  if (text === '') return
  const href = around.href ?? reading.fields.findLast((field) => field.href !== null)?.href ?? null
  const formatting = formattingMarks(properties, href, inline, reading)
  const change = child(properties, 'w:rPrChange')
  const before = change && formattingMarks(child(change, 'w:rPr'), href, inline, reading)
  const format = before && !sameNames(before, formatting) ? change : undefined
  if (change && !format) {
    reading.warnings.add('format-change', 'Tracked changes of font, size, colour or language were left out.')
  }
  const refs = reading.changes.next({ insertion: around.insertion, deletion: around.deletion, format })
  const marks = [...reading.anchors.marks()]
  if (refs.insertion) marks.push(schema.marks.insertion.create(refs.insertion))
  if (refs.deletion) marks.push(schema.marks.deletion.create(refs.deletion))
  if (refs.format && before) {
    marks.push(schema.marks.formatChange.create({ ...refs.format, before: before.map(storedMark) }))
  }
  for (const node of textNodes(text, [...marks, ...formatting])) {
    inline.nodes.push(node)
    inline.size += node.nodeSize
  }
}

function storedMark(mark: Mark): StoredMark {
  return mark.type.name === 'link'
    ? { type: 'link', attrs: { href: String(mark.attrs['href']) } }
    : { type: mark.type.name }
}

function sameNames(a: readonly Mark[], b: readonly Mark[]): boolean {
  return a.length === b.length && a.every((mark, index) => mark.type === b[index]?.type)
}

/** Marks in the order of the schema. */
function formattingMarks(
  properties: XmlElement | undefined,
  href: string | null,
  inline: Inline,
  reading: Reading,
): readonly Mark[] {
  const style = attribute(child(properties, 'w:rStyle'), 'w:val')
  const emphasis: Emphasis = {
    ...inline.emphasis,
    ...(style === undefined ? {} : reading.styles.run(style)),
    ...readEmphasis(properties),
  }
  const { link, strong, em, underline, strike, superscript, subscript } = schema.marks
  const marks: Mark[] = []
  if (href !== null) marks.push(link.create({ href }))
  if (emphasis.strong === true) marks.push(strong.create())
  if (emphasis.em === true) marks.push(em.create())
  if (emphasis.underline === true) marks.push(underline.create())
  if (emphasis.strike === true) marks.push(strike.create())
  if (emphasis.vertical === 'superscript') marks.push(superscript.create())
  if (emphasis.vertical === 'subscript') marks.push(subscript.create())
  return marks
}
