import type { ListAttr } from '../../../shared/document/attributes.ts'
import { part, tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'

/** Hands out w:numId values: one for all bullets, one for each ordered list so that each starts at 1. */
export type ListNumbers = {
  /** `before`: the list of the paragraph above, or null. */
  numberOf(list: ListAttr, before: ListAttr | null): number
  /** The w:numPr of a paragraph's earlier state. */
  numberOfEarlier(list: ListAttr): number
  part(): Uint8Array
}

const BULLETS = 1
const FIRST_ORDERED = 2
const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8]

export function createListNumbers(): ListNumbers {
  let last = FIRST_ORDERED
  let used = false
  return {
    numberOf(list, before) {
      if (list.kind === 'bullet') return BULLETS
      if (before === null && used) last += 1
      used = true
      return last
    },
    numberOfEarlier: (list) => (list.kind === 'bullet' ? BULLETS : FIRST_ORDERED),
    part: () =>
      part(
        'w:numbering',
        ['w'],
        abstractList(0, bulletLevel),
        abstractList(1, orderedLevel),
        number(BULLETS, 0, false),
        number(FIRST_ORDERED, 1, false),
        ...Array.from({ length: last - FIRST_ORDERED }, (_, index) =>
          number(FIRST_ORDERED + 1 + index, 1, true),
        ),
      ),
  }
}

function abstractList(id: number, level: (level: number) => Xml): Xml {
  const type = tag('w:multiLevelType', { 'w:val': 'multilevel' })
  return tag('w:abstractNum', { 'w:abstractNumId': id }, type, ...LEVELS.map(level))
}

function bulletLevel(level: number): Xml {
  const text = ['•', '–', '▪'][level % 3] ?? '•'
  return listLevel(level, 'bullet', text)
}

function orderedLevel(level: number): Xml {
  const format = ['decimal', 'lowerLetter', 'lowerRoman'][level % 3] ?? 'decimal'
  return listLevel(level, format, `%${level + 1}.`)
}

function listLevel(level: number, format: string, text: string): Xml {
  const indent = tag('w:ind', { 'w:left': 720 + 360 * level, 'w:hanging': 360 })
  return tag(
    'w:lvl',
    { 'w:ilvl': level },
    tag('w:start', { 'w:val': 1 }),
    tag('w:numFmt', { 'w:val': format }),
    tag('w:lvlText', { 'w:val': text }),
    tag('w:lvlJc', { 'w:val': 'left' }),
    tag('w:pPr', {}, indent),
  )
}

function number(id: number, abstract: number, restarts: boolean): Xml {
  const override = (level: number): Xml =>
    tag('w:lvlOverride', { 'w:ilvl': level }, tag('w:startOverride', { 'w:val': 1 }))
  const levels = restarts ? LEVELS.map(override) : []
  return tag('w:num', { 'w:numId': id }, tag('w:abstractNumId', { 'w:val': abstract }), ...levels)
}
