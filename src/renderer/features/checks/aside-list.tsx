import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { ReviewState } from '../../../shared/model/review.ts'
import { rangeOf, useChecks } from '../../checks/checks.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { useNow } from '../../ui/now.ts'
import { RowList } from '../../ui/row-list.tsx'
import { when } from '../../ui/time.ts'
import { EmptyList } from '../review/panel-header.tsx'
import panel from '../review/panel.module.css'
import { usePersonOf } from '../review/people.ts'
import { useReview } from '../review/store.ts'
import { proposeAgain } from './aside.ts'
import { asideRows } from './aside-rows.ts'
import type { AsideRow } from './aside-rows.ts'
import styles from './checks.module.css'
import { WORDS_GONE } from './go.ts'

/** Height of a row, in CSS pixels. */
const GUESSED_HEIGHT = 92

function goTo({ places: [first] }: AsideRow): void {
  const range = first === undefined ? null : rangeOf(first)
  if (range === null) announce(first === undefined ? 'These words are not in the text.' : WORDS_GONE)
  else useReview.getState().editor?.spots.goTo(range)
}

function placesInWords({ places }: AsideRow): string {
  const [first, ...others] = places
  if (first === undefined) return 'not in the text now'
  return others.length === 0 ? first.label : `${first.label} and ${others.length} more`
}

type RowProps = { readonly row: AsideRow; readonly position: number; readonly of: number }

function Row({ row, position, of }: RowProps) {
  const { dismissal, title } = row
  const by = usePersonOf()(dismissal.by)?.name ?? 'somebody'
  const now = useNow()
  return (
    <li
      data-row={dismissal.key}
      aria-posinset={position}
      aria-setsize={of}
      className={classes(panel['row'], panel['plain'], styles['row'])}
    >
      <div>
        <p className={panel['meta']}>
          <b className={styles['title']}>{title}</b>
          <span className={styles['sort']}>{placesInWords(row)}</span>
        </p>
        <button
          type="button"
          className={classes(panel['words'], styles['words'])}
          dir="auto"
          aria-label={`${title}, “${dismissal.words}”, put aside by ${by}, ${when(dismissal.at, now)}; ${placesInWords(row)}`}
          onClick={() => goTo(row)}
        >
          {dismissal.words}
        </button>
        <p className={panel['remedy']}>
          Put aside by {by}, {when(dismissal.at, now)}
        </p>
        <p className={panel['acts']}>
          <Button className={styles['act']} onClick={() => void proposeAgain([dismissal.key])}>
            Propose again
          </Button>
        </p>
      </div>
    </li>
  )
}

/** Everything that was put aside, with who did so and when. */
export function AsideList({ state }: { readonly state: ReviewState }) {
  const { dismissed, proposals } = useChecks(
    useShallow(({ dismissed, proposals }) => ({ dismissed, proposals })),
  )
  const { dismissals } = state
  const rows = useMemo(() => asideRows(dismissals, dismissed, proposals), [dismissals, dismissed, proposals])
  const keys = useMemo(() => rows.map(({ dismissal }) => dismissal.key), [rows])
  if (rows.length === 0) {
    return (
      <EmptyList title="Nothing put aside">
        What you put aside is kept here with your name, and can be proposed again.
      </EmptyList>
    )
  }
  return (
    <RowList
      label="Put aside"
      className={classes(panel['scroll'], panel['windowed'], styles['list'])}
      keys={keys}
      guess={GUESSED_HEIGHT}
      shown={null}
    >
      {(index) => {
        const row = rows[index]
        return row && <Row key={row.dismissal.key} row={row} position={index + 1} of={rows.length} />
      }}
    </RowList>
  )
}
