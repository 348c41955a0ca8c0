import type { EditorView } from 'prosemirror-view'
import { outOfNote } from './notes/place.ts'

/** Room kept above and below a line that is shown, in CSS pixels: about two lines of text. */
const MARGIN = 64

/** In CSS pixels: a third of a line of text. */
const LEAST_LINE = 10

function elementAt(view: EditorView, position: number): HTMLElement | null {
  const { node } = view.domAtPos(position)
  return node instanceof HTMLElement ? node : node.parentElement
}

/** Brings a position into the middle of its scroller unless it is in sight already. */
export function showPosition(view: EditorView, position: number): void {
  const given = elementAt(view, position)
  // A note that is not open is shown by its sign.
  const place = given?.checkVisibility() === false ? outOfNote(view.state.doc, position) : position
  const element = place === position ? given : elementAt(view, place)
  const scroller = scrollerOf(view.dom)
  if (!element || !scroller) return
  holds.get(scroller)?.()
  const box = scroller.getBoundingClientRect()
  const { top, bottom } = view.coordsAtPos(place, 1)
  if (top >= box.top + MARGIN && bottom <= box.bottom - MARGIN) return
  scroller.scrollTop += (top + bottom) / 2 - (box.top + box.bottom) / 2
  // Paragraphs that come into sight take their real height now, which may push the line away again.
  const again = view.coordsAtPos(place, 1)
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

/** A position of the line at the top of the window, and how far below the scroller's edge that line begins. */
export type TopPlace = { readonly position: number; readonly offset: number }

/** First of the text's blocks that is not wholly above `edge`, a height on the screen; found by halving. */
function blockBelow(view: EditorView, edge: number): Element | null {
  const { children } = view.dom
  let low = 0
  let high = children.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((children[middle]?.getBoundingClientRect().bottom ?? Infinity) <= edge) low = middle + 1
    else high = middle
  }
  return children[low] ?? null
}

/** What stands at the top of the window, to be put there again; null where nothing scrolls. */
export function readTop(view: EditorView): TopPlace | null {
  const scroller = scrollerOf(view.dom)
  const edge = scroller?.getBoundingClientRect().top ?? 0
  const block = blockBelow(view, edge)
  if (!scroller || !block) return null
  const box = block.getBoundingClientRect()
  // A line of which less than this is in sight counts as gone.
  const sight = edge + LEAST_LINE
  const start = view.posAtDOM(block, 0)
  const inside = box.top < edge ? view.posAtCoords({ left: box.left + box.width / 2, top: sight }) : null
  const position = inside?.pos ?? start
  return { position, offset: view.coordsAtPos(position, 1).top - edge }
}

/** Scrolls so that the position stands where it stood when it was read. */
function putTop(view: EditorView, { position, offset }: TopPlace): void {
  const scroller = scrollerOf(view.dom)
  if (!scroller) return
  const place = Math.min(Math.max(position, 0), view.state.doc.content.size)
  const off = view.coordsAtPos(place, 1).top - scroller.getBoundingClientRect().top - offset
  if (Math.abs(off) >= 1) scroller.scrollTop += off
}

/** What is being held in a scroller: going to a place in it ends that. */
const holds = new WeakMap<HTMLElement, () => void>()

/** How long paragraphs may go on taking their real heights, in frames. */
const SETTLING = 8
const HANDS = ['wheel', 'pointerdown', 'keydown'] as const

/**
 * Puts a place at the top and holds it there while the paragraphs around it take their real heights: those that come
 * near the window are laid out only then. Whoever scrolls, or goes to a place, ends it. `onPut` is told each time; returns its undo.
 */
export function holdTop(view: EditorView, top: TopPlace, onPut: () => void): () => void {
  const put = () => {
    putTop(view, top)
    onPut()
  }
  const observer = new ResizeObserver(put)
  let frames = 0
  let frame = 0
  const scroller = scrollerOf(view.dom)
  const stop = () => {
    cancelAnimationFrame(frame)
    observer.disconnect()
    if (scroller) holds.delete(scroller)
    for (const name of HANDS) window.removeEventListener(name, stop, true)
  }
  const next = () => {
    frames += 1
    if (frames > SETTLING) return stop()
    put()
    frame = requestAnimationFrame(next)
  }
  if (scroller) {
    holds.get(scroller)?.()
    holds.set(scroller, stop)
  }
  put()
  observer.observe(view.dom)
  for (const name of HANDS) window.addEventListener(name, stop, { capture: true, passive: true })
  frame = requestAnimationFrame(next)
  return stop
}
