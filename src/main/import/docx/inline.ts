import type { Mark, Node } from 'prosemirror-model'
import { schema } from '../../../shared/document/schema.ts'
import { storeMarks } from '../../../shared/document/tracking-state.ts'
import { attribute, child } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'
import { textNodes } from '../draft.ts'
import type { Around, Reading } from './context.ts'
import { runLook } from './looks.ts'
import { readEmphasis } from './styles.ts'
import type { Emphasis } from './styles.ts'

/** The inline content of one paragraph while it is read. */
export type Inline = {
  readonly nodes: Node[]
  /** Sum of the sizes of the nodes. */
  size: number
  /** Emphasis that the paragraph's style gives to running text. */
  readonly emphasis: Emphasis
  /** The number of a note has just been read: the space after it is Word's, not the text's. */
  afterNumber: boolean
}

type Build = (marks: readonly Mark[]) => readonly Node[]

export function emit(
  text: string,
  properties: XmlElement | undefined,
  around: Around,
  inline: Inline,
  reading: Reading,
): void {
  const own = inline.afterNumber && text.startsWith(' ') ? text.slice(1) : text
  inline.afterNumber &&= text === ''
  if (own === '') return
  place((marks) => textNodes(own, marks), properties, around, inline, reading)
}

/** Puts nodes with the marks of this place. `style`: whether a run's style has a say in them. */
export function place(
  build: Build,
  properties: XmlElement | undefined,
  around: Around,
  inline: Inline,
  reading: Reading,
  style = true,
): void {
  const href = around.href ?? reading.fields.findLast((field) => field.href !== null)?.href ?? null
  const formatting = formattingMarks(properties, href, inline, reading, style)
  const format = child(properties, 'w:rPrChange')
  const before = format && formattingMarks(child(format, 'w:rPr'), href, inline, reading, style)
  const refs = reading.changes.next({ insertion: around.insertion, deletion: around.deletion, format })
  const marks = [...reading.anchors.marks()]
  if (refs.insertion) marks.push(schema.marks.insertion.create(refs.insertion))
  if (refs.deletion) marks.push(schema.marks.deletion.create(refs.deletion))
  if (refs.format && before) {
    const { id, author } = refs.format
    marks.push(schema.marks.formatChange.create({ id, author, before: storeMarks(before) }))
  }
  for (const node of build([...marks, ...formatting])) {
    inline.nodes.push(node)
    inline.size += node.nodeSize
  }
}

/** Marks in the order of the schema. */
function formattingMarks(
  properties: XmlElement | undefined,
  href: string | null,
  inline: Inline,
  reading: Reading,
  hasStyle: boolean,
): readonly Mark[] {
  const style = hasStyle ? attribute(child(properties, 'w:rStyle'), 'w:val') : undefined
  const emphasis: Emphasis = {
    ...inline.emphasis,
    ...(style === undefined ? {} : reading.styles.run(style)),
    ...readEmphasis(properties),
  }
  const { link, strong, em, underline, strike, superscript, subscript, smallCaps, caps } = schema.marks
  const marks: Mark[] = []
  if (href !== null) marks.push(link.create({ href }))
  if (emphasis.strong === true) marks.push(strong.create())
  if (emphasis.em === true) marks.push(em.create())
  if (emphasis.underline === true) marks.push(underline.create())
  if (emphasis.strike === true) marks.push(strike.create())
  if (emphasis.vertical === 'superscript') marks.push(superscript.create())
  if (emphasis.vertical === 'subscript') marks.push(subscript.create())
  if (emphasis.smallCaps === true) marks.push(smallCaps.create())
  if (emphasis.caps === true) marks.push(caps.create())
  const { highlight: colour } = emphasis
  if (colour !== undefined && colour !== null) marks.push(schema.marks.highlight.create({ colour }))
  const look = runLook(properties, reading)
  if (look !== null) marks.push(schema.marks.look.create({ key: look }))
  return marks
}
