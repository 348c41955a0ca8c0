import type { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import type { LayoutWindow } from '../api.ts'

/** A paragraph as it is drawn. `from` and `to` bound its content in positions; the others are CSS pixels. */
export type Block = {
  readonly index: number
  readonly node: Node
  readonly from: number
  readonly to: number
  readonly top: number
  readonly bottom: number
  readonly element: HTMLElement
  /** Height of one of its lines. */
  readonly line: number
}

/**
 * The paragraphs that meet the window. Found by halving, and the only ones that are asked for their place: a long
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
    const line = parseFloat(getComputedStyle(element).lineHeight) || box.height
    blocks.push({ index, node, from, to, top, bottom: box.bottom - origin, element, line })
    from = to + 2
  }
  return blocks
}

/** Index of the first paragraph that ends below `edge`, in pixels of the screen. */
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

export type Line = { readonly top: number; readonly bottom: number }

/** The line box at a position. `side` chooses the line where a position lies between two. */
export function lineAt(view: EditorView, block: Block, position: number, side: -1 | 1): Line {
  const { top, bottom } = view.coordsAtPos(position, side)
  const middle = (top + bottom) / 2 - block.element.getBoundingClientRect().top + block.top
  return { top: middle - block.line / 2, bottom: middle + block.line / 2 }
}
