import type { Node } from 'prosemirror-model'
import type { MarkedDraft } from './list.ts'
import { findSpot } from './places.ts'
import type { Found } from './places.ts'

/** The numbers by which a list is known. */
export type Shape = {
  readonly claims: number
  readonly anchors: number
  /** Claims that stand in more than one place. */
  readonly several: number
  /** Pairs of places of different claims that share words. */
  readonly overlaps: number
  /** Places whose words occur again elsewhere in the text. */
  readonly repeats: number
  readonly notes: number
  readonly onArticle: number
  readonly onClaims: number
}

type Placed = Found & { readonly key: string }

function occurrences(text: string, words: string): number {
  return text.split(words).length - 1
}

function overlap(one: Placed, other: Placed): boolean {
  return one.key !== other.key && one.from < other.to && other.from < one.to
}

/** `doc`: the draft as it was imported, before anything was marked. */
export function shapeOf(list: MarkedDraft, doc: Node): Shape {
  const places = list.claims.flatMap(({ key, at }) => at.map((spot) => ({ key, ...findSpot(doc, spot) })))
  const text = doc.textBetween(0, doc.content.size, '\n')
  const pairs = places.flatMap((one, index) => places.slice(index + 1).filter((other) => overlap(one, other)))
  const onRanges = list.remarks.reduce((sum, { at }) => sum + at.length, 0)
  return {
    claims: list.claims.length,
    anchors: places.length,
    several: list.claims.filter(({ at }) => at.length > 1).length,
    overlaps: pairs.length,
    repeats: places.filter(({ words }) => occurrences(text, words) > 1).length,
    notes: onRanges + list.onClaims.length + list.onArticle.length,
    onArticle: list.onArticle.length,
    onClaims: list.onClaims.length,
  }
}
