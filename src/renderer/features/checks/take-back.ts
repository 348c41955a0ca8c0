import { announce } from '../../ui/announcer.tsx'
import { undoLast } from '../comments/undo-store.ts'
import { useReview } from '../review/store.ts'
import { useCheckList } from './store.ts'

/** Undo in the list: what was put aside last is proposed again; after an edit of the text, that edit is undone. */
export function takeBack(): void {
  if (useCheckList.getState().wasAside) return undoLast()
  const focused = document.activeElement
  if (useReview.getState().editor?.run('edit.undo') !== true)
    return announce('There is nothing to take back.')
  // The text takes the focus with it; whoever is at work in the list stays there.
  if (focused instanceof HTMLElement) focused.focus()
  announce('Undone in the text.')
}
