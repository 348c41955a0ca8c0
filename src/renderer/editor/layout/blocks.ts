import type { EditorView } from 'prosemirror-view'
import type { Node } from 'prosemirror-model'

/** A paragraph as it is drawn. `from` and `to` bound its content in positions; the others are CSS pixels. */
export type Block = {
  readonly node: Node
  readonly from: number
  readonly to: number
  readonly top: number
  readonly bottom: number
  readonly element: HTMLElement
}

/** Paragraphs with their bounds from the top of the editor's element: one layout, no look inside a paragraph. */
export function readBlocks(view: EditorView): readonly Block[] {
  const origin = view.dom.getBoundingClientRect().top
  const blocks: Block[] = []
  view.state.doc.forEach((node, offset) => {
    const element = view.nodeDOM(offset)
    if (!(element instanceof HTMLElement)) return
    const { top, bottom } = element.getBoundingClientRect()
    const from = offset + 1
    blocks.push({
      node,
      from,
      to: from + node.content.size,
      top: top - origin,
      bottom: bottom - origin,
      element,
    })
  })
  return blocks
}

/** The block that holds a position, by halving; the last one for a position past the end. */
export function blockAt(blocks: readonly Block[], position: number): Block | undefined {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.to ?? 0) < position) low = middle + 1
    else high = middle
  }
  return blocks[low]
}

export type Line = { readonly top: number; readonly bottom: number }

/** The line box at a position. `side` chooses the line where a position lies between two. */
export function lineAt(view: EditorView, block: Block, position: number, side: -1 | 1): Line {
  const origin = view.dom.getBoundingClientRect().top
  const { top, bottom } = view.coordsAtPos(position, side)
  const height = parseFloat(getComputedStyle(block.element).lineHeight) || bottom - top
  const middle = (top + bottom) / 2 - origin
  return { top: middle - height / 2, bottom: middle + height / 2 }
}
