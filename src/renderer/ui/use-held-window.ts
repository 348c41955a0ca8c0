import { useEffect, useState } from 'react'
import type { UIEvent } from 'react'
import { useRowWindow } from './use-row-window.ts'
import type { RowWindow } from './use-row-window.ts'

/** As `useRowWindow`; rows in which somebody writes or has the focus stay mounted, wherever the list is scrolled to. */
export function useHeldWindow(keys: readonly string[], guess: number): RowWindow {
  const [held, setHeld] = useState<readonly string[]>([])
  const { list, pieces, onScroll: scrolled, show, focus, holdsFocus } = useRowWindow(keys, held, guess)
  useEffect(() => {
    const element = list.current
    if (!element) return
    const hold = () => setHeld((before) => heldIn(element, before))
    element.addEventListener('focusin', hold)
    return () => element.removeEventListener('focusin', hold)
  }, [list])
  const onScroll = (event: UIEvent<HTMLElement>) => {
    const element = event.currentTarget
    setHeld((before) => heldIn(element, before))
    scrolled(event)
  }
  return { list, pieces, onScroll, show, focus, holdsFocus }
}

/** The same list as before where it holds the same rows. */
function heldIn(list: HTMLElement, before: readonly string[]): readonly string[] {
  const rows = list.querySelectorAll<HTMLElement>('[data-row]:has(textarea, :focus)')
  const now = [...rows].map((row) => row.dataset['row'] ?? '')
  return before.join(' ') === now.join(' ') ? before : now
}
