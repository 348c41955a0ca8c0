import type { EditorView } from 'prosemirror-view'

/** Room kept above and below a line that is shown, in CSS pixels: about two lines of text. */
const MARGIN = 64

/** Brings a position into the middle of its scroller unless it is in sight already. */
export function showPosition(view: EditorView, position: number): void {
  const { node } = view.domAtPos(position)
  const element = node instanceof HTMLElement ? node : node.parentElement
  const scroller = scrollerOf(view.dom)
  if (!element || !scroller) return
  const box = scroller.getBoundingClientRect()
  const { top, bottom } = view.coordsAtPos(position, 1)
  if (top >= box.top + MARGIN && bottom <= box.bottom - MARGIN) return
  scroller.scrollTop += (top + bottom) / 2 - (box.top + box.bottom) / 2
  // Paragraphs that come into sight take their real height now, which may push the line away again.
  const again = view.coordsAtPos(position, 1)
  if (again.top < box.top || again.bottom > box.bottom) element.scrollIntoView({ block: 'center' })
}

/** The element that scrolls the manuscript; null while it is not in a page. */
export function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    const { overflowY } = getComputedStyle(parent)
    if (overflowY === 'auto' || overflowY === 'scroll') return parent
  }
  return null
}

/** Index of the first paragraph in sight, and how far its top is from the scroller's; to be put back. */
export function readScroll(view: EditorView): { index: number; offset: number } | null {
  const scroller = scrollerOf(view.dom)
  if (!scroller) return null
  const edge = scroller.getBoundingClientRect().top
  for (let index = 0; index < view.dom.children.length; index++) {
    const box = view.dom.children[index]?.getBoundingClientRect()
    if (box && box.bottom > edge) return { index, offset: box.top - edge }
  }
  return null
}

export function putScroll(view: EditorView, place: { index: number; offset: number } | null): void {
  const scroller = scrollerOf(view.dom)
  const child = place && view.dom.children[Math.min(place.index, view.dom.children.length - 1)]
  if (!scroller || !place || !child) return
  scroller.scrollTop +=
    child.getBoundingClientRect().top - scroller.getBoundingClientRect().top - place.offset
}
