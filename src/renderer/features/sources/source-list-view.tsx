import { useCallback, useEffect, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { ReviewState } from '../../../shared/model/review.ts'
import { classes } from '../../ui/classes.ts'
import { useRowWindow } from '../../ui/use-row-window.ts'
import panel from '../review/panel.module.css'
import type { SourceRow } from './source-list.ts'
import { Row } from './source-row.tsx'
import styles from './sources.module.css'

/** Height of a row without a file, in CSS pixels; the others are measured. */
const GUESSED_HEIGHT = 124

/** Rows in which somebody writes or has the focus stay mounted, wherever the list is scrolled. */
function heldIn(list: HTMLElement | null): readonly string[] {
  const rows = list?.querySelectorAll<HTMLElement>('[data-row]:has(textarea, progress, :focus)') ?? []
  return [...rows].map((row) => row.dataset['row'] ?? '')
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
}

type ListProps = {
  readonly state: ReviewState
  readonly rows: readonly SourceRow[]
  readonly current: string | null
}

/** The sources that are in sight, one a row; arrow keys go from title to title. */
export function SourceList({ state, rows, current }: ListProps) {
  const keys = rows.map(({ source }) => String(source.id))
  const [held, setHeld] = useState<readonly string[]>([])
  const { list, pieces, onScroll, show, focus } = useRowWindow(keys, held, GUESSED_HEIGHT)
  useEffect(() => {
    if (current !== null) show(current)
  }, [current, show])
  const hold = useCallback(() => {
    const now = heldIn(list.current)
    setHeld((before) => (before.join(' ') === now.join(' ') ? before : now))
  }, [list])
  useEffect(() => {
    const element = list.current
    element?.addEventListener('focusin', hold)
    return () => element?.removeEventListener('focusin', hold)
  }, [list, hold])
  const moveFrom = (at: number) => (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const next = keys[step(at, keys.length - 1)]
    if (next !== undefined) focus(next)
  }
  return (
    <ol
      ref={list}
      aria-label="Sources"
      className={classes(panel['scroll'], styles['list'])}
      onScroll={(event) => {
        hold()
        onScroll(event)
      }}
    >
      {pieces.map((piece) => {
        if (piece.kind === 'gap') {
          return <li key={`gap ${piece.before}`} aria-hidden="true" style={{ height: piece.height }} />
        }
        const row = rows[piece.index]
        if (!row) return null
        const { id } = row.source
        return (
          <Row
            key={id}
            state={state}
            row={row}
            position={piece.index + 1}
            of={rows.length}
            isCurrent={id === current}
            onTitleKey={moveFrom(piece.index)}
          />
        )
      })}
    </ol>
  )
}
