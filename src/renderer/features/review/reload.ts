import { announce } from '../../ui/announcer.tsx'
import { useShell } from '../shell-store.ts'
import { useReview } from './store.ts'

/** Shows the text that is stored now; where the caret was is not known in it. */
export async function loadStoredText(): Promise<void> {
  const { articleId, open } = useReview.getState()
  if (articleId === null) return
  await open(articleId)
  announce('The text was loaded anew.')
}

/**
 * Another text stands in the place of the one that this window shows. What was typed here and is not stored yet can be
 * stored no more: then the window keeps it on screen, and asks.
 */
export async function textReplaced(articleId: string, seq: number): Promise<void> {
  const { articleId: open, loadedSeq, saveState } = useReview.getState()
  if (open !== articleId || loadedSeq >= seq) return
  if (saveState === null || saveState.kind === 'saved') await loadStoredText()
  else useShell.getState().show({ kind: 'text-replaced' })
}
