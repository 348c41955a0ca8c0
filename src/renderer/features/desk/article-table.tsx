import type { KeyboardEvent } from 'react'
import { useCallback, useMemo } from 'react'
import type { ArticleRow } from '../../../shared/model/article.ts'
import { pressOn } from '../../ui/list-keys.ts'
import { ArticleLine, WaitingLine } from './article-line.tsx'
import { ColumnHeads, ColumnWidths } from './column-heads.tsx'
import styles from './desk-table.module.css'
import { GapLine, GroupHead } from './group-head.tsx'
import { tableOf } from './lines.ts'
import type { Line } from './lines.ts'
import type { DeskPeople } from './people.ts'
import { placeOf } from './shown.ts'
import type { Places, Shown } from './shown.ts'
import { useDesk } from './store.ts'
import { useFocusedList } from './use-focused-list.ts'
import { useLineWindow } from './use-line-window.ts'

type TableProps = {
  readonly shown: Shown
  readonly now: number
  readonly people: DeskPeople
}

/** The running order. Arrow keys go from headline to headline; Enter opens, as on any button. */
export function ArticleTable({ shown, now, people }: TableProps) {
  const { selected, select, see, leave, scrolledTo } = useDesk()
  const table = useMemo(() => tableOf(shown), [shown])
  const place = placeOf(shown, selected)
  const onSee = useCallback((places: Places) => see(places), [see])
  const view = useLineWindow({
    table,
    look: shown.look,
    pinned: place,
    startAt: scrolledTo,
    onSee,
    onLeave: leave,
  })
  const { scroller, parts, goTo, page } = view
  useFocusedList(shown, place, goTo)
  const current = place ?? firstHere(parts.flat(), shown)

  const onKeyDown = (event: KeyboardEvent, at: number): void => {
    const press = pressOn(event, at, shown.total, page)
    if (press?.kind !== 'move') return
    event.preventDefault()
    goTo(Math.max(0, Math.min(press.to, shown.total - 1)))
  }
  const drawn = (line: Line) => {
    if (line.kind === 'gap') return <GapLine key={`gap ${line.line}`} height={line.height} />
    if (line.kind === 'head')
      return <GroupHead key="head" line={line.line} section={line.section} now={now} />
    const row = shown.rows.get(line.at)
    if (row === undefined) return <WaitingLine key={`place ${line.at}`} line={line.line} at={line.at} />
    return (
      <ArticleLine
        key={row.id}
        row={row}
        line={line.line}
        at={line.at}
        now={now}
        people={people}
        selected={line.at === current}
        onSelect={(id: ArticleRow['id']) => select(id)}
        onKeyDown={(event) => onKeyDown(event, line.at)}
      />
    )
  }

  return (
    <div ref={scroller} className={styles['scroller']}>
      <table className={styles['table']} aria-rowcount={table.lines + 1} aria-label="Articles">
        <ColumnWidths />
        <thead>
          <ColumnHeads />
        </thead>
        {parts.map((part) => (
          <tbody key={keyOf(part)}>{part.map(drawn)}</tbody>
        ))}
      </table>
    </div>
  )
}

function keyOf(part: readonly Line[]): string {
  const [first] = part
  return first?.kind === 'head' ? (first.section.group ?? '') : 'all'
}

/** The first article whose row is here and that is mounted: the one that Tab comes to while none is selected. */
function firstHere(lines: readonly Line[], { rows }: Shown): number | null {
  for (const line of lines) if (line.kind === 'article' && rows.has(line.at)) return line.at
  return null
}
