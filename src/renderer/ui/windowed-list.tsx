import type { ReactNode } from 'react'
import type { RowWindow } from './use-row-window.ts'

type WindowedListProps = {
  readonly label: string
  readonly className: string
  /** Of `useRowWindow`. */
  readonly of: Pick<RowWindow, 'list' | 'pieces' | 'onScroll'>
  /** The row of that index: a list item that carries its key as `data-row`. */
  readonly children: (index: number) => ReactNode
}

/** The rows that are mounted, and room for those that are not. */
export function WindowedList({ label, className, of, children }: WindowedListProps) {
  const { list, pieces, onScroll } = of
  return (
    <ol ref={list} aria-label={label} className={className} onScroll={onScroll}>
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
