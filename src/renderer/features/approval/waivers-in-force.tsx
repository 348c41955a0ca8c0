import type { ReviewState } from '../../../shared/model/review.ts'
import type { Waiver } from '../../../shared/model/waiver.ts'
import { Button } from '../../ui/button.tsx'
import text from '../../ui/text.module.css'
import { dayAndClock } from '../../ui/time.ts'
import panel from '../review/panel.module.css'
import { usePersonOf } from '../review/people.ts'
import { useReview } from '../review/store.ts'
import { ROLE_NAMES } from '../words.ts'
import styles from './sign-off.module.css'

/** Granted for this edition, and not ended. */
export function waiversInForce({ waivers, article }: Pick<ReviewState, 'waivers' | 'article'>) {
  return waivers.filter((waiver) => waiver.endedAt === null && waiver.throughVersion >= article.version)
}

function Line({ state, waiver }: { readonly state: ReviewState; readonly waiver: Waiver }) {
  const setOpenClaim = useReview((review) => review.setOpenClaim)
  const personOf = usePersonOf()
  const nameOf = (id: string) => personOf(id)?.name ?? 'somebody'
  const claim = state.claims.find(({ id }) => id === waiver.claimId)
  return (
    <li className={styles['line']}>
      <span className={styles['code']}>{claim?.number}</span>
      <p>
        {waiver.rules.join(', ')}
        {claim === undefined ? '' : `, ${(claim.paraphrase || claim.words).replace(/\.$/, '')}`}.{' '}
        <span className={text['soft']}>
          “{waiver.reason}” Asked by {nameOf(waiver.askedBy)}, granted by {nameOf(waiver.grantedBy)},{' '}
          {ROLE_NAMES[waiver.grantedAs]}, {dayAndClock(waiver.at)}. Expires with v{waiver.throughVersion}.
        </span>
      </p>
      {claim !== undefined && (
        <Button aria-label={`Open claim ${claim.number}`} onClick={() => setOpenClaim(claim.id)}>
          Claim
        </Button>
      )}
    </li>
  )
}

/** What runs without a rule: it prints on the sign-off, so whoever signs reads it here. */
export function WaiversInForce({ state }: { readonly state: ReviewState }) {
  const waivers = waiversInForce(state)
  if (waivers.length === 0) return null
  return (
    <section className={panel['block']} aria-labelledby="waivers">
      <h3 id="waivers">
        Waivers <span className={text['soft']}>{waivers.length}</span>
      </h3>
      <ul>
        {waivers.map((waiver) => (
          <Line key={waiver.id} state={state} waiver={waiver} />
        ))}
      </ul>
    </section>
  )
}
