import type {
  ListAttr,
  ParagraphChange,
  ParagraphMark,
  ParagraphProperties,
} from '../../../shared/document/attributes.ts'
import { storeProperties } from '../../../shared/document/tracking-state.ts'
import { attribute, child, elements } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'
import type { Around, Reading } from './context.ts'
import { paragraphLook } from './looks.ts'
import type { MarkLook } from './looks.ts'
import type { Numbering } from './numbering.ts'
import { readAlign, readOutline } from './styles.ts'
import { countInParagraph } from './unlisted-changes.ts'

type Paragraph = {
  readonly now: ParagraphProperties
  /** A tracked change of the properties, of the w:pPr or of the ¶ alone; to be asked once its text is read. */
  change(): ParagraphChange | null
}

/** What the w:pPr of a paragraph says. A ¶ whose look was changed is one change with what else one act changed. */
export function readParagraphProperties(properties: XmlElement | undefined, reading: Reading): Paragraph {
  countInParagraph(properties, reading)
  const own = child(properties, 'w:rPr')
  const ofMark = child(own, 'w:rPrChange')
  const change = child(properties, 'w:pPrChange')
  const isApart = ofMark !== undefined && change !== undefined && !isOneAct(ofMark, change)
  const mark: MarkLook = { properties: own, keepsChange: isApart }
  const markBefore: MarkLook =
    ofMark && !isApart ? { properties: child(ofMark, 'w:rPr'), keepsChange: false } : mark
  const now = readProperties(properties, mark, reading.numbering.of, reading)
  if (change) {
    const ref = reading.changes.ofParagraph(change)
    const { ofEarlier } = reading.numbering
    const before = storeProperties(readProperties(child(change, 'w:pPr'), markBefore, ofEarlier, reading))
    return { now, change: () => ({ ...ref, before }) }
  }
  if (!ofMark) return { now, change: () => null }
  const before = storeProperties({ ...now, look: paragraphLook(properties, markBefore, reading) })
  return { now, change: () => ({ ...reading.changes.ofMark(ofMark), before }) }
}

function isOneAct(one: XmlElement, other: XmlElement): boolean {
  return ['w:author', 'w:date'].every((name) => attribute(one, name) === attribute(other, name))
}

function readProperties(
  properties: XmlElement | undefined,
  mark: MarkLook,
  listOf: Numbering['of'],
  reading: Reading,
): ParagraphProperties {
  const resolved = reading.styles.paragraph(attribute(child(properties, 'w:pStyle'), 'w:val'))
  const outline = child(properties, 'w:outlineLvl')
  const style = resolved.style === 'body' && outline ? (readOutline(outline) ?? 'body') : resolved.style
  const list = listOf(child(properties, 'w:numPr') ?? resolved.numbering)
  return {
    style,
    list: withinHead(style, list),
    align: readAlign(child(properties, 'w:jc')) ?? resolved.align ?? 'start',
    look: paragraphLook(properties, mark, reading),
  }
}

function withinHead(style: ParagraphProperties['style'], list: ListAttr | null): ListAttr | null {
  return style === 'headline' || style === 'standfirst' || style === 'byline' ? null : list
}

/** What is tracked of the ¶; `properties`: its w:rPr. */
export function readMark(
  properties: XmlElement | undefined,
  around: Around,
  reading: Reading,
): ParagraphMark | null {
  const find = (...names: string[]): XmlElement | undefined =>
    elements(properties).find((property) => names.includes(property.name))
  const insertion = find('w:moveTo', 'w:ins') ?? around.insertion
  const deletion = find('w:moveFrom', 'w:del') ?? around.deletion
  const refs = reading.changes.next({ insertion, deletion })
  if (!refs.insertion && !refs.deletion) return null
  return {
    ...(refs.insertion ? { insertion: refs.insertion } : {}),
    ...(refs.deletion ? { deletion: refs.deletion } : {}),
  }
}
