import { refuse, whyNoCaret } from '../review/refusals.ts'
import { useReview } from '../review/store.ts'
import { useShell } from '../shell-store.ts'

/** Asks for the colour that the selected words, or the word at the caret, are to be marked with. */
export function startMarker(): void {
  const { editor, snapshot } = useReview.getState()
  if (editor?.markerPlace()) useShell.getState().show({ kind: 'marker' })
  else refuse(whyNoCaret() ?? (snapshot?.mode === 'read' ? 'unchanging' : 'noMarkerWords'))
}
