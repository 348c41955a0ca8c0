import type {
  ChangeRef,
  ListAttr,
  ParagraphProperties,
  Tracking,
} from '../../../shared/document/attributes.ts'
import type { ParagraphSegments } from '../../../shared/document/segments.ts'
import { inOrder, tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'
import { isMoved, trackedAttributes } from './runs.ts'
import { PARAGRAPH_PROPERTIES, RUN_PROPERTIES } from './sequences.ts'
import { LIST_STYLE, WORD_STYLE } from './styles.ts'
import type { Writing } from './writing.ts'

/** The list of a paragraph as Word gets it: the head of an article is never a list item, and bullets do not count. */
export function listOf(properties: Omit<ParagraphProperties, 'look'>): ListAttr | null {
  const { style, list } = properties
  if (!list || style === 'headline' || style === 'standfirst' || style === 'byline') return null
  return list.kind === 'bullet' ? { kind: list.kind, level: list.level } : list
}

/** w:pPr. `mark`: what is tracked of its ¶. `above`: the paragraph before. */
export function paragraphProperties(
  paragraph: ParagraphSegments,
  above: ParagraphSegments | undefined,
  mark: Tracking | null,
  writing: Writing,
): Xml {
  const { attrs } = paragraph
  const { lists, bodyStyle } = writing
  const list = listOf(attrs)
  const number = list && lists.numberOf(list, above ? listOf(above.attrs) : null)
  const change = attrs.paragraphChange
  const before = change && !sameProperties(change.before, attrs) ? change.before : null
  const earlier = before && listOf(before)
  const inner = inOrder(PARAGRAPH_PROPERTIES, {
    ...plainProperties(attrs, number, bodyStyle),
    'w:rPr': markProperties(mark, writing),
    'w:pPrChange':
      change && before
        ? tag(
            'w:pPrChange',
            trackedAttributes(change, writing),
            tag(
              'w:pPr',
              {},
              inOrder(
                PARAGRAPH_PROPERTIES,
                plainProperties(before, earlier && lists.numberOfEarlier(earlier), bodyStyle),
              ),
            ),
          )
        : undefined,
  })
  return inner === '' ? '' : tag('w:pPr', {}, inner)
}

/** Equal for Word. */
export function sameProperties(
  a: Omit<ParagraphProperties, 'look'>,
  b: Omit<ParagraphProperties, 'look'>,
): boolean {
  const [one, other] = [listOf(a), listOf(b)]
  const isSameList = one?.kind === other?.kind && one?.level === other?.level && one?.start === other?.start
  return a.style === b.style && a.align === b.align && isSameList
}

function plainProperties(
  properties: Omit<ParagraphProperties, 'look'>,
  number: number | null,
  bodyStyle: string | null,
): Record<string, Xml | undefined> {
  const list = listOf(properties)
  const style = WORD_STYLE[properties.style] ?? (list ? LIST_STYLE : bodyStyle)
  return {
    'w:pStyle': style === null ? undefined : tag('w:pStyle', { 'w:val': style }),
    'w:numPr':
      list && number !== null
        ? tag('w:numPr', {}, tag('w:ilvl', { 'w:val': list.level }), tag('w:numId', { 'w:val': number }))
        : undefined,
    'w:jc': properties.align === 'start' ? undefined : tag('w:jc', { 'w:val': ALIGN[properties.align] }),
  }
}

/** Transitional words: `left` and `right` there mean start and end. */
const ALIGN = { center: 'center', end: 'right', justify: 'both' } as const

function markProperties(mark: Tracking | null, writing: Writing): Xml | undefined {
  const { insertion, deletion } = mark ?? {}
  if (!insertion && !deletion) return undefined
  const inner = inOrder(RUN_PROPERTIES, {
    ...(insertion ? tracked(isMoved(insertion) ? 'w:moveTo' : 'w:ins', insertion, writing) : {}),
    ...(deletion ? tracked(isMoved(deletion) ? 'w:moveFrom' : 'w:del', deletion, writing) : {}),
  })
  return tag('w:rPr', {}, inner)
}

function tracked(name: string, ref: ChangeRef, writing: Writing): Record<string, Xml> {
  return { [name]: tag(name, trackedAttributes(ref, writing)) }
}
