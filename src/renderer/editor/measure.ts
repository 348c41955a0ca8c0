import type { EditorView } from 'prosemirror-view'
import type { PlacedIndex } from '../../shared/document/document-index.ts'
import { placesBetween, rangesOf } from '../../shared/document/index-places.ts'
import type { PlacedKind } from '../../shared/document/index-places.ts'
import type { LayoutWindow, Target } from './api.ts'
import { indexOf } from './indexing/plugin.ts'
import { readBlocks } from './layout/blocks.ts'
import type { Block } from './layout/blocks.ts'
import { topOf } from './layout/layout.ts'
import { scrollerOf } from './scrolling.ts'

/** Tops of the targets within a screen of what is in sight, from the top of the editor's element. */
export function measure(view: EditorView, targets: readonly Target[]): ReadonlyMap<string, number> {
  const index = indexOf(view.state)
  const blocks = readBlocks(view, nearWindow(view))
  const near = {
    change: idsNear(index, 'change', blocks),
    comment: idsNear(index, 'comment', blocks),
    claim: idsNear(index, 'claim', blocks),
  }
  const tops = new Map<string, number>()
  for (const { kind, id } of targets) {
    const range = near[kind].has(id) ? rangesOf(index, kind, id)[0] : undefined
    const top = range ? topOf(view, blocks, range) : null
    if (top !== null) tops.set(id, top)
  }
  return tops
}

function idsNear(index: PlacedIndex, kind: PlacedKind, blocks: readonly Block[]): ReadonlySet<string> {
  const first = blocks[0]
  const last = blocks.at(-1)
  if (!first || !last) return new Set()
  return new Set(placesBetween(index, kind, first.from, last.to).map(({ id }) => id))
}

function nearWindow(view: EditorView): LayoutWindow {
  const scroller = scrollerOf(view.dom)
  if (!scroller) return { top: -Infinity, bottom: Infinity }
  const box = scroller.getBoundingClientRect()
  const top = box.top - view.dom.getBoundingClientRect().top
  return { top: top - box.height, bottom: top + 2 * box.height }
}
