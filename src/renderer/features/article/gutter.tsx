import { memo } from 'react'
import type { PlacedClaim, TextLayout } from '../../editor/api.ts'
import type { ClaimView } from '../../../shared/model/review.ts'
import { classes } from '../../ui/classes.ts'
import { StatusShape } from '../../ui/status-shape.tsx'
import { shapeOf, wordOf } from '../claims/claim-standing.ts'
import { useReview } from '../review/store.ts'
import { changeBars } from './change-bars.ts'
import styles from './gutter.module.css'
import { placeBrackets, pushDown } from './lanes.ts'
import type { Bracket } from './lanes.ts'

/** Height of one claim number, in CSS pixels; as in gutter.module.css. */
const LABEL_HEIGHT = 15

type GutterProps = {
  readonly layout: TextLayout
  readonly claims: readonly ClaimView[]
  readonly currentClaim: string | null
}

/** From the sheet's edge inwards: paragraph.sentence, claim number with its shape, brackets, change bar. */
export const Gutter = memo(function Gutter({ layout, claims, currentClaim }: GutterProps) {
  const brackets = placeBrackets(layout.claims.filter(({ id }) => claims.some((claim) => claim.id === id)))
  return (
    <div className={styles['gutter']}>
      <div aria-hidden="true">
        {layout.sentences.map(({ label, top, bottom }) => (
          <i
            key={label}
            className={styles['sentence']}
            style={{ top, height: bottom - top, lineHeight: `${bottom - top}px` }}
          >
            {label}
          </i>
        ))}
        {changeBars(layout.changes).map(({ author, look, top, bottom }) => (
          <i
            key={`${look} ${top} ${author}`}
            className={classes(styles['bar'], styles[look])}
            data-author={author}
            style={{ top, height: bottom - top }}
          />
        ))}
        {brackets.map((bracket, index) => (
          <i
            key={`${bracket.id} ${index}`}
            className={classes(styles['bracket'], bracket.ids.includes(currentClaim ?? '') && styles['on'])}
            style={{ ...inset(bracket), insetInlineEnd: `calc(23px + ${bracket.lane} * var(--lane))` }}
          />
        ))}
      </div>
      <ClaimNumbers brackets={brackets} places={layout.claims} claims={claims} currentClaim={currentClaim} />
    </div>
  )
})

function inset({ top, bottom }: Bracket): { top: number; height: number } {
  return { top: top + 2, height: bottom - top - 4 }
}

function ClaimNumbers(props: {
  readonly brackets: readonly Bracket[]
  readonly places: readonly PlacedClaim[]
  readonly claims: readonly ClaimView[]
  readonly currentClaim: string | null
}) {
  const labels = props.brackets.flatMap((bracket) => {
    const members = props.claims.filter((claim) => bracket.ids.includes(claim.id))
    return members.length === 0 ? [] : [{ bracket, members }]
  })
  labels.sort(
    (one, other) => one.bracket.top - other.bracket.top || first(one.members) - first(other.members),
  )
  const tops = pushDown(
    labels.map(({ bracket }) => bracket.top + 4),
    LABEL_HEIGHT - 1,
  )
  return labels.map(({ bracket, members }, index) => (
    <ClaimNumber
      key={`${bracket.id} ${index}`}
      members={members}
      top={tops[index] ?? bracket.top}
      on={bracket.ids.includes(props.currentClaim ?? '')}
    />
  ))
}

function first(members: readonly ClaimView[]): number {
  return members[0]?.number ?? 0
}

function ClaimNumber(props: {
  readonly members: readonly ClaimView[]
  readonly top: number
  readonly on: boolean
}) {
  const [claim] = props.members
  const last = props.members.at(-1)
  if (claim === undefined || last === undefined) return null
  const many = props.members.length > 1
  const list = props.members.map((member) => `${member.number}, ${wordOf(member)}`).join('; ')
  return (
    <button
      type="button"
      className={classes(styles['number'], props.on && styles['on'])}
      style={{ top: props.top }}
      // All claims are in the panel: only the current one is a stop on the way from the text to the margin.
      tabIndex={props.on ? 0 : -1}
      aria-label={many ? `claims ${list}` : `claim ${claim.number}, ${wordOf(claim)}`}
      title={many ? list : undefined}
      onClick={() => useReview.getState().setOpenClaim(claim.id)}
    >
      {many ? `${claim.number}–${last.number}` : claim.number}
      {!many && <StatusShape shape={shapeOf(claim)} />}
    </button>
  )
}
