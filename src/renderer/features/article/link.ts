import { refuse, whyNoCaret } from '../review/refusals.ts'
import { useReview } from '../review/store.ts'
import { useShell } from '../shell-store.ts'

/** Asks where the selected words, or the word at the caret, are to lead. */
export function startLink(): void {
  const { editor, snapshot } = useReview.getState()
  if (editor?.linkPlace()) useShell.getState().show({ kind: 'link' })
  else refuse(whyNoCaret() ?? (snapshot?.mode === 'read' ? 'unchanging' : 'noLinkWords'))
}
