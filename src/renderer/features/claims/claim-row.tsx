import { memo } from 'react'
import type { KeyboardEvent } from 'react'
import type { ClaimView } from '../../../shared/model/review.ts'
import { classes } from '../../ui/classes.ts'
import { midSentence } from '../../ui/mid-sentence.ts'
import { StatusShape, shapeColour } from '../../ui/status-shape.tsx'
import text from '../../ui/text.module.css'
import { usePersonOf } from '../review/people.ts'
import panel from '../review/panel.module.css'
import { PlaceNotice } from '../review/place-notice.tsx'
import { CLAIM_KIND_NAMES, RISK_NAMES } from '../words.ts'
import { isLost, quotedWords, shapeOf, wantOf, wordOf } from './claim-standing.ts'

type RowProps = {
  readonly claim: ClaimView
  readonly position: number
  readonly of: number
  /** The one row that the keyboard reaches. */
  readonly active: boolean
  readonly current: boolean
  readonly onFocus: (id: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onOpen: (id: string) => void
}

/** One claim of the ledger: what it is, what is missing in words, and how to meet it; neither is ever cut off. */
export const ClaimRow = memo(function ClaimRow(props: RowProps) {
  const { claim, position, of, active, current, onFocus, onKeyDown, onOpen } = props
  const verifier = usePersonOf()(claim.verifiedBy)?.initials ?? 'somebody'
  const shape = shapeOf(claim)
  const want = wantOf(claim, verifier)
  const what = `${CLAIM_KIND_NAMES[claim.kind].toLowerCase()}, ${RISK_NAMES[claim.risk].toLowerCase()} risk`
  const wantId = `want-${claim.id}`
  return (
    <li
      data-row={claim.id}
      aria-setsize={of}
      aria-posinset={position}
      className={classes(panel['row'], current && panel['on'])}
    >
      <span className={panel['number']}>{claim.number}</span>
      <StatusShape shape={shape} />
      <div>
        <p className={panel['meta']}>
          <b className={shapeColour(shape)}>{wordOf(claim)}</b>
          {isLost(claim) && <b className={text['stop']}>orphaned</b>}
          <span>{what.replace(',', ' ·')}</span>
        </p>
        <button
          type="button"
          className={panel['words']}
          dir="auto"
          tabIndex={active ? 0 : -1}
          aria-current={current ? 'true' : undefined}
          aria-label={`Claim ${claim.number}, ${wordOf(claim)}${isLost(claim) ? ', orphaned' : ''}, ${what}: ${quotedWords(claim)}`}
          aria-describedby={want === null ? undefined : wantId}
          onFocus={() => onFocus(claim.id)}
          onKeyDown={onKeyDown}
          onClick={() => onOpen(claim.id)}
        >
          {claim.words === '' ? <i>“{claim.quote}”</i> : claim.words}
        </button>
        <PlaceNotice mark="claim" id={claim.id} orphaned={false} />
        {want !== null && (
          <div id={wantId}>
            <p className={panel['missing']}>{want.missing}</p>
            <p className={panel['remedy']}>To meet it: {midSentence(want.remedy)}</p>
          </div>
        )}
      </div>
    </li>
  )
})
