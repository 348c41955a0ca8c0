import { useEffect } from 'react'
import type { KeyboardEvent } from 'react'
import type { ReviewState } from '../../../shared/model/review.ts'
import { classes } from '../../ui/classes.ts'
import { useHeldWindow } from '../../ui/use-held-window.ts'
import { WindowedList } from '../../ui/windowed-list.tsx'
import panel from '../review/panel.module.css'
import type { SourceRow } from './source-list.ts'
import { Row } from './source-row.tsx'
import styles from './sources.module.css'

/** Height of a row without a file, in CSS pixels; the others are measured. */
const GUESSED_HEIGHT = 124

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
  const { list, pieces, onScroll, show, focus } = useHeldWindow(keys, GUESSED_HEIGHT)
  useEffect(() => {
    if (current !== null) show(current)
  }, [current, show])
  const moveFrom = (at: number) => (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const next = keys[step(at, keys.length - 1)]
    if (next !== undefined) focus(next)
  }
  return (
    <WindowedList
      label="Sources"
      className={classes(panel['scroll'], styles['list'])}
      of={{ list, pieces, onScroll }}
    >
      {(index) => {
        const row = rows[index]
        if (!row) return null
        const { id } = row.source
        return (
          <Row
            key={id}
            state={state}
            row={row}
            position={index + 1}
            of={rows.length}
            isCurrent={id === current}
            onTitleKey={moveFrom(index)}
          />
        )
      }}
    </WindowedList>
  )
}
