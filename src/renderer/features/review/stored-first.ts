import { useReview } from './store.ts'

const NOT_STORED =
  'Your last edits are not stored yet, so nothing else was done. They are kept here and tried again; the line at the foot says why they are not saved.'

/**
 * Sends what is unsaved before an act that must stand on it: an anchor, or another person at the desk (steps are
 * stored under whoever sits there). False, with the reason shown, while saving fails.
 */
export async function storedFirst(): Promise<boolean> {
  const { editor, setError } = useReview.getState()
  if (editor === null) return true
  await editor.flush()
  if (useReview.getState().saveState?.kind !== 'failed') return true
  setError(NOT_STORED)
  return false
}
