import { useEffect, useMemo, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Difference } from '../../../shared/document/compare/redline.ts'
import { classes } from '../../ui/classes.ts'
import { pressOn } from '../../ui/list-keys.ts'
import { useRowWindow } from '../../ui/use-row-window.ts'
import { WindowedList } from '../../ui/windowed-list.tsx'
import panel from '../review/panel.module.css'
import styles from './compare.module.css'
import { differenceInWords, onOneLine, verbOf } from './difference-words.ts'
import { useCompare } from './store.ts'

/** Height of a row of two lines, in CSS pixels; the others are measured. */
const GUESSED_HEIGHT = 60
/** How many rows a page key goes on. */
const PAGE = 8
/** Longer words are cut in the list: the redline has them all. */
const MAX_SHOWN = 400

function shown(words: string): string {
  // A space that came or went would not be seen.
  const line = onOneLine(words) || '␣'
  return line.length <= MAX_SHOWN ? line : `${line.slice(0, MAX_SHOWN)}…`
}

type RowProps = {
  readonly difference: Difference
  readonly position: number
  readonly of: number
  readonly active: boolean
  readonly current: boolean
  readonly onFocus: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onGo: () => void
}

function Row({ difference, position, of, active, current, onFocus, onKeyDown, onGo }: RowProps) {
  const { id, deleted, inserted } = difference
  return (
    <li
      data-row={id}
      aria-posinset={position}
      aria-setsize={of}
      className={classes(panel['row'], styles['row'], current && panel['on'])}
    >
      <p className={panel['meta']}>{verbOf(difference)}</p>
      <button
        type="button"
        className={classes(panel['words'], styles['words'], deleted + inserted === '' && styles['bare'])}
        aria-label={differenceInWords(difference)}
        aria-current={current ? 'true' : undefined}
        tabIndex={active ? 0 : -1}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        onClick={onGo}
      >
        {deleted !== '' && <del>{shown(deleted)}</del>} {inserted !== '' && <ins>{shown(inserted)}</ins>}
      </button>
    </li>
  )
}

/** Every difference, one a row: arrow keys go from row to row, and the redline goes along. */
export function DifferenceList({ differences }: { readonly differences: readonly Difference[] }) {
  const current = useCompare((store) => store.current)
  const goTo = useCompare((store) => store.goTo)
  const keys = useMemo(() => differences.map(({ id }) => id), [differences])
  const [focused, setFocused] = useState<string | null>(null)
  const active = focused ?? current ?? keys[0] ?? ''
  const at = Math.max(0, keys.indexOf(active))
  const { list, pieces, onScroll, show, focus, holdsFocus } = useRowWindow(keys, [active], GUESSED_HEIGHT)
  // Where the keys of the redline go, the list goes along, unless somebody is at work in it.
  useEffect(() => {
    if (current !== null && !holdsFocus()) show(current)
  }, [current, show, holdsFocus])

  const moveTo = (index: number) => {
    const key = keys[Math.min(Math.max(index, 0), keys.length - 1)]
    if (key === undefined) return
    setFocused(key)
    focus(key)
    goTo(key)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const press = pressOn(event, at, keys.length, PAGE)
    if (press?.kind !== 'move') return
    event.preventDefault()
    moveTo(press.to)
  }
  return (
    <WindowedList
      label="Differences"
      className={classes(panel['scroll'], panel['windowed'], styles['list'])}
      of={{ list, pieces, onScroll }}
    >
      {(index) => {
        const difference = differences[index]
        if (difference === undefined) return null
        return (
          <Row
            key={difference.id}
            difference={difference}
            position={index + 1}
            of={differences.length}
            active={difference.id === active}
            current={difference.id === current}
            onFocus={() => setFocused(difference.id)}
            onKeyDown={onKeyDown}
            onGo={() => goTo(difference.id)}
          />
        )
      }}
    </WindowedList>
  )
}
