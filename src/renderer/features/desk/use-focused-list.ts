import { useEffect, useRef } from 'react'
import type { Shown } from './shown.ts'

/** Only when nothing else has the focus. */
function nothingHasFocus(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}

/**
 * The list has the focus as soon as it is there, on the row where it was, also where that row has moved meanwhile; arrow
 * keys bring it back. `place`: of the selected article, if its row is here.
 */
export function useFocusedList(shown: Shown, place: number | null, goTo: (at: number) => void): void {
  const latest = useRef({ place, goTo })
  useEffect(() => {
    latest.current = { place, goTo }
  })
  useEffect(() => {
    if (shown.total > 0 && nothingHasFocus()) latest.current.goTo(latest.current.place ?? 0)
  }, [shown])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp'
      if (isArrow && nothingHasFocus()) latest.current.goTo(latest.current.place ?? 0)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
