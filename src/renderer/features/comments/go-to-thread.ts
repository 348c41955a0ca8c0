import type { ThreadView } from '../../../shared/model/review.ts'
import { announce } from '../../ui/announcer.tsx'
import { goToText } from '../review/go-to.ts'
import { useReview } from '../review/store.ts'
import { targetOf } from './text-order.ts'

/** Brings the caret to what a thread speaks of, and makes the thread current. */
export function goToThread(thread: ThreadView): void {
  const target = targetOf(thread)
  if (target === null) announce('It is about the whole article.')
  else goToText(target)
  useReview.getState().setCurrent({ kind: 'comment', id: thread.id })
}

/** Makes it current and brings its words into sight; the focus stays in the list. */
export function pointAt(thread: ThreadView): void {
  const { editor, snapshot, setCurrent } = useReview.getState()
  setCurrent({ kind: 'comment', id: thread.id })
  const target = targetOf(thread)
  if (target !== null && snapshot?.projection === 'redline') editor?.reveal(target)
}
