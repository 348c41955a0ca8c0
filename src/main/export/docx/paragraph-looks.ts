import type { ListAttr, ParagraphProperties, StoredProperties } from '../../../shared/document/attributes.ts'
import { tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'
import { propertiesIn, without } from './looks.ts'
import type { Properties } from './looks.ts'
import type { Writing } from './writing.ts'

/** Properties of now, or of before a change. */
export type Plain = Omit<ParagraphProperties, 'look'> & { readonly look?: string | null }

/** The list of a paragraph as Word gets it: the head of an article is never a list item, and bullets do not count. */
export function listOf(properties: Omit<ParagraphProperties, 'look'>): ListAttr | null {
  const { style, list } = properties
  if (!list || style === 'headline' || style === 'standfirst' || style === 'byline') return null
  return list.kind === 'bullet' ? { kind: list.kind, level: list.level } : list
}

/** What a paragraph was in the file. `isBare`: the file says nothing of it, and so what it says of all. */
export type SourcePlain = Plain & { readonly isBare: boolean }

/** Equal for Word. */
export function sameProperties(a: Omit<Plain, 'look'>, b: Omit<Plain, 'look'>): boolean {
  return (
    a.style === b.style && a.align === b.align && sameList(listOf(a), listOf(b)) && startOf(a) === startOf(b)
  )
}

function startOf(of: Omit<Plain, 'look'>): number | undefined {
  return listOf(of)?.start
}

function sameList(one: ListAttr | null, other: ListAttr | null): boolean {
  return one?.kind === other?.kind && one?.level === other?.level
}

/** Where a look says what these properties are, what the file says stays; else they are said anew. */
export function plainProperties(
  properties: Plain,
  source: SourcePlain | null,
  number: number | null,
  writing: Writing,
): Properties {
  const { kept } = writing
  const look = properties.look ?? null
  const own = look === null ? undefined : kept?.payload(look)?.xml
  const all = without(propertiesIn(own, 'w:pPr'), ['w:pPrChange', 'w:sectPr'])
  const read =
    own === undefined ? bareMeaning(look, source, writing) : meaningsOf(properties, source, writing)
  const styled = read.filter((one) => one.style === properties.style)
  const result = new Map(all)
  const set = (name: string, xml: Xml | undefined): void => {
    if (xml === undefined) result.delete(name)
    else result.set(name, xml)
  }
  const id = styled.length > 0 ? styleIn(all) : styleNameOf(properties, writing)
  if (styled.length === 0) {
    set('w:pStyle', id === null ? undefined : tag('w:pStyle', { 'w:val': id }))
    set('w:outlineLvl', undefined)
  }
  const list = listOf(properties)
  if (styled.length === 0 || !styled.some((one) => sameList(listOf(one), list))) {
    set('w:numPr', numbering(list, number, kept?.styles.paragraph(id ?? undefined).numbering !== undefined))
  }
  if (!styled.some((one) => one.align === properties.align)) {
    set('w:jc', alignment(properties.align, kept?.styles.paragraph(id ?? undefined).align))
  }
  return result
}

/**
 * What it means that the file says nothing of a paragraph. Its own style may be one by its place, and an empty line at
 * the end may not be what the file's empty line was.
 */
function bareMeaning(look: string | null, source: SourcePlain | null, { kept }: Writing): readonly Plain[] {
  if (!kept || look !== null || source?.isBare !== true) return []
  return [{ ...source, align: kept.styles.paragraph(undefined).align ?? 'start' }]
}

/**
 * As what the file's words for a look were read. The head of an article gets its styles by where it stands: they are
 * what the words mean for the paragraphs of the head alone. `source`: what the paragraph was in the file.
 */
function meaningsOf(
  { look = null, style }: Plain | StoredProperties,
  source: Plain | null,
  { kept }: Writing,
): readonly Plain[] {
  if (look === null || !kept) return []
  const isHead = source?.style === style && (source.look ?? null) === look
  const id = styleIn(propertiesIn(kept.payload(look)?.xml, 'w:pPr'))
  const meant = kept.styles.paragraph(id ?? undefined).style
  return kept.readAs(look).filter((one) => !HEAD.has(one.style) || one.style === meant || isHead)
}

const HEAD: ReadonlySet<Plain['style']> = new Set(['headline', 'standfirst', 'byline'])

function styleIn(properties: Properties): string | null {
  return /\bval\s*=\s*["']([^"']*)/.exec(properties.get('w:pStyle') ?? '')?.[1] ?? null
}

function styleNameOf(properties: Plain, { names, bodyStyle }: Writing): string | null {
  return names.paragraph(properties.style) ?? (listOf(properties) ? names.list() : bodyStyle)
}

function numbering(list: ListAttr | null, number: number | null, isInherited: boolean): Xml | undefined {
  if (list && number !== null) {
    return tag('w:numPr', {}, tag('w:ilvl', { 'w:val': list.level }), tag('w:numId', { 'w:val': number }))
  }
  return isInherited ? tag('w:numPr', {}, tag('w:numId', { 'w:val': 0 })) : undefined
}

/** Transitional words: `left` and `right` there mean start and end. */
const ALIGN = { start: 'left', center: 'center', end: 'right', justify: 'both' } as const

function alignment(align: Plain['align'], inherited: Plain['align'] | undefined): Xml | undefined {
  return align === (inherited ?? 'start') ? undefined : tag('w:jc', { 'w:val': ALIGN[align] })
}

/** Whether the file's own numbering holds, so that none of ours is needed. */
export function hasOwnNumber(
  properties: Plain | StoredProperties,
  source: Plain | null,
  writing: Writing,
): boolean {
  const look = properties.look ?? null
  if (look === null || !writing.kept?.payload(look)) return false
  return meaningsOf(properties, source, writing).some(
    (one) => one.style === properties.style && sameList(listOf(one), listOf(properties)),
  )
}
