import type { EditorView } from 'prosemirror-view'
import type { Range as Place } from '../../shared/document/range.ts'
import { scrollerOf } from './scrolling.ts'

/** What the browser has drawn of stretches of the document. */
export function domRanges(view: EditorView, places: readonly Place[]): Range[] {
  return places.map(({ from, to }) => {
    const start = view.domAtPos(from, 1)
    const end = view.domAtPos(to, -1)
    const range = document.createRange()
    range.setStart(start.node, start.offset)
    range.setEnd(end.node, end.offset)
    return range
  })
}

/** Positions of the blocks within a window's height of the window; found by halving, so that few are measured. */
export function nearWindow(view: EditorView): Place {
  const { doc } = view.state
  const box = scrollerOf(view.dom)?.getBoundingClientRect()
  if (!box) return { from: 0, to: doc.content.size }
  const first = firstBelow(view, box.top - box.height)
  const last = firstBelow(view, box.bottom + box.height)
  let from = 0
  let to = 0
  for (let index = 0; index < doc.childCount && index <= last; index++) {
    if (index < first) from += doc.child(index).nodeSize
    to += doc.child(index).nodeSize
  }
  return { from, to }
}

function firstBelow(view: EditorView, edge: number): number {
  const { children } = view.dom
  let low = 0
  let high = children.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((children[middle]?.getBoundingClientRect().bottom ?? Infinity) < edge) low = middle + 1
    else high = middle
  }
  return low
}
