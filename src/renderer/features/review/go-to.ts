import type { BlockerTarget } from '../../../shared/model/approval.ts'
import { announce } from '../../ui/announcer.tsx'
import type { Target } from '../../editor/api.ts'
import { useShell } from '../shell-store.ts'
import { useReview } from './store.ts'

/** Makes it current, and brings the caret to its words; where they are gone, says so. */
export function goToText(target: Target): void {
  const { editor, setCurrent } = useReview.getState()
  setCurrent(target)
  if (editor?.goTo(target) === false) announce('Its words are no longer in the text.')
}

/** Where a blocker's "Go to" leads. */
export function goToCause(target: BlockerTarget): void {
  const { setTab, setOpenClaim, setCurrent, setSignSlot } = useReview.getState()
  switch (target.kind) {
    case 'change':
      setTab('changes')
      break
    case 'thread':
      setTab('comments')
      break
    case 'claim':
      setOpenClaim(target.id)
      break
    case 'slot':
      setTab('signoff')
      setSignSlot(target.slot)
      return
    case 'details':
      useShell.getState().show({ kind: 'details' })
      return
  }
  const place: Target = { kind: target.kind === 'thread' ? 'comment' : target.kind, id: target.id }
  setCurrent(place)
  // The text is drawn again only after the sign-off sheet has gone.
  requestAnimationFrame(() => goToText(place))
}
