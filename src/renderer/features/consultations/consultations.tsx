import { Plus } from 'lucide-react'
import type { Consultation } from '../../../shared/model/consultation.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import { dayAndClock } from '../../ui/time.ts'
import { ClaimLinks } from '../review/claim-links.tsx'
import panel from '../review/panel.module.css'
import { usePersonOf } from '../review/people.ts'
import { useSession } from '../session-store.ts'
import { ROLE_NAMES } from '../words.ts'
import { FIELD_NAMES, isKeptByLegal, recordingRefusal, wantingAdvice } from './consultation-words.ts'
import styles from './consultations.module.css'
import { askToRecord } from './ask-to-record.ts'

function Entry({ state, one }: { readonly state: ReviewState; readonly one: Consultation }) {
  const role = useSession((store) => store.session?.actor.role)
  const by = usePersonOf()(one.by)?.name ?? 'somebody who is not in the library'
  const claims = state.claims.filter(({ id }) => one.claimIds.includes(id))
  const kept = isKeptByLegal(one, role)
  return (
    <li className={styles['entry']}>
      <p>
        <b className={text['strong']}>{FIELD_NAMES[one.field]}</b>{' '}
        {one.audience === 'legal' && <span className={text['soft']}>kept by legal</span>}
      </p>
      <p className={styles['line']}>
        {by}, {ROLE_NAMES[one.as]}, {dayAndClock(one.at)}.{' '}
        {one.claimIds.length === 0 ? 'The whole article.' : <ClaimLinks claims={claims} />}
      </p>
      {!kept && (
        <dl className={styles['said']}>
          <dt>Asked</dt>
          <dd dir="auto">{one.question}</dd>
          <dt>Advised</dt>
          <dd dir="auto">{one.advice}</dd>
        </dl>
      )}
    </li>
  )
}

/** Claims that may harm somebody wait for advice (R17); who may record it is said. */
function Wanted({ state }: { readonly state: ReviewState }) {
  const role = useSession((store) => store.session?.actor.role)
  const wanting = wantingAdvice(state.claims)
  if (wanting.length === 0) return null
  const refusal = recordingRefusal(role)
  return (
    <li className={styles['entry']}>
      <p>
        <span className={text['stop']}>Advice is wanted on </span>
        <ClaimLinks claims={wanting} />
        <span className={text['stop']}>: something in it may do harm (R17).</span>
      </p>
      {!state.article.locked && (
        <p className={styles['act']}>
          <Button
            look="line"
            aria-disabled={refusal !== null}
            aria-describedby={refusal === null ? undefined : 'consultation-refusal'}
            onClick={() => askToRecord(wanting.map(({ id }) => String(id)))}
          >
            Record a consultation
          </Button>
          {refusal !== null && (
            <span className={styles['line']} id="consultation-refusal">
              {refusal}
            </span>
          )}
        </p>
      )}
    </li>
  )
}

/** Advice that was taken: what is still wanted first, then the newest record. */
export function Consultations({ state }: { readonly state: ReviewState }) {
  const role = useSession((store) => store.session?.actor.role)
  const { consultations, article } = state
  const newestFirst = [...consultations].sort((a, b) => b.at - a.at)
  const isEmpty = consultations.length === 0 && wantingAdvice(state.claims).length === 0
  return (
    <section className={panel['block']} aria-labelledby="consultations">
      <h3 id="consultations">
        Consultations{' '}
        <span className={text['soft']}>{consultations.length === 0 ? 'none' : consultations.length}</span>
        {!article.locked && recordingRefusal(role) === null && (
          <span className={styles['new']}>
            <Button onClick={() => askToRecord([])}>
              <Icon of={Plus} />
              Record
            </Button>
          </span>
        )}
      </h3>
      {isEmpty && (
        <p className={styles['empty']}>
          Standards and legal record here what they were asked and what they advised. A claim flagged for
          harm, security or minors asks for it.
        </p>
      )}
      <ul>
        <Wanted state={state} />
        {newestFirst.map((one) => (
          <Entry key={one.id} state={state} one={one} />
        ))}
      </ul>
    </section>
  )
}
