import { attribute } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'

type Side = 'insertion' | 'deletion'

/** Follows the ranges of moves through the text. The two ranges of one name are the two sides of one move. */
export type Moves = {
  /** Takes an element that begins or ends a range; false for any other. */
  take(element: XmlElement): boolean
  /** The move whose range of that side stands open here; null for none. */
  open(side: Side): string | null
  /** Notes that something stands on a side of a move. */
  see(id: string, side: Side): void
  isWhole(id: string): boolean
  /** Whether any range of one has begun so far. */
  hasAny(): boolean
  /** How many have one side only. */
  loose(): number
}

type Range = { readonly rangeId: string; readonly id: string }

export function createMoves(newId: () => string): Moves {
  const ids = new Map<string, string>()
  const counts = new Map<string, number>()
  const ranges: Record<Side, Range[]> = { insertion: [], deletion: [] }
  const seen = new Map<string, Set<Side>>()
  const start = (element: XmlElement, side: Side): void => {
    const name = attribute(element, 'w:name') ?? ''
    // A name that is used again is another move: the second of one side belongs to the second of the other.
    const count = (counts.get(`${side} ${name}`) ?? 0) + 1
    counts.set(`${side} ${name}`, count)
    const key = `${String(count)} ${name}`
    const id = ids.get(key) ?? newId()
    ids.set(key, id)
    ranges[side].push({ rangeId: attribute(element, 'w:id') ?? '', id })
  }
  const end = (element: XmlElement, side: Side): void => {
    const rangeId = attribute(element, 'w:id') ?? ''
    const index = ranges[side].findLastIndex((range) => range.rangeId === rangeId)
    if (index >= 0) ranges[side].splice(index, 1)
  }
  return {
    take(element) {
      if (element.name === 'w:moveFromRangeStart') start(element, 'deletion')
      else if (element.name === 'w:moveToRangeStart') start(element, 'insertion')
      else if (element.name === 'w:moveFromRangeEnd') end(element, 'deletion')
      else if (element.name === 'w:moveToRangeEnd') end(element, 'insertion')
      else return false
      return true
    },
    open: (side) => ranges[side].at(-1)?.id ?? null,
    see(id, side) {
      const sides = seen.get(id) ?? new Set()
      seen.set(id, sides.add(side))
    },
    isWhole: (id) => seen.get(id)?.size === 2,
    hasAny: () => ids.size > 0,
    loose: () => [...seen.values()].filter((sides) => sides.size < 2).length,
  }
}
