import { closeComparison } from '../compare/actions.ts'
import { isNarrow } from './narrow.ts'
import { useReview } from './store.ts'

/** Escape: the focus goes back to where the caret was; on a narrow window the panel gives the text its place. */
export function backToText(): void {
  const { panelOpen, togglePanel, tab, setTab } = useReview.getState()
  if (closeComparison()) return focusText()
  if (isNarrow() && panelOpen) togglePanel()
  else if (tab === 'signoff') setTab('claims')
  focusText()
}

/** The panel goes, and what had the focus in it. */
export function foldPanel(): void {
  useReview.getState().togglePanel()
  focusText()
}

/** The text is drawn again before it can take the focus. */
function focusText(): void {
  requestAnimationFrame(() => useReview.getState().editor?.focus())
}
