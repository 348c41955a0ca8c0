import type { EditorView } from 'prosemirror-view'
import type { Range } from '../../../shared/document/range.ts'
import { domRanges } from '../dom-ranges.ts'
import { piecesOf } from './pieces.ts'

const CURRENT = 'spot-current'
const MARKED = 'spot-marked'

/**
 * By highlights of the browser's own (`::highlight` in text/places.module.css): the DOM of the text stays as it is.
 * Deleted words within a spot are left out. Only what is near the window gets one.
 */
export function showSpots(
  view: EditorView,
  { from, to }: Range,
  current: Range | null,
  marked: readonly Range[],
): void {
  const near = marked.filter((spot) => spot.to >= from && spot.from <= to)
  const drawn = (spots: readonly Range[]) =>
    new Highlight(...spots.flatMap((spot) => domRanges(view, piecesOf(view.state.doc, spot).ranges)))
  CSS.highlights.set(MARKED, drawn(near))
  CSS.highlights.set(CURRENT, drawn(current === null ? [] : [current]))
}

export function hideSpots(): void {
  CSS.highlights.delete(MARKED)
  CSS.highlights.delete(CURRENT)
}
