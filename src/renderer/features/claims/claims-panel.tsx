import { memo, useState } from 'react'
import type { ClaimView, ReviewState } from '../../../shared/model/review.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { RowList } from '../../ui/row-list.tsx'
import { StatusShape, shapeColour } from '../../ui/status-shape.tsx'
import type { Shape } from '../../ui/status-shape.tsx'
import text from '../../ui/text.module.css'
import { EmptyList, PanelHeader } from '../review/panel-header.tsx'
import panel from '../review/panel.module.css'
import { midSentence } from '../../ui/mid-sentence.ts'
import { usePersonOf } from '../review/people.ts'
import { useReview } from '../review/store.ts'
import { CLAIM_KIND_NAMES, RISK_NAMES } from '../words.ts'
import styles from './claims.module.css'
import { byUrgency, shapeOf, tally, wantOf, wordOf } from './claim-standing.ts'

const Row = memo(function Row({ claim }: { readonly claim: ClaimView }) {
  const on = useReview(({ current }) => current?.kind === 'claim' && current.id === claim.id)
  const verifier = usePersonOf()(claim.verifiedBy)?.initials ?? 'somebody'
  const shape = shapeOf(claim)
  const want = wantOf(claim, verifier)
  const open = (): void => {
    const { setOpenClaim, setCurrent, editor } = useReview.getState()
    setOpenClaim(claim.id)
    setCurrent({ kind: 'claim', id: claim.id })
    editor?.highlight({ kind: 'claim', id: claim.id })
  }
  return (
    <li data-row={claim.id} className={classes(panel['row'], on && panel['on'])}>
      <span className={panel['number']}>{claim.number}</span>
      <StatusShape shape={shape} />
      <div>
        <p className={panel['meta']}>
          <b className={shapeColour(shape)}>{wordOf(claim)}</b>
          <span>
            {CLAIM_KIND_NAMES[claim.kind].toLowerCase()} · {RISK_NAMES[claim.risk].toLowerCase()} risk
          </span>
        </p>
        <button
          type="button"
          className={panel['words']}
          dir="auto"
          aria-current={on ? 'true' : undefined}
          aria-label={`Claim ${claim.number}, ${wordOf(claim)}: ${claim.words === '' ? claim.quote : claim.words}`}
          onClick={open}
        >
          {claim.words === '' ? <i>“{claim.quote}”</i> : claim.words}
        </button>
        {want !== null && (
          <>
            <p className={panel['missing']}>{want.missing}</p>
            <p className={panel['remedy']}>To meet it: {midSentence(want.remedy)}</p>
          </>
        )}
      </div>
    </li>
  )
})

function noteOf(all: number, notCleared: number): string {
  if (all === 0) return 'none'
  return notCleared === 0 ? `${all} cleared` : `${notCleared} of ${all} not cleared`
}

type Order = 'urgency' | 'text'

/** Height of a row that says what is missing, in CSS pixels; the others are measured. */
const GUESSED_HEIGHT = 132

function shownOf(claims: readonly ClaimView[], order: Order, only: Shape | null): readonly ClaimView[] {
  const sorted = order === 'urgency' ? byUrgency(claims) : [...claims].sort((a, b) => a.number - b.number)
  return sorted.filter((claim) => only === null || shapeOf(claim) === only)
}

/** The ledger: every claim with what is missing and how to meet it. */
export function ClaimsPanel({ state }: { readonly state: ReviewState }) {
  const [order, setOrder] = useState<Order>('urgency')
  const [only, setOnly] = useState<Shape | null>(null)
  const { claims } = state
  const current = useReview((review) => (review.current?.kind === 'claim' ? review.current.id : null))
  const notCleared = claims.filter((claim) => !claim.cleared).length
  const shown = shownOf(claims, order, only)
  const keys = shown.map(({ id }) => String(id))
  return (
    <>
      <PanelHeader title="Claims" note={noteOf(claims.length, notCleared)}>
        {claims.length > 1 && (
          <Button onClick={() => setOrder(order === 'urgency' ? 'text' : 'urgency')}>Sort: {order}</Button>
        )}
      </PanelHeader>
      {claims.length > 0 && (
        <fieldset className={styles['tally']} aria-label="Claims by status">
          {tally(claims).map(({ shape, label, count }) => (
            <button
              key={shape}
              type="button"
              className={classes(styles['count'], shape === 'stopped' && text['stop'])}
              aria-pressed={only === shape}
              onClick={() => setOnly(only === shape ? null : shape)}
            >
              <StatusShape shape={shape} />
              {count} {label}
            </button>
          ))}
        </fieldset>
      )}
      {claims.length === 0 ? (
        <EmptyList title="No claim yet">
          Select words that can be checked and choose Claim. Each claim is then listed with what it needs.
        </EmptyList>
      ) : (
        <RowList
          label="Claims"
          className={classes(panel['scroll'], panel['windowed'])}
          keys={keys}
          guess={GUESSED_HEIGHT}
          shown={current}
        >
          {(index) => {
            const claim = shown[index]
            return claim && <Row key={claim.id} claim={claim} />
          }}
        </RowList>
      )}
    </>
  )
}
