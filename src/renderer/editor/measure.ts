import type { EditorView } from 'prosemirror-view'
import type { Range } from '../../shared/document/document-index.ts'
import type { LayoutWindow, Target } from './api.ts'
import { indexOf } from './indexing/plugin.ts'
import { readBlocks } from './layout/blocks.ts'
import { topOf } from './layout/layout.ts'
import { scrollerOf } from './scrolling.ts'

/** Tops of the targets within a screen of what is in sight, from the top of the editor's element. */
export function measure(view: EditorView, targets: readonly Target[]): ReadonlyMap<string, number> {
  const index = indexOf(view.state)
  const changes = new Map(index.changes.map((change) => [change.id, change]))
  const rangeOf = (target: Target): Range | undefined => {
    switch (target.kind) {
      case 'change':
        return changes.get(target.id)?.ranges[0]
      case 'comment':
        return index.comments.get(target.id)?.ranges[0]
      case 'claim':
        return index.claims.get(target.id)?.ranges[0]
    }
  }
  const blocks = readBlocks(view, nearWindow(view))
  const tops = new Map<string, number>()
  for (const target of targets) {
    const range = rangeOf(target)
    const top = range ? topOf(view, blocks, range) : null
    if (top !== null) tops.set(target.id, top)
  }
  return tops
}

function nearWindow(view: EditorView): LayoutWindow {
  const scroller = scrollerOf(view.dom)
  if (!scroller) return { top: -Infinity, bottom: Infinity }
  const box = scroller.getBoundingClientRect()
  const top = box.top - view.dom.getBoundingClientRect().top
  return { top: top - box.height, bottom: top + 2 * box.height }
}
