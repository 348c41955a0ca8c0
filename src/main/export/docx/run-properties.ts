import type { StoredMark } from '../../../shared/document/attributes.ts'
import type { Segment } from '../../../shared/document/segments.ts'
import type { Emphasis } from '../../import/docx/styles.ts'
import { tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'
import { inSequence, propertiesIn, without } from './looks.ts'
import type { Properties } from './looks.ts'
import { RUN_PROPERTIES } from './sequences.ts'

/** The formatting of a stretch of text: names of plain marks, the colour of a marker, and the rest by its key. */
export type Format = Pick<Segment, 'marks' | 'highlight' | 'look'>

/** The format before a change. */
export function formatBefore(before: readonly StoredMark[]): Format {
  const valueOf = (type: string, name: string): string | null =>
    (before.find((mark) => mark.type === type)?.attrs?.[name] as string | undefined) ?? null
  return {
    marks: before.map((mark) => mark.type).filter((type) => !['link', 'highlight', 'look'].includes(type)),
    highlight: valueOf('highlight', 'colour') as Format['highlight'],
    look: valueOf('look', 'key'),
  }
}

export function sameFormat(one: Format, other: Format): boolean {
  return (
    one.highlight === other.highlight &&
    one.look === other.look &&
    one.marks.length === other.marks.length &&
    one.marks.every((name) => other.marks.includes(name))
  )
}

/** Toggles by the mark they stand for; the first is the one that counts, the second follows it. */
const TOGGLES = [
  ['strong', 'w:b', 'w:bCs'],
  ['em', 'w:i', 'w:iCs'],
  ['strike', 'w:strike', 'w:dstrike'],
  ['smallCaps', 'w:smallCaps', null],
  ['caps', 'w:caps', null],
] as const
const VERTICAL = ['superscript', 'subscript'] as const

type Inherited = Emphasis & { readonly smallCaps?: boolean; readonly caps?: boolean }

/**
 * What a w:rPr holds. `kept`: the slice behind the look. `style`: the character style that the text has by being a
 * link or a note's reference. `inherited`: what its styles give it, and it must say if it does not have.
 */
export function runProperties(
  { marks, highlight }: Format,
  kept: Xml | undefined,
  style: string | null,
  inherited: Inherited = {},
  change?: Xml,
): Xml {
  const isPlain = marks.length === 0 && highlight === null && style === null
  // Most text.
  if (isPlain && kept === undefined && Object.keys(inherited).length === 0) return change ?? ''
  const own = propertiesIn(kept, 'w:rPr')
  return inSequence(
    RUN_PROPERTIES,
    without(own, ['w:rPrChange', 'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']),
    {
      ...(style === null || own.has('w:rStyle') ? {} : { 'w:rStyle': tag('w:rStyle', { 'w:val': style }) }),
      ...toggles(marks, own, inherited),
      'w:u': underline(marks.includes('underline'), own.get('w:u'), inherited.underline === true),
      'w:highlight': highlight === null ? undefined : tag('w:highlight', { 'w:val': highlight }),
      'w:vertAlign': vertical(marks, own.get('w:vertAlign'), inherited.vertical),
      'w:rPrChange': change,
    },
  )
}

function toggles(
  marks: readonly string[],
  own: Properties,
  inherited: Inherited,
): Record<string, Xml | undefined> {
  return Object.fromEntries(
    TOGGLES.flatMap(([mark, name, second]) => {
      const isOn = marks.includes(mark)
      // Bold of complex scripts follows that of others; a double strike is one of two kinds, and kept where it was.
      const both = mark === 'strike' ? [] : second === null ? [] : [second]
      const isDouble = mark === 'strike' && isOnIn(own.get('w:dstrike'))
      if (isOn && isDouble) return []
      const written = isOn
        ? `<${name}/>`
        : inherited[mark] === true || isOffIn(own.get(name))
          ? tag(name, { 'w:val': 0 })
          : undefined
      const dropped = mark === 'strike' && isDouble ? [['w:dstrike', undefined] as const] : []
      return [
        [name, written] as const,
        ...both.map((follows) => [follows, written?.replace(name, follows)] as const),
        ...dropped,
      ]
    }),
  )
}

function underline(isOn: boolean, own: Xml | undefined, isInherited: boolean): Xml | undefined {
  const value = /\bval\s*=\s*["']([^"']*)/.exec(own ?? '')?.[1]
  if (isOn) return value !== undefined && value !== 'none' ? own : tag('w:u', { 'w:val': 'single' })
  return isInherited || value === 'none' ? tag('w:u', { 'w:val': 'none' }) : undefined
}

function vertical(
  marks: readonly string[],
  own: Xml | undefined,
  inherited: Emphasis['vertical'],
): Xml | undefined {
  const value = VERTICAL.find((name) => marks.includes(name))
  if (value !== undefined) return tag('w:vertAlign', { 'w:val': value })
  const isRaised = inherited !== undefined && inherited !== 'baseline'
  const isSaid = /\bval\s*=\s*["']baseline/.test(own ?? '')
  return isRaised || isSaid ? tag('w:vertAlign', { 'w:val': 'baseline' }) : undefined
}

function isOffIn(xml: Xml | undefined): boolean {
  return xml !== undefined && /\bval\s*=\s*["'](?:0|false|off)["']/.test(xml)
}

function isOnIn(xml: Xml | undefined): boolean {
  return xml !== undefined && !isOffIn(xml)
}
