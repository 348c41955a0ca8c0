import { announce } from '../../ui/announcer.tsx'
import { useReview } from '../review/store.ts'
import { proposeAgain } from './aside.ts'
import { useCheckList } from './store.ts'

/** Undo in the tab: what was put aside last is proposed again; else the text's last act is taken back. */
export async function takeBack(): Promise<void> {
  const { undo, setUndo, setCurrent } = useCheckList.getState()
  if (undo === null) {
    const { editor } = useReview.getState()
    const focused = document.activeElement
    if (editor?.run('edit.undo') !== true) return announce('There is nothing to take back.')
    // The text takes the focus with it; whoever is at work in the list stays there.
    if (focused instanceof HTMLElement) focused.focus()
    return announce('Undone in the text.')
  }
  setUndo(null)
  await proposeAgain(undo.keys)
  const [key] = undo.keys
  const row = useCheckList.getState().rows.find(({ proposal }) => proposal.key === key)
  if (row !== undefined) setCurrent(row.id)
}
