import { TextSelection } from 'prosemirror-state'
import type { EditorState, Transaction } from 'prosemirror-state'
import { decide } from '../../../shared/document/decide/decide.ts'
import type { Block, Moved } from '../../../shared/document/move-paragraphs.ts'
import { project } from '../../../shared/document/projection.ts'
import { isMoved } from '../../../shared/document/tracking/tracked-content.ts'
import { deletionOf, insertionOf } from '../../../shared/document/tracking-state.ts'
import { contextOf } from '../tracking/context.ts'
import { stamp } from '../tracking/stamp.ts'

/** Moves of the author's own of which the block holds the new place. */
function ownMoves(state: EditorState, block: Block): ReadonlySet<string> {
  const { author } = contextOf(state)
  const ids = new Set<string>()
  state.doc.nodesBetween(block.from, block.to, (node) => {
    const insertion = insertionOf(node.marks) ?? undefined
    if (insertion?.author === author && isMoved(insertion)) ids.add(insertion.id)
  })
  return ids
}

/** Where the old place of one of the moves begins. */
function oldPlace({ doc }: EditorState, moves: ReadonlySet<string>): number | null {
  let found: number | null = null
  doc.descendants((node, position) => {
    if (found === null && moves.has(deletionOf(node.marks)?.id ?? '')) found = position
    return found === null
  })
  return found
}

/**
 * Paragraphs that one has moved oneself and moves back to where they stood: the move is taken back, and leaves no
 * trace. Null when they do not come home by that, or not as they were.
 */
export function moveHome(state: EditorState, block: Block, moved: Moved): Transaction | null {
  const moves = ownMoves(state, block)
  if (moves.size === 0) return null
  const home = decide(state.doc, moves, 'reject')
  if (!project(home.doc, 'final').eq(project(moved.transform.doc, 'final'))) return null
  const tr = stamp(state.tr, 'decide')
  for (const step of home.steps) tr.step(step)
  const place = oldPlace(state, moves)
  if (place === null) return tr
  const begin = tr.mapping.map(place)
  const offset = (position: number) => {
    const within = Math.min(Math.max(position, block.from + 1), block.to - 1)
    return tr.doc.resolve(
      Math.min(begin + moved.carry(within) - moved.carry(block.from + 1), tr.doc.content.size),
    )
  }
  return tr.setSelection(TextSelection.between(offset(state.selection.anchor), offset(state.selection.head)))
}
