import type { Node } from 'prosemirror-model'
import { finalWords } from '../../../shared/document/anchors.ts'
import type { PlacedIndex, Range } from '../../../shared/document/index/document-index.ts'
import { rangesOf } from '../../../shared/document/index/index-places.ts'
import { paragraphAttrs } from '../../../shared/document/tracking-state.ts'
import type { AnchorPlace } from '../api.ts'
import { paragraphNumber } from '../layout/numbering.ts'
import { sentenceOffsets } from '../layout/sentences.ts'

/** What one comment or claim stands over, place by place: stretches that only a ¶ parts are one place. */
export function placeRanges(
  doc: Node,
  index: PlacedIndex,
  mark: 'comment' | 'claim',
  id: string,
): readonly Range[] {
  const places: Range[] = []
  for (const range of rangesOf(index, mark, id)) {
    const last = places.at(-1)
    const goesOn = last !== undefined && isNothing(doc, last.to, range.from)
    if (goesOn) places[places.length - 1] = { from: last.from, to: range.to }
    else places.push(range)
  }
  return places
}

/** Nothing but the ends of paragraphs stands between. */
function isNothing(doc: Node, from: number, to: number): boolean {
  return to - from <= 2 && doc.textBetween(from, to, '', '\uFFFC') === ''
}

export function readPlaces(
  doc: Node,
  index: PlacedIndex,
  mark: 'comment' | 'claim',
  id: string,
): readonly AnchorPlace[] {
  return placeRanges(doc, index, mark, id).map((range) => ({
    label: sentenceLabel(doc, range.from),
    style: styleAt(doc, range.from),
    words: finalWords(doc, range),
  }))
}

function styleAt(doc: Node, position: number): AnchorPlace['style'] {
  const { parent } = doc.resolve(position)
  return parent.isTextblock ? paragraphAttrs(parent).style : 'body'
}

/** "8.1" as the gutter says it, "H" in the headline; empty where the gutter has no number. */
function sentenceLabel(doc: Node, position: number): string {
  if (styleAt(doc, position) === 'headline') return 'H'
  const number = paragraphNumber(doc, position)
  const place = doc.resolve(position)
  const block = place.depth === 0 ? null : place.node(1)
  if (number === null || block === null) return ''
  const offset = position - place.start(1)
  const sentence = sentenceOffsets(block).findLastIndex((start) => start <= offset)
  return `${number}.${Math.max(0, sentence) + 1}`
}
