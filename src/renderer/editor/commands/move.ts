import { TextSelection } from 'prosemirror-state'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import type { Range } from '../../../shared/document/index/document-index.ts'
import { blockBetween, gapAbove, gapBelow, moveBlock } from '../../../shared/document/move-paragraphs.ts'
import type { Block } from '../../../shared/document/move-paragraphs.ts'
import { isAnchor } from '../../../shared/document/tracking-state.ts'
import { spanAt } from '../../../shared/document/visible-span.ts'
import { contextOf } from '../tracking/context.ts'
import { carryAnchors, markMove } from '../tracking/stamp.ts'
import { liveTextOf } from './live-text.ts'
import { moveHome } from './move-home.ts'

/** A selection that ends where a paragraph begins takes nothing of that one along. */
export function takenBy({ doc, selection }: EditorState): Range {
  const { from, to } = selection
  const last = spanAt(doc, to)
  const isTouched = last && last.from > from && liveTextOf(last, last.from, to).text === ''
  return isTouched ? { from, to: last.from - 1 } : { from, to }
}

/** Comments and claims travel with their words. */
function anchorsOf({ container, first, last }: Block): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const paragraph of container.children.slice(first, last + 1)) {
    paragraph.descendants(({ marks }) => {
      for (const mark of marks) {
        if (isAnchor(mark)) keys.add(`${mark.type.name}:${String(mark.attrs['id'])}`)
      }
    })
  }
  return keys
}

/** The transaction that moves the block to a gap, with the selection in it; null where that changes nothing. */
export function moveTo(state: EditorState, block: Block, gap: number): Transaction | null {
  const isTracked = contextOf(state).policy === 'tracked'
  const moved = moveBlock(state.doc, block, gap, isTracked ? 'live' : 'whole')
  if (!moved) return null
  const home = isTracked ? moveHome(state, block, moved) : null
  if (home) return home
  const tr = carryAnchors(markMove(state.tr), anchorsOf(block))
  for (const step of moved.transform.steps) tr.step(step)
  const { anchor, head } = state.selection
  const place = (position: number) =>
    tr.doc.resolve(moved.carry(Math.min(Math.max(position, block.from + 1), block.to - 1)))
  return tr.setSelection(TextSelection.between(place(anchor), place(head)))
}

/** Moves the visible paragraphs of the selection past the paragraph or table above or below them. */
export function moveSelected(direction: 'up' | 'down'): Command {
  return (state, dispatch) => {
    const { from, to } = takenBy(state)
    const block = blockBetween(state.doc, from, to)
    const gap = block && (direction === 'up' ? gapAbove(block) : gapBelow(block))
    const tr = block && gap !== null ? moveTo(state, block, gap) : null
    if (tr) dispatch?.(tr.scrollIntoView())
    return tr !== null
  }
}
