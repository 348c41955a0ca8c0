import type { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import type { LayoutWindow } from '../api.ts'
import { outOfNote } from '../notes/place.ts'

/** A block as it is drawn. `from` and `to` bound its content in positions; the others are CSS pixels. */
export type Block = {
  readonly index: number
  readonly node: Node
  readonly from: number
  readonly to: number
  readonly top: number
  readonly bottom: number
  readonly element: HTMLElement
  /** What is known of its lines. */
  readonly lines: KnownLines
}

/** Line boxes of a block that were asked for before, from its top; they hold while it keeps its words and its size. */
type KnownLines = {
  readonly node: Node
  readonly width: number
  readonly height: number
  /** Height of one of its lines. */
  readonly line: number
  /** By offset into the block, and by side. */
  readonly places: Map<number, Line>
}

export type Line = { readonly top: number; readonly bottom: number }

/** A key press changes the lines of one paragraph: those of all others are only read again when these may differ. */
const known = new WeakMap<HTMLElement, KnownLines>()

/**
 * The blocks that meet the window. Found by halving, and the only ones that are asked for their place: a long
 * text has thousands, and the browser has not laid out those out of sight (content-visibility).
 */
export function readBlocks(view: EditorView, window: LayoutWindow): readonly Block[] {
  const { doc } = view.state
  const origin = view.dom.getBoundingClientRect().top
  const blocks: Block[] = []
  let index = firstBelow(view, window.top + origin)
  let from = 1
  for (let before = 0; before < index; before++) from += doc.child(before).nodeSize
  for (; index < doc.childCount; index++) {
    const node = doc.child(index)
    const element = view.dom.children[index]
    if (!(element instanceof HTMLElement)) break
    const box = element.getBoundingClientRect()
    const top = box.top - origin
    if (top > window.bottom) break
    const to = from + node.content.size
    const lines = linesOf(element, node, box)
    blocks.push({ index, node, from, to, top, bottom: box.bottom - origin, element, lines })
    from = to + 2
  }
  return blocks
}

function linesOf(element: HTMLElement, node: Node, { width, height }: DOMRect): KnownLines {
  const before = known.get(element)
  if (before?.node === node && before.width === width && before.height === height) return before
  const line = parseFloat(getComputedStyle(element).lineHeight) || height
  const lines = { node, width, height, line, places: new Map<number, Line>() }
  known.set(element, lines)
  return lines
}

/** Index of the first block that ends below `edge`, in pixels of the screen. */
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

/** The block whose text or ¶ holds the position, if it is one of these. */
export function blockAt(blocks: readonly Block[], position: number): Block | undefined {
  return blocks.find((block) => position >= block.from && position <= block.to)
}

/** The line box at a position. `side` chooses the line where a position lies between two. */
export function lineAt(view: EditorView, block: Block, position: number, side: -1 | 1): Line {
  const { places, line } = block.lines
  const key = 2 * (position - block.from) + (side < 0 ? 0 : 1)
  let place = places.get(key)
  if (!place) {
    // The text of a note is seen only while the caret is in it: its sign stands for it.
    const { top, bottom } = view.coordsAtPos(outOfNote(view.state.doc, position), side)
    const middle = (top + bottom) / 2 - block.element.getBoundingClientRect().top
    place = { top: middle - line / 2, bottom: middle + line / 2 }
    places.set(key, place)
  }
  return { top: place.top + block.top, bottom: place.bottom + block.top }
}
