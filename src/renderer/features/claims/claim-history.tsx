import type { ClaimView, ReviewState } from '../../../shared/model/review.ts'
import { useNow } from '../../ui/now.ts'
import text from '../../ui/text.module.css'
import { when } from '../../ui/time.ts'
import { usePersonOf } from '../review/people.ts'
import { historyOf } from './history-of.ts'
import styles from './claims.module.css'

/** What was done about the claim, the latest first; the whole log is in History. */
export function ClaimHistory({ state, claim }: { readonly state: ReviewState; readonly claim: ClaimView }) {
  const personOf = usePersonOf()
  const now = useNow()
  const lines = historyOf(claim, state)
  return (
    <section>
      <h3>
        History <span className={text['soft']}>of this claim</span>
      </h3>
      <ol className={styles['history']}>
        {lines.map(({ at, by, what }) => (
          <li key={`${at} ${what}`}>
            <time dateTime={new Date(at).toISOString()}>{when(at, now)}</time>{' '}
            <span>
              {personOf(by)?.name ?? 'Somebody'} {what}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
