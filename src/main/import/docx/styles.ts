import type { Align, ParagraphStyle } from '../../../shared/document/attributes.ts'
import { HIGHLIGHT_COLOURS } from '../../../shared/document/word-attributes.ts'
import type { HighlightColour } from '../../../shared/document/word-attributes.ts'
import { attribute, child, elements } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'

/** Plain formatting of a run, as far as the model knows it; an absent key says nothing. */
export type Emphasis = {
  readonly strong?: boolean
  readonly em?: boolean
  readonly underline?: boolean
  readonly strike?: boolean
  readonly vertical?: 'superscript' | 'subscript' | 'baseline'
  readonly smallCaps?: boolean
  readonly caps?: boolean
  /** Null: none, whatever a style says. */
  readonly highlight?: HighlightColour | null
}

export type ResolvedStyle = {
  readonly style: ParagraphStyle
  readonly align: Align | undefined
  readonly numbering: XmlElement | undefined
  readonly emphasis: Emphasis
}

export type Styles = {
  paragraph(id: string | undefined): ResolvedStyle
  run(id: string | undefined): Emphasis
}

const NOTHING: ResolvedStyle = { style: 'body', align: undefined, numbering: undefined, emphasis: {} }
/** Longest chain of w:basedOn that is followed; Word's own chains have about five links. */
const CHAIN = 32

export function readStyles(part: XmlElement | undefined): Styles {
  const rows = new Map<string, XmlElement>()
  let fallback: string | undefined
  for (const row of elements(part)) {
    const id = attribute(row, 'w:styleId')
    if (row.name !== 'w:style' || id === undefined) continue
    rows.set(id, row)
    if (attribute(row, 'w:type') === 'paragraph' && isOn(attribute(row, 'w:default') ?? '0')) fallback = id
  }
  const chain = (id: string | undefined): readonly XmlElement[] => {
    const result: XmlElement[] = []
    let row = rows.get(id ?? '')
    while (row && result.length < CHAIN && !result.includes(row)) {
      result.push(row)
      row = rows.get(attribute(child(row, 'w:basedOn'), 'w:val') ?? '')
    }
    return result
  }
  const paragraphs = new Map<string, ResolvedStyle>()
  return {
    paragraph(id) {
      const key = id ?? fallback ?? ''
      const known = paragraphs.get(key)
      if (known) return known
      const resolved = resolveStyle(key, chain(key))
      paragraphs.set(key, resolved)
      return resolved
    },
    run(id) {
      const links = chain(id)
      const name = styleName(links[0], id ?? '')
      const emphasis = mergeEmphasis(links)
      // The underline of a link belongs to the link.
      return /^(followed)?hyperlink$/.test(name) ? { ...emphasis, underline: false } : emphasis
    },
  }
}

function styleName(row: XmlElement | undefined, id: string): string {
  return (attribute(child(row, 'w:name'), 'w:val') ?? id).toLowerCase().replace(/\s+/g, '')
}

function resolveStyle(id: string, chain: readonly XmlElement[]): ResolvedStyle {
  const names = chain.length > 0 ? chain.map((row) => styleName(row, id)) : [id.toLowerCase()]
  const style = names.map(styleByName).find((found) => found !== null) ?? styleByOutline(chain) ?? 'body'
  const first = (name: string): XmlElement | undefined =>
    chain.map((row) => child(child(row, 'w:pPr'), name)).find((found) => found !== undefined)
  // Bold headings are bold by being headings; only in running text does a style's emphasis carry meaning.
  const emphasis = style === 'body' ? mergeEmphasis(chain) : {}
  if (chain.length === 0) return { ...NOTHING, style }
  return { style, align: readAlign(first('w:jc')), numbering: first('w:numPr'), emphasis }
}

function styleByName(name: string): ParagraphStyle | null {
  const heading = /^(?:heading|überschrift|titre|berschrift)([1-9])$/.exec(name)
  if (heading) return headingByLevel(Number(heading[1]) - 1)
  if (name === 'title' || name === 'headline') return 'headline'
  if (name === 'subtitle' || name === 'standfirst') return 'standfirst'
  if (name === 'byline') return 'byline'
  if (name === 'caption') return 'caption'
  if (name === 'quote' || name === 'intensequote' || name === 'blocktext') return 'quote'
  return null
}

function styleByOutline(chain: readonly XmlElement[]): ParagraphStyle | null {
  for (const row of chain) {
    const level = child(child(row, 'w:pPr'), 'w:outlineLvl')
    if (level) return readOutline(level)
  }
  return null
}

/** The heading style of a w:outlineLvl, null for the level of body text. */
export function readOutline(level: XmlElement): ParagraphStyle | null {
  const value = Number(attribute(level, 'w:val'))
  return Number.isInteger(value) && value >= 0 && value <= 8 ? headingByLevel(value) : null
}

function headingByLevel(level: number): ParagraphStyle {
  const styles: readonly ParagraphStyle[] = ['heading1', 'heading2', 'heading3', 'heading4']
  return styles[Math.min(level, 3)] ?? 'heading4'
}

export function readAlign(jc: XmlElement | undefined): Align | undefined {
  switch (attribute(jc, 'w:val')) {
    case 'center':
      return 'center'
    case 'right':
    case 'end':
      return 'end'
    case 'both':
    case 'distribute':
      return 'justify'
    case 'left':
    case 'start':
      return 'start'
    default:
      return undefined
  }
}

function mergeEmphasis(chain: readonly XmlElement[]): Emphasis {
  return chain.reduceRight<Emphasis>((so, row) => ({ ...so, ...readEmphasis(child(row, 'w:rPr')) }), {})
}

/** What a w:rPr says by itself, without its styles. */
export function readEmphasis(properties: XmlElement | undefined): Emphasis {
  let result: Emphasis = {}
  for (const property of elements(properties)) {
    const value = attribute(property, 'w:val')
    if (property.name === 'w:b') result = { ...result, strong: isOn(value) }
    else if (property.name === 'w:i') result = { ...result, em: isOn(value) }
    else if (property.name === 'w:u')
      result = { ...result, underline: value !== 'none' && value !== undefined }
    else if (property.name === 'w:strike' || property.name === 'w:dstrike') {
      result = { ...result, strike: isOn(value) || (property.name === 'w:dstrike' && result.strike === true) }
    } else if (property.name === 'w:smallCaps') result = { ...result, smallCaps: isOn(value) }
    else if (property.name === 'w:caps') result = { ...result, caps: isOn(value) }
    else if (property.name === 'w:highlight') {
      result = { ...result, highlight: HIGHLIGHT_COLOURS.find((colour) => colour === value) ?? null }
    } else if (property.name === 'w:vertAlign') {
      result = { ...result, vertical: value === 'superscript' || value === 'subscript' ? value : 'baseline' }
    }
  }
  return result
}

/** A toggle: present without a value means on. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || value === '1' || value === 'true' || value === 'on'
}
