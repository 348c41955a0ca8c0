import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useHeldWindow } from './use-held-window.ts'
import { WindowedList } from './windowed-list.tsx'

type RowListProps = {
  readonly label: string
  readonly className: string
  readonly keys: readonly string[]
  /** Height of a row that was not seen yet, in CSS pixels. */
  readonly guess: number
  /** The row that comes into sight as soon as it is another. */
  readonly shown: string | null
  /** The row of that index: a list item that carries its key as `data-row`. */
  readonly children: (index: number) => ReactNode
}

/** Rows of which only those near the window are mounted, and those in which somebody writes or has the focus. */
export function RowList({ label, className, keys, guess, shown, children }: RowListProps) {
  const view = useHeldWindow(keys, guess)
  const { show } = view
  useEffect(() => {
    if (shown !== null) show(shown)
  }, [shown, show])
  return (
    <WindowedList label={label} className={className} of={view}>
      {children}
    </WindowedList>
  )
}
