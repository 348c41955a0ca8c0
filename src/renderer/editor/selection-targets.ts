import type { EditorState } from 'prosemirror-state'
import type { AnchorEntry, ChangeEntry, DocumentIndex, Range } from '../../shared/document/document-index.ts'

type AtCaret = {
  readonly changeId: string | null
  readonly commentId: string | null
  readonly claimId: string | null
  readonly previousChangeId: string | null
  readonly nextChangeId: string | null
}

/** The innermost (shortest) change, comment and claim that the caret stands in or at the edge of. */
export function targetsAtCaret(state: EditorState, index: DocumentIndex, entered: boolean): AtCaret {
  // Position 0 stands before every paragraph, in nothing.
  const head = entered ? state.selection.head : 0
  const changeId = innermost(index.changes, head)
  return {
    changeId,
    ...neighbours(index.changes, head, changeId),
    commentId: innermost([...index.comments.values()], head),
    claimId: innermost([...index.claims.values()], head),
  }
}

/** A replacement is one change: its two halves share a group, and stepping never stops between them. */
function neighbours(
  changes: readonly ChangeEntry[],
  position: number,
  current: string | null,
): Pick<AtCaret, 'previousChangeId' | 'nextChangeId'> {
  const group = changes.find((change) => change.id === current)?.groupId
  const others = changes.filter((change) => change.groupId !== group)
  const start = (change: ChangeEntry) => change.ranges[0]?.from ?? 0
  const next = others.find((change) => start(change) >= position) ?? others[0]
  const previous = others.findLast((change) => start(change) < position) ?? others.at(-1)
  const headOf = (change: ChangeEntry | undefined) =>
    changes.find((other) => other.groupId === change?.groupId)?.id ?? current
  return { previousChangeId: headOf(previous), nextChangeId: headOf(next) }
}

function innermost(
  entries: readonly (AnchorEntry | { readonly id: string; readonly ranges: readonly Range[] })[],
  position: number,
): string | null {
  let found: string | null = null
  let least = Infinity
  for (const { id, ranges } of entries) {
    for (const { from, to } of ranges) {
      if (from <= position && position <= to && to - from < least) {
        found = id
        least = to - from
      }
    }
  }
  return found
}
