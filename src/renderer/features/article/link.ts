import { refuse, whyNoCaret } from '../review/refusals.ts'
import { useReview } from '../review/store.ts'
import { useShell } from '../shell-store.ts'

/** Asks where the selected words, or the word at the caret, are to lead. */
export function startLink(): void {
  const { editor, snapshot } = useReview.getState()
  const why = whyNoCaret()
  if (why !== null) refuse(why)
  else if (editor?.linkPlace()) useShell.getState().show({ kind: 'link' })
  else refuse(snapshot?.mode === 'read' ? 'unchanging' : 'noLinkWords')
}
