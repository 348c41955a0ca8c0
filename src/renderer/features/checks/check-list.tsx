import { useEffect, useMemo, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { classes } from '../../ui/classes.ts'
import { useRowWindow } from '../../ui/use-row-window.ts'
import { WindowedList } from '../../ui/windowed-list.tsx'
import panel from '../review/panel.module.css'
import { useReview } from '../review/store.ts'
import { askForRule, takeRow } from './actions.ts'
import { groupName } from './check-rows.ts'
import type { CheckRow } from './check-rows.ts'
import { Row } from './check-row.tsx'
import type { Heading } from './check-row.tsx'
import styles from './checks.module.css'
import { goToRow, pointTo } from './go.ts'
import { keyAct } from './row-keys.ts'
import type { Take } from './row-keys.ts'
import { shownRows, useCheckList } from './store.ts'
import { takeBack } from './take-back.ts'

/** Height of a row that was not seen yet, in CSS pixels. */
const GUESSED_HEIGHT = 120

/** The rows that are mounted, and the one that the keyboard reaches: the current one, else the first. */
function useRows(rows: readonly CheckRow[], current: string | null) {
  const keys = useMemo(() => rows.map(({ id }) => id), [rows])
  const [active, setActive] = useState(current)
  const [seen, setSeen] = useState(current)
  if (current !== seen) {
    setSeen(current)
    if (current !== null) setActive(current)
  }
  const at = Math.max(0, active === null ? 0 : keys.indexOf(active))
  const activeKey = keys[at] ?? null
  const view = useRowWindow(keys, activeKey === null ? [] : [activeKey], GUESSED_HEIGHT)
  const { show, focus, holdsFocus, list, pieces, onScroll } = view
  useEffect(() => {
    if (current === null) return
    // Whoever is at work in the list goes along; the text keeps the focus otherwise.
    if (holdsFocus()) focus(current)
    else show(current)
  }, [current, show, focus, holdsFocus])
  return { list, pieces, onScroll, at, activeKey, setActive }
}

function countBy(rows: readonly CheckRow[], of: (row: CheckRow) => string): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(rows, of)].map(([name, group]) => [name, group.length]))
}

/** How many proposals each rule has, shown or not: all of them go with it. */
function useRuleCounts(): ReadonlyMap<string, number> {
  const rows = useCheckList((store) => store.rows)
  return useMemo(() => countBy(rows, ({ proposal }) => proposal.rule), [rows])
}

/** The proposals, one a row: arrow keys go from row to row; C, M, R and D deal with the one that has the focus. */
export function CheckList() {
  const rows = useCheckList(shownRows)
  const { order, current } = useCheckList(useShallow(({ order, current }) => ({ order, current })))
  const locked = useReview(({ state }) => state?.article.locked ?? true)
  const ruleCounts = useRuleCounts()
  const groupCounts = useMemo(() => countBy(rows, (row) => groupName(row, order)), [rows, order])
  const { list, pieces, onScroll, at, activeKey, setActive } = useRows(rows, current)

  const moveTo = (index: number) => {
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)]
    if (row !== undefined) pointTo(row)
  }
  const take = (row: CheckRow | undefined, how: Take) => {
    const next = row === undefined ? null : takeRow(row, how)
    if (next !== null && next !== false) pointTo(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keyAct(event, at, rows.length)
    const row = rows[at]
    if (act === null || row === undefined) return
    event.preventDefault()
    if (act.kind === 'move') moveTo(act.to)
    else if (act.kind === 'take') take(row, act.how)
    else if (act.kind === 'rule') askForRule(row)
    else takeBack()
  }
  const headingAt = (index: number): Heading | null => {
    const row = rows[index]
    const before = rows[index - 1]
    const name = row === undefined ? '' : groupName(row, order)
    const isFirst = name !== '' && (before === undefined || groupName(before, order) !== name)
    return isFirst ? { name, count: groupCounts.get(name) ?? 0 } : null
  }

  return (
    <WindowedList
      label="Proposals"
      className={classes(panel['scroll'], panel['windowed'], styles['list'])}
      of={{ list, pieces, onScroll }}
    >
      {(index) => {
        const row = rows[index]
        if (row === undefined) return null
        return (
          <Row
            key={row.id}
            row={row}
            heading={headingAt(index)}
            isTitled={groupName(row, order) !== row.proposal.title}
            position={index + 1}
            of={rows.length}
            active={row.id === activeKey}
            current={row.id === current}
            ofRule={ruleCounts.get(row.proposal.rule) ?? 1}
            locked={locked}
            onFocus={() => setActive(row.id)}
            onKeyDown={onKeyDown}
            onGo={() => goToRow(row)}
            onTake={(how) => take(row, how)}
            onRule={() => askForRule(row)}
          />
        )
      }}
    </WindowedList>
  )
}
