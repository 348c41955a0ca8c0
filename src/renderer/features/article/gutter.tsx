import { memo, useMemo } from 'react'
import type { PlacedClaim, TextLayout } from '../../editor/api.ts'
import type { ClaimView } from '../../../shared/model/review.ts'
import { classes } from '../../ui/classes.ts'
import { changeBars } from './change-bars.ts'
import { ClaimLabels } from './claim-labels.tsx'
import { ClaimNumbers } from './claim-numbers.tsx'
import styles from './gutter.module.css'
import { placeBrackets } from './lanes.ts'
import type { Bracket } from './lanes.ts'

type GutterProps = {
  readonly layout: TextLayout
  readonly claims: readonly ClaimView[]
  readonly currentClaim: string | null
}

/** From the sheet's edge inwards: paragraph.sentence, claim number with its shape, brackets, change bar. */
export const Gutter = memo(function Gutter({ layout, claims, currentClaim }: GutterProps) {
  const known = useMemo(() => new Map<string, ClaimView>(claims.map((claim) => [claim.id, claim])), [claims])
  const brackets = placeBrackets(layout.claims.filter(({ id }) => known.has(id)))
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
            className={classes(
              styles['bracket'],
              bracket.ids.length === 1 && bracket.id === currentClaim && styles['on'],
            )}
            style={{ ...inset(bracket), insetInlineEnd: `calc(23px + ${bracket.lane} * var(--lane))` }}
          />
        ))}
        {/* What is open stands out also where it shares one bracket with many. */}
        {ownOf(brackets, layout.claims, currentClaim).map((place) => (
          <i
            key={`own ${place.top}`}
            className={classes(styles['bracket'], styles['on'])}
            style={{ ...inset(place), insetInlineEnd: 'calc(23px + var(--lane))' }}
          />
        ))}
      </div>
      <ClaimNumbers brackets={brackets} claims={known} currentClaim={currentClaim} />
      <ClaimLabels claims={claims} />
    </div>
  )
})

/** Places of the current claim that are drawn within a bracket of many. */
function ownOf(
  brackets: readonly Bracket[],
  places: readonly PlacedClaim[],
  claim: string | null,
): readonly PlacedClaim[] {
  const shared = brackets.filter(({ ids }) => ids.length > 1 && claim !== null && ids.includes(claim))
  return places.filter(
    ({ id, top, bottom }) =>
      id === claim && shared.some((bracket) => bracket.top <= top && bracket.bottom >= bottom),
  )
}

function inset({ top, bottom }: Pick<Bracket, 'top' | 'bottom'>): { top: number; height: number } {
  return { top: top + 2, height: bottom - top - 4 }
}
