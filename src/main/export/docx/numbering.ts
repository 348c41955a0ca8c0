import type { ListAttr } from '../../../shared/document/attributes.ts'
import { part, tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'

/**
 * Hands out w:numId values: one for all bullets, and one for each ordered list. A list that begins anew by itself has
 * a definition of its own, as Word counts on within one; where an item says with which number to begin, an override
 * says it.
 */
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

/** The w:abstractNum of an ordered list, and what its first item says. */
type Ordered = { readonly abstract: number; readonly level: number; readonly start: number | undefined }

export function createListNumbers(): ListNumbers {
  const lists: Ordered[] = [{ abstract: 1, level: 0, start: undefined }]
  let last = FIRST_ORDERED
  let used = false
  const add = (list: ListAttr, abstract: number): number => {
    lists.push({ abstract, level: list.level, start: list.start })
    return FIRST_ORDERED + lists.length - 1
  }
  return {
    numberOf(list, before) {
      if (list.kind === 'bullet') return BULLETS
      const abstract = lists[last - FIRST_ORDERED]?.abstract ?? 1
      if (list.start !== undefined) last = add(list, before === null && used ? lists.length + 1 : abstract)
      else if (before === null && used) last = add(list, lists.length + 1)
      used = true
      return last
    },
    numberOfEarlier(list) {
      if (list.kind === 'bullet') return BULLETS
      return list.start === undefined ? FIRST_ORDERED : add(list, 1)
    },
    part: () => {
      const abstracts = [...new Set(lists.map((list) => list.abstract))].sort((a, b) => a - b)
      return part(
        'w:numbering',
        ['w'],
        abstractList(0, bulletLevel),
        ...abstracts.map((id) => abstractList(id, orderedLevel)),
        number(BULLETS, { abstract: 0, level: 0, start: undefined }),
        ...lists.map((list, index) => number(FIRST_ORDERED + index, list)),
      )
    },
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

function number(id: number, { abstract, level, start }: Ordered): Xml {
  const override =
    start === undefined
      ? ''
      : tag('w:lvlOverride', { 'w:ilvl': level }, tag('w:startOverride', { 'w:val': start }))
  return tag('w:num', { 'w:numId': id }, tag('w:abstractNumId', { 'w:val': abstract }), override)
}
