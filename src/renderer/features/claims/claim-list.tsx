import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { ClaimView } from '../../../shared/model/review.ts'
import { classes } from '../../ui/classes.ts'
import { useRowWindow } from '../../ui/use-row-window.ts'
import { WindowedList } from '../../ui/windowed-list.tsx'
import panel from '../review/panel.module.css'
import { useReview } from '../review/store.ts'
import { showClaim } from './claim-acts.ts'
import { ClaimRow } from './claim-row.tsx'
import { rowAfterKey } from './row-keys.ts'

/** Height of a row that says what is missing, in CSS pixels; the others are measured. */
const GUESSED_HEIGHT = 132

/** The rows that are mounted, and the one that the keyboard reaches: the last that had the focus or became current. */
function useRows(keys: readonly string[], current: string | null) {
  const [active, setActive] = useState(current)
  const [seen, setSeen] = useState(current)
  if (current !== seen) {
    setSeen(current)
    if (current !== null) setActive(current)
  }
  const at = Math.max(0, active === null ? 0 : keys.indexOf(active))
  const activeKey = keys[at] ?? null
  const view = useRowWindow(keys, activeKey === null ? [] : [activeKey], GUESSED_HEIGHT)
  const { show, holdsFocus } = view
  useEffect(() => {
    if (current !== null && !holdsFocus()) show(current)
  }, [current, show, holdsFocus])
  return { view, at, activeKey, setActive }
}

function open(id: string): void {
  showClaim(id)
  useReview.getState().setOpenClaim(id)
}

/** The ledger's rows: arrow keys go from one to the next and bring its words into sight, Enter opens it. */
export function ClaimList({ claims }: { readonly claims: readonly ClaimView[] }) {
  const current = useReview((review) => (review.current?.kind === 'claim' ? review.current.id : null))
  const keys = useMemo(() => claims.map(({ id }) => String(id)), [claims])
  const { view, at, activeKey, setActive } = useRows(keys, current)
  const { list, pieces, onScroll, focus } = view
  const latest = useRef({ keys, at })
  useEffect(() => {
    latest.current = { keys, at }
  })
  // One function for all rows and renders: a row is drawn anew only for what it shows.
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const next = rowAfterKey(event, latest.current.at, latest.current.keys.length)
      const key = next === null ? undefined : latest.current.keys[next]
      if (key === undefined) return
      event.preventDefault()
      setActive(key)
      focus(key)
      showClaim(key)
    },
    [focus, setActive],
  )
  return (
    <WindowedList
      label="Claims"
      className={classes(panel['scroll'], panel['windowed'])}
      of={{ list, pieces, onScroll }}
    >
      {(index) => {
        const claim = claims[index]
        if (claim === undefined) return null
        return (
          <ClaimRow
            key={claim.id}
            claim={claim}
            position={index + 1}
            of={claims.length}
            active={claim.id === activeKey}
            current={claim.id === current}
            onFocus={setActive}
            onKeyDown={onKeyDown}
            onOpen={open}
          />
        )
      }}
    </WindowedList>
  )
}
