import { useRef } from 'react'

/** The act, which does nothing while it has not answered yet: a second click or key is no second act. */
export function usePressedOnce<A extends readonly unknown[]>(
  act: (...args: A) => void | Promise<void>,
): (...args: A) => Promise<void> {
  const runs = useRef(false)
  return async (...args) => {
    if (runs.current) return
    runs.current = true
    try {
      await act(...args)
    } finally {
      runs.current = false
    }
  }
}
