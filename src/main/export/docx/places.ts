import type { Node } from 'prosemirror-model'
import { commonPairs } from '../../../shared/document/compare/common-pairs.ts'
import type { ParagraphSegments, Segment } from '../../../shared/document/segments.ts'
import type { SourceParagraph, SourcePlace } from '../../import/docx/source-types.ts'
import type { Xml } from '../../opc/xml-write.ts'

/**
 * Bookmarks, content controls and the like of an edited paragraph go back to where they stood among its words: the
 * words of then and now are laid beside each other, and each place keeps to the letter that follows it, or if that is
 * gone, to the one before.
 */
export type Placed = {
  /** What comes before the letter of this number in the paragraph. */
  readonly at: ReadonlyMap<number, Xml>
  /** Letters before which something stands, in order; the number of letters stands for the end. */
  readonly cuts: readonly number[]
}

/** `hasSign`: whether the sign of a note is given from outside. */
export function placesOf(source: SourceParagraph, paragraph: ParagraphSegments, hasSign: boolean): Placed {
  const then = lettersOf(source.node)
  const now = paragraph.segments.flatMap((segment) => [...unitsOf(segment)])
  const map = aligned(then.letters, now)
  const places = source.places
    .filter(({ name }) => !(hasSign && /^w:(foot|end)noteRef$/.test(name)))
    .map((place) => ({ place, to: landing(place, then.indexOf(place.offset), map, now.length) }))
  const ordered = inOrder(places)
  const at = new Map<number, Xml>()
  for (const { place, to } of withoutHollow(ordered)) at.set(to, `${at.get(to) ?? ''}${place.xml}`)
  return { at, cuts: [...at.keys()].sort((a, b) => a - b) }
}

type Letters = {
  readonly letters: readonly string[]
  /** The letter that a position of the node stands before. */
  readonly indexOf: (position: number) => number
}

/** Letters of a paragraph; an object is one, however much is in it. */
function lettersOf(node: Node): Letters {
  const letters: string[] = []
  const starts: number[] = []
  let position = 0
  for (const child of node.children) {
    if (child.isText) {
      for (const letter of (child.text ?? '').split('')) {
        starts.push(position)
        letters.push(letter)
        position += 1
      }
      continue
    }
    starts.push(position)
    letters.push(child.type.name === 'hardBreak' ? '\n' : OBJECT)
    position += child.nodeSize
  }
  const indexOf = (at: number): number => {
    const found = starts.findIndex((start) => start >= at)
    return found < 0 ? letters.length : found
  }
  return { letters, indexOf }
}

const OBJECT = '\ufffc'

function unitsOf({ text }: Segment): readonly string[] {
  return text.split('')
}

/** For each letter of then the one of now; undefined where it is gone. */
function aligned(then: readonly string[], now: readonly string[]): ReadonlyMap<number, number> {
  return new Map(commonPairs(then, now, (one, other) => one === other))
}

/** What opens keeps to what follows, what closes to what came before: new words at an edge stay outside. */
function landing(
  { kind }: SourcePlace,
  at: number,
  map: ReadonlyMap<number, number>,
  length: number,
): number {
  const next = map.get(at)
  const before = map.get(at - 1)
  if (kind === 'close') return before === undefined ? (next ?? nearest(at, map, length)) : before + 1
  if (next !== undefined) return next
  return before === undefined ? nearest(at, map, length) : before + 1
}

/** The place after the last letter before `at` that is still there. */
function nearest(at: number, map: ReadonlyMap<number, number>, length: number): number {
  for (let index = at - 1; index >= 0; index -= 1) {
    const found = map.get(index)
    if (found !== undefined) return Math.min(found + 1, length)
  }
  return 0
}

type Landed = { readonly place: SourcePlace; readonly to: number }

/** Places stay in the order of the file, so that what was put around something is around it still. */
function inOrder(places: readonly Landed[]): readonly Landed[] {
  let last = 0
  return places.map(({ place, to }) => {
    last = Math.max(last, to)
    return { place, to: last }
  })
}

/** Without wrappers of which nothing is left inside. */
function withoutHollow(places: readonly Landed[]): readonly Landed[] {
  const hollow = new Set<string>()
  for (const [index, { place, to }] of places.entries()) {
    if (place.kind !== 'open' || place.pair === null) continue
    const close = places.findIndex(
      (one, at) => at > index && one.place.kind === 'close' && one.place.pair === place.pair,
    )
    if (close < 0 || places[close]?.to === to) hollow.add(place.pair)
  }
  return places.filter(
    ({ place }) => place.kind === 'point' || place.pair === null || !hollow.has(place.pair),
  )
}
