import { useCallback, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useRowWindow } from './use-row-window.ts'

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
  const [held, setHeld] = useState<readonly string[]>([])
  const { list, pieces, onScroll, show } = useRowWindow(keys, held, guess)
  useEffect(() => {
    if (shown !== null) show(shown)
  }, [shown, show])
  const hold = useCallback(() => {
    const now = heldIn(list.current)
    setHeld((before) => (before.join(' ') === now.join(' ') ? before : now))
  }, [list])
  useEffect(() => {
    const element = list.current
    element?.addEventListener('focusin', hold)
    return () => element?.removeEventListener('focusin', hold)
  }, [list, hold])
  return (
    <ol
      ref={list}
      aria-label={label}
      className={className}
      onScroll={(event) => {
        hold()
        onScroll(event)
      }}
    >
      {pieces.map((piece) =>
        piece.kind === 'gap' ? (
          <li key={`gap ${piece.before}`} aria-hidden="true" style={{ height: piece.height }} />
        ) : (
          children(piece.index)
        ),
      )}
    </ol>
  )
}

function heldIn(list: HTMLElement | null): readonly string[] {
  const rows = list?.querySelectorAll<HTMLElement>('[data-row]:has(textarea, :focus)') ?? []
  return [...rows].map((row) => row.dataset['row'] ?? '')
}
