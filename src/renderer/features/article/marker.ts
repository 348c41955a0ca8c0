import { refuse, whyNoCaret } from '../review/refusals.ts'
import { useReview } from '../review/store.ts'
import { useShell } from '../shell-store.ts'

/** Asks for the colour that the selected words, or the word at the caret, are to be marked with. */
export function startMarker(): void {
  const { editor, snapshot } = useReview.getState()
  const why = whyNoCaret()
  if (why !== null) refuse(why)
  else if (editor?.markerPlace()) useShell.getState().show({ kind: 'marker' })
  else refuse(snapshot?.mode === 'read' ? 'unchanging' : 'noMarkerWords')
}
