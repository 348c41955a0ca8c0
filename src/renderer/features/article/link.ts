import { announce } from '../../ui/announcer.tsx'
import { useReview } from '../review/store.ts'
import { useShell } from '../shell-store.ts'

/** Asks where the selected words, or the word at the caret, are to lead. */
export function startLink(): void {
  if (useReview.getState().editor?.linkPlace()) useShell.getState().show({ kind: 'link' })
  else
    announce('No words are selected that may lead somewhere. Select some in the redline, then add the link.')
}
