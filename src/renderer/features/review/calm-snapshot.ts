import { useEffect, useState } from 'react'
import type { EditorSnapshot } from '../../editor/api.ts'
import { follower } from '../typing-pause.ts'
import { useReview } from './store.ts'

/** The editor's snapshot for lists that are long to make: it follows the typing in its pauses, all else at once. */
export function useCalmSnapshot(): EditorSnapshot | null {
  const [calm, setCalm] = useState(() => useReview.getState().snapshot)
  useEffect(() => {
    const { ask, cancel } = follower(() => setCalm(useReview.getState().snapshot))
    ask()
    const unsubscribe = useReview.subscribe((now, before) => {
      if (now.snapshot !== before.snapshot) ask()
    })
    return () => {
      cancel()
      unsubscribe()
    }
  }, [])
  return calm
}
