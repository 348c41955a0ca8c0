import type { EditorView } from 'prosemirror-view'
import type { PlacedIndex } from '../../../shared/document/index/document-index.ts'
import { placesBetween, rangesOf } from '../../../shared/document/index/index-places.ts'
import type { Range } from '../../../shared/document/range.ts'
import type { LayoutWindow, PlacedChange, PlacedClaim, TextLayout } from '../api.ts'
import { blockAt, lineAt, readBlocks } from './blocks.ts'
import type { Block } from './blocks.ts'
import { placeSentences } from './sentences.ts'

/** Where everything stands that is drawn beside the text. Only blocks that meet the window are looked into. */
export function readLayout(view: EditorView, index: PlacedIndex, window: LayoutWindow): TextLayout {
  const blocks = readBlocks(view, window)
  const from = blocks[0]?.from ?? 0
  const to = blocks.at(-1)?.to ?? 0
  const changes = placesBetween(index, 'change', from, to)
  const tops = new Map<string, number>()
  const addTop = (kind: 'change' | 'comment', id: string) => {
    const first = tops.has(id) ? undefined : rangesOf(index, kind, id)[0]
    const top = first ? topOf(view, blocks, first) : null
    if (top !== null) tops.set(id, top)
  }
  for (const { id } of placesBetween(index, 'comment', from, to)) addTop('comment', id)
  for (const { id } of changes) addTop('change', id)
  return {
    height: view.dom.offsetHeight,
    sentences: placeSentences(view, blocks),
    claims: placesBetween(index, 'claim', from, to).flatMap((place): PlacedClaim[] => {
      const span = spanOf(view, blocks, place)
      return span ? [{ id: place.id, ...span }] : []
    }),
    changes: changes.flatMap((place): PlacedChange[] => {
      const span = spanOf(view, blocks, place)
      const change = index.layers.changes.get(place.id)
      return span && change ? [{ id: place.id, author: change.author, kind: change.kind, ...span }] : []
    }),
    tops,
    selectionTop: selectionTop(view, blocks),
    selectionEnd: selectionEnd(view, blocks),
  }
}

/** Top of the first line of a range; null when it begins outside the blocks. */
function topOf(view: EditorView, blocks: readonly Block[], range: Range): number | null {
  if (isApart(blocks, range)) return null
  const whole = tableOf(blocks, range)
  if (whole) return whole.top
  const block = blockAt(blocks, range.from)
  return block ? lineAt(view, block, range.from, range.from < block.to ? 1 : -1).top : null
}

/** From the first line of a range to its last, cut off at the blocks' edges. */
function spanOf(
  view: EditorView,
  blocks: readonly Block[],
  range: Range,
): { top: number; bottom: number } | null {
  if (isApart(blocks, range)) return null
  const whole = tableOf(blocks, range)
  if (whole) return { top: whole.top, bottom: whole.bottom }
  const first = blockAt(blocks, range.from)
  const last = blockAt(blocks, Math.max(range.from, range.to - 1))
  const top = first ? topOf(view, blocks, range) : blocks[0]?.top
  const end = last ? Math.max(Math.min(range.to, last.to), last.from) : 0
  const bottom = last
    ? lineAt(view, last, end, end > last.from ? -1 : 1).bottom
    : blocks[blocks.length - 1]?.bottom
  return typeof top === 'number' && bottom !== undefined ? { top, bottom } : null
}

/** The table that is the range, as a change of its layout is: such a range begins before its rows, where no line is. */
function tableOf(blocks: readonly Block[], range: Range): Block | undefined {
  return blocks.find(({ node, from, to }) => !node.isTextblock && from === range.from && to <= range.to)
}

function isApart(blocks: readonly Block[], range: Range): boolean {
  const first = blocks[0]
  const last = blocks[blocks.length - 1]
  return !first || !last || range.to < first.from || range.from > last.to
}

function selectionTop(view: EditorView, blocks: readonly Block[]): number | null {
  const { from, to } = view.state.selection
  return topOf(view, blocks, { from, to })
}

function selectionEnd(view: EditorView, blocks: readonly Block[]): TextLayout['selectionEnd'] {
  const { to, empty } = view.state.selection
  const block = empty ? undefined : blockAt(blocks, to)
  if (!block) return null
  const { left } = view.coordsAtPos(to, -1)
  return { left: left - view.dom.getBoundingClientRect().left, bottom: lineAt(view, block, to, -1).bottom }
}
