import type { EditorView } from 'prosemirror-view'
import type { Match } from '../../../shared/document/find/find-text.ts'
import { domRanges, nearWindow } from '../dom-ranges.ts'

const ALL = 'found'
const CURRENT = 'found-current'

/**
 * Tints matches by highlights of the browser's own (`::highlight` in text/places.module.css): the DOM of the text stays as it
 * is. Only what is near the window gets one, for a long text may hold thousands.
 */
export function showMatches(view: EditorView, matches: readonly Match[], current: Match | null): void {
  const { from, to } = nearWindow(view)
  const near = matches.filter((match) => match.to >= from && match.from <= to)
  CSS.highlights.set(ALL, new Highlight(...near.flatMap((match) => domRanges(view, match.ranges))))
  CSS.highlights.set(CURRENT, new Highlight(...domRanges(view, current?.ranges ?? [])))
}

export function hideMatches(): void {
  CSS.highlights.delete(ALL)
  CSS.highlights.delete(CURRENT)
}
