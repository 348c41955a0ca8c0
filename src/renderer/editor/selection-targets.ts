import type { EditorState } from 'prosemirror-state'
import type { PlacedIndex } from '../../shared/document/index/document-index.ts'
import { groupsAround, innermostAt } from '../../shared/document/index/index-places.ts'

type AtCaret = {
  readonly changeId: string | null
  readonly commentId: string | null
  readonly claimId: string | null
  readonly previousChangeId: string | null
  readonly nextChangeId: string | null
}

/** The innermost (shortest) change, comment and claim that the caret stands in or at the edge of. */
export function targetsAtCaret(state: EditorState, index: PlacedIndex, entered: boolean): AtCaret {
  // Position 0 stands before every paragraph, in nothing.
  const head = entered ? state.selection.head : 0
  const changeId = innermostAt(index, 'change', head)
  // A replacement is one change: its two halves share a group, and stepping never stops between them.
  const group = changeId === null ? null : (index.layers.changes.get(changeId)?.groupId ?? null)
  const { previous, next } = groupsAround(index, head, group)
  return {
    changeId,
    previousChangeId: previous ?? changeId,
    nextChangeId: next ?? changeId,
    commentId: innermostAt(index, 'comment', head),
    claimId: innermostAt(index, 'claim', head),
  }
}
